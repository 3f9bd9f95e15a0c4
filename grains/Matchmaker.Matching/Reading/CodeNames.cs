using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading.Scanning;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Reading;

/// <summary>
/// The codes that an attribute takes, by code, name and synonym in three languages; case, spaces, hyphens and full
/// width do not count.
/// </summary>
public sealed partial class CodeNames
{
    private const int Suggested = 3;
    private const int MaxCompared = 60;

    private static readonly ConcurrentDictionary<string, CodeNames> Lists = new(StringComparer.Ordinal);

    // A new state of the taxonomies brings its own names, and the old ones go with the old state.
    private static readonly ConditionalWeakTable<
        TaxonomySet,
        ConcurrentDictionary<(string, string), CodeNames>
    > Taxonomies = [];

    private readonly FrozenSet<string> _codes;
    private readonly FrozenDictionary<string, string> _byName;
    private readonly ImmutableArray<(string Key, string Code)> _names;

    /// <param name="codes">Every code that is taken as it stands.</param>
    /// <param name="names">Names with the codes that they mean, codes before labels before synonyms.</param>
    private CodeNames(IEnumerable<string> codes, IEnumerable<IEnumerable<(string Name, string Code)>> names)
    {
        _codes = codes.ToFrozenSet(StringComparer.Ordinal);
        var byName = new Dictionary<string, string?>(StringComparer.Ordinal);
        var keys = new List<(string Key, string Code)>();
        foreach (var rank in names)
        {
            var meanings = rank.Select(name => (Key: ReadingText.Key(name.Name), name.Code)).Distinct().ToList();
            keys.AddRange(meanings);
            foreach (
                var name in meanings.Where(name => name.Key.Length > 0).GroupBy(name => name.Key, name => name.Code)
            )
                byName.TryAdd(name.Key, name.Distinct().Count() == 1 ? name.First() : null);
        }

        _byName = byName
            .Where(name => name.Value is not null)
            .ToFrozenDictionary(name => name.Key, name => name.Value!, StringComparer.Ordinal);
        _names = [.. keys.Distinct()];
    }

    /// <summary>The codes of an attribute's closed list.</summary>
    public static CodeNames OfList(BoardAttribute attribute) => OfList(attribute.ListCode!, attribute.Values);

    /// <summary>The codes of the taxonomies of an attribute.</summary>
    public static CodeNames OfTerms(TaxonomySet taxonomies, string board, string attribute) =>
        Taxonomies
            .GetOrCreateValue(taxonomies)
            .GetOrAdd((board, attribute), place => OfTerms([.. taxonomies.Of(place.Item1, place.Item2)]));

    /// <summary>The code that a text means; null: none, or several.</summary>
    public string? Find(string written)
    {
        if (_codes.Contains(written))
            return written;
        var key = ReadingText.Key(written);
        // A standard is often written with the year of its edition: ISO 9001:2015.
        return _byName.GetValueOrDefault(key) ?? _byName.GetValueOrDefault(Edition().Replace(key, ""));
    }

    /// <summary>The three codes whose names are nearest to a text, the nearest first.</summary>
    public ImmutableArray<string> Nearest(string written)
    {
        var key = ReadingText.Key(written);
        if (key.Length > MaxCompared)
            key = key[..MaxCompared];
        return
        [
            .. _names
                .Select(name =>
                    (name.Code, Distance: (Distance(key, name.Key), -key.AsSpan().CommonPrefixLength(name.Key)))
                )
                .GroupBy(name => name.Code, name => name.Distance)
                .Select(code => (Code: code.Key, Distance: code.Min()))
                .OrderBy(code => code.Distance)
                .ThenBy(code => code.Code, StringComparer.Ordinal)
                .Take(Suggested)
                .Select(code => code.Code),
        ];
    }

    private static CodeNames OfList(string list, ImmutableArray<ListEntry> entries) =>
        Lists.GetOrAdd(
            list,
            code =>
                new(
                    entries.Select(entry => entry.Code),
                    [
                        entries.Select(entry => (entry.Code, entry.Code)),
                        entries.SelectMany(entry => entry.Label.All, (entry, name) => (name, entry.Code)),
                        Csv.Embedded("Search.words.csv")
                            .Where(row => row["kind"] == code)
                            .SelectMany(row => row["words"].Split('|'), (row, word) => (word, row["code"])),
                    ]
                )
        );

    private static CodeNames OfTerms(ImmutableArray<Taxonomy> taxonomies)
    {
        var terms = taxonomies.SelectMany(
            taxonomy => taxonomy.Terms,
            (taxonomy, term) => (Term: term, Code: taxonomy.Current(term.Code))
        );
        return new(
            terms.Select(term => term.Term.Code),
            [
                terms.Select(term => (term.Term.Code, term.Code)),
                terms.SelectMany(term => term.Term.Label.All, (term, name) => (name, term.Code)),
                terms.SelectMany(term => term.Term.Synonyms, (term, name) => (name, term.Code)),
            ]
        );
    }

    // Edits between two keys, in hundredths of the longer one; a name that holds the whole text is near.
    private static int Distance(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return 100;
        if (right.Length > MaxCompared)
            right = right[..MaxCompared];
        if (left.Length > 1 && right.Contains(left, StringComparison.Ordinal))
            return 30 * (right.Length - left.Length) / right.Length;
        Span<int> row = stackalloc int[right.Length + 1];
        for (var i = 0; i <= right.Length; i++)
            row[i] = i;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var edits = Math.Min(
                    Math.Min(row[j], row[j - 1]) + 1,
                    diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)
                );
                (diagonal, row[j]) = (row[j], edits);
            }
        }

        return 100 * row[right.Length] / Math.Max(left.Length, right.Length);
    }

    [GeneratedRegex(@":(?:19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Edition();
}
