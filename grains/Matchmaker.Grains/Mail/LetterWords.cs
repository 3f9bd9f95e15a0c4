using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Mail;

/// <summary>
/// Renders letters: letters.csv has the texts, labels.csv the names of codes. A letter is in its reader's language, or
/// has all three, one after the other, where the reader stated none. Pure.
/// </summary>
/// <param name="site">Where the system is reached, without a slash at the end.</param>
internal sealed partial class LetterWords(string site)
{
    /// <summary>In a link's place where the link is not the reader's to have.</summary>
    public const string Hidden = "…";

    private static readonly FrozenDictionary<string, Template> Templates = Csv.Embedded(
            typeof(LetterWords).Assembly,
            "Mail.letters.csv"
        )
        .ToFrozenDictionary(row => row["code"], row => new Template(Read(row, "subject_"), Read(row, "text_")));

    private static readonly FrozenDictionary<string, LocalText> Labels = Csv.Embedded(
            typeof(LetterWords).Assembly,
            "Mail.labels.csv"
        )
        .ToFrozenDictionary(row => row["code"], row => Read(row, ""));

    // In the order in which a letter reads, with the page's prefix for each.
    private static readonly ImmutableArray<(string Code, string Prefix, Func<LocalText, string> Read)> Languages =
    [
        ("zh-Hant", "/tc", Hant),
        ("en", "/en", English),
        ("zh-Hans", "/sc", Hans),
    ];

    /// <summary>The codes of all templates.</summary>
    public static IEnumerable<string> Codes => Templates.Keys;

    /// <summary>A code of an enumeration, as labels.csv calls it.</summary>
    /// <param name="list">What stands before the dot there, such as <c>outcome</c>.</param>
    public static LetterText Code<T>(string list, T code)
        where T : struct, Enum => Letters.Code($"{list}.{JsonNamingPolicy.CamelCase.ConvertName(code.ToString())}");

    /// <summary>What a code is called.</summary>
    public static LocalText Label(string code) => Labels[code];

    /// <summary>What a code is called in one language, with the values in its places.</summary>
    public static string Filled(string code, Func<LocalText, string> language, params string[] values) =>
        Numbers()
            .Replace(
                language(Label(code)),
                place => values[int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)]
            );

    /// <summary>An amount of a programme in HK$, as the ceiling that it is.</summary>
    public static string UpTo(long amount, Func<LocalText, string> language) =>
        Filled("programme.upTo", language, amount.ToString("N0", CultureInfo.InvariantCulture));

    /// <param name="token">Of the letter's link; null: it has none, or the reader may not have it.</param>
    /// <param name="language">The reader's; null: none is known.</param>
    public (string Subject, string Text) Of(Letter letter, string? token, string? language)
    {
        var template = Templates[letter.Template];
        var known = Languages.Where(row => row.Code == language).ToList();
        var page =
            letter.IsInvitation ? "invitation"
            : letter.IsReset ? "reset"
            : "consent";
        // The token is in the fragment, which no log records.
        var link = $"{site}{(known is [var only] ? only.Prefix : "")}/{page}#token={token ?? Hidden}";
        var readers = (known.Count > 0 ? known : [.. Languages]).Select(row => row.Read).ToList();
        var subjects = readers.Select(read => OneLine(Fill(template.Subject, letter, link, read))).Distinct();
        var texts = readers.Select(read => Fill(template.Text, letter, link, read).TrimEnd());
        return (string.Join(" / ", subjects), string.Join("\n\n— — —\n\n", texts) + "\n");
    }

    public static string English(LocalText text) => text.In("en") ?? "";

    public static string Hant(LocalText text) => text.In("zh-Hant") ?? "";

    public static string Hans(LocalText text) => text.In("zh-Hans") ?? "";

    private string Fill(LocalText template, Letter letter, string link, Func<LocalText, string> language) =>
        Places()
            .Replace(
                language(template),
                place =>
                    place.Groups[1].Value switch
                    {
                        "link" => link,
                        "site" => site,
                        var number => Write(letter.Texts[int.Parse(number, CultureInfo.InvariantCulture)], language),
                    }
            );

    private static string Write(LetterText text, Func<LocalText, string> language) =>
        language(text.Code ? Labels[text.Text.Plain!] : text.Text);

    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));

    private static LocalText Read(IReadOnlyDictionary<string, string> row, string prefix) =>
        new(Lines(row[prefix + "en"]), Lines(row[prefix + "zh_hant"]), Lines(row[prefix + "zh_hans"]));

    private static string Lines(string cell) => cell.Replace(@"\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\d|link|site)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex(@"\{(\d)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    private sealed record Template(LocalText Subject, LocalText Text);
}
