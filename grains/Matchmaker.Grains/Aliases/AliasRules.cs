using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Aliases;

/// <summary>
/// Aliases of two neutral words from a list, which read like the name of a project and hint at nothing: no run of three
/// letters and no run of two Han characters of one stands in any name of the party, its people or its brands. Pure.
/// </summary>
internal static class AliasRules
{
    private const int MostTries = 500;
    private const int Numbers = 9_000;

    private static readonly ImmutableArray<LocalText> First = Words("1");
    private static readonly ImmutableArray<LocalText> Second = Words("2");

    /// <summary>An alias that hints at none of the names and is not taken.</summary>
    /// <param name="names">Every text that must not be hinted at.</param>
    /// <param name="taken">Aliases that others know the party by.</param>
    /// <param name="below">A whole number from 0 up to, not including, the argument, by chance.</param>
    public static LocalText Pick(IEnumerable<string> names, IReadOnlyCollection<LocalText> taken, Func<int, int> below)
    {
        var stems = names.SelectMany(Stems).ToHashSet(StringComparer.Ordinal);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var alias = Joined(First[below(First.Length)], Second[below(Second.Length)]);
            if (!taken.Contains(alias) && !Hints(alias, stems))
                return alias;
        }

        // A party with many names or partners may exhaust the words; a number hints at nothing.
        while (true)
        {
            var number = $"{1_000 + below(Numbers)}-{1_000 + below(Numbers)}";
            if (
                new LocalText($"No. {number}", $"代號 {number}", $"代号 {number}") is var alias
                && !taken.Contains(alias)
            )
                return alias;
        }
    }

    /// <summary>Whether an alias shares a stem with one of the names.</summary>
    public static bool Hints(LocalText alias, IEnumerable<string> names) =>
        Hints(alias, names.SelectMany(Stems).ToHashSet(StringComparer.Ordinal));

    private static bool Hints(LocalText alias, HashSet<string> stems) =>
        alias.All.SelectMany(Stems).Any(stems.Contains);

    // Runs inside words, in one form for all scripts and variants; a run may not reach over a blank.
    private static IEnumerable<string> Stems(string text)
    {
        foreach (
            var word in Folding
                .Characters(text)
                .Split([' ', '-', '.', '_', '@', '·', ',', '&', '/'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            for (var i = 0; i < word.Length; i++)
            {
                if (i + 3 <= word.Length && word[i..(i + 3)] is var letters && letters.All(char.IsAsciiLetter))
                    yield return letters;
                if (i + 2 <= word.Length && Folding.IsHan(word, i) && Folding.IsHan(word, i + 1))
                    yield return word[i..(i + 2)];
            }
        }
    }

    private static LocalText Joined(LocalText first, LocalText second) =>
        new($"{first.En} {second.En}", first.ZhHant + second.ZhHant, first.ZhHans + second.ZhHans);

    private static ImmutableArray<LocalText> Words(string place) =>
        [
            .. Csv.Embedded(typeof(AliasRules).Assembly, "Aliases.alias-words.csv")
                .Where(row => row["place"] == place)
                .Select(row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"])),
        ];
}
