using System.Collections.Immutable;
using System.Text;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Firms;

/// <summary>
/// A firm's name in one language without what says only that it is a company, so that its spellings agree. Pure.
/// </summary>
/// <param name="Key">Equal for names that are the same: words in any order, Han characters in theirs.</param>
/// <param name="Words">Each word or Han character once, those that many firms share last.</param>
internal sealed record DuplicateName(string Key, ImmutableArray<string> Words)
{
    /// <summary>From this share of common words on, two names are similar.</summary>
    public const double Similar = 0.6;

    private static readonly HashSet<string> CompanyWords =
    [
        .. Folded("ltd limited co company corp corporation inc incorporated plc llc the and"),
    ];

    private static readonly string[] CompanyEndings = [.. Folded("股份有限公司 有限責任公司 有限公司 公司 廠")];

    private static readonly Dictionary<string, string> LongForms = new(StringComparer.Ordinal)
    {
        ["mfg"] = "manufacturing",
        ["mfy"] = "manufactory",
        ["fty"] = "factory",
        ["eng"] = "engineering",
        ["ind"] = "industrial",
        ["intl"] = "international",
        ["hk"] = "hongkong",
    };

    private static readonly HashSet<string> TradeWords =
    [
        .. Folded(
            "metal work plastic precision engineering factory industrial industry product electronic printing manufacturing manufactory enterprise international trading group mould tool technology hongkong"
        ),
        .. "五金塑膠工業製造電子科技印刷機械工程實業國際集團香港".Select(sign => Folding.Of(sign.ToString())),
    ];

    /// <summary>Null: the text says no more than that it is a company.</summary>
    public static DuplicateName? Of(string text) => AllOf(text).FirstOrDefault();

    /// <summary>
    /// The name, and where one text holds it in two scripts, such as 榮發五金廠 Wing Fat Metal Works, each of them.
    /// </summary>
    public static IEnumerable<DuplicateName> AllOf(string text)
    {
        var (words, han) = Read(text);
        if (words.Count == 0 && han.Length == 0)
            yield break;
        yield return Make(words, han);
        // One Latin word beside Han characters is mostly a brand within the name, not the name in English.
        if (words.Count < 2 || han.Length < 2)
            yield break;
        yield return Make(words, "");
        yield return Make([], han);
    }

    private static DuplicateName Make(IReadOnlyList<string> words, string han)
    {
        var key = $"{string.Join(' ', words.Order(StringComparer.Ordinal))}|{han}";
        var all = words.Concat(han.EnumerateRunes().Select(sign => sign.ToString())).Distinct();
        return new(key, [.. all.OrderBy(TradeWords.Contains).ThenBy(word => word, StringComparer.Ordinal)]);
    }

    private static (IReadOnlyList<string> Words, string Han) Read(string text)
    {
        var words = new List<string>();
        var han = new StringBuilder();
        foreach (
            var piece in Folding
                .Of(text)
                .Replace("hong kong", "hongkong", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (!char.IsAscii(piece[0]))
                han.Append(piece);
            else if (!CompanyWords.Contains(piece))
                words.Add(LongForms.GetValueOrDefault(piece, piece));
        }

        return (words, WithoutEnding(han.ToString()));
    }

    /// <summary>
    /// The words of which any similar name must have at least one, because no other choice of common words reaches the
    /// share.
    /// </summary>
    public IEnumerable<string> Telling => Words.Take(Words.Length - (int)Math.Ceiling(Similar * Words.Length) + 1);

    /// <summary>Whether two names are similar; Block 1 and Block 2 are two.</summary>
    public bool IsLike(DuplicateName other) =>
        Likeness(other) >= Similar
        && (!Numbers.Any() || !other.Numbers.Any() || Numbers.Intersect(other.Numbers, StringComparer.Ordinal).Any());

    private IEnumerable<string> Numbers =>
        Words.Where(word => char.IsAsciiDigit(word[0]) || (word.Length == 1 && char.IsAsciiLetter(word[0])));

    // The share of their words that two names have in common.
    private double Likeness(DuplicateName other)
    {
        var common = Words.Intersect(other.Words, StringComparer.Ordinal).Count();
        return common / (double)(Words.Length + other.Words.Length - common);
    }

    private static string WithoutEnding(string han)
    {
        while (CompanyEndings.FirstOrDefault(ending => han.EndsWith(ending, StringComparison.Ordinal)) is { } ending)
            han = han[..^ending.Length];
        return han;
    }

    private static IEnumerable<string> Folded(string words) => words.Split(' ').Select(Folding.Of);
}
