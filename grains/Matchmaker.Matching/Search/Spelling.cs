using System.Collections.Frozen;

namespace Matchmaker.Matching.Search;

/// <summary>
/// Folds English words to one spelling. The result is a key, not always a word: equal keys mean equal words.
/// </summary>
internal static class Spelling
{
    private static readonly (string British, string American)[] Stems =
    [
        ("mould", "mold"),
        ("aluminium", "aluminum"),
        ("colour", "color"),
        ("centre", "center"),
        ("fibre", "fiber"),
        ("metre", "meter"),
        ("litre", "liter"),
        ("vapour", "vapor"),
        ("labour", "labor"),
        ("jewellery", "jewelry"),
        ("programme", "program"),
        ("licence", "license"),
        ("lyse", "lyze"),
        ("lysing", "lyzing"),
        ("sulphur", "sulfur"),
        ("catalogue", "catalog"),
        ("paed", "ped"),
        ("haem", "hem"),
        ("grey", "gray"),
        ("tyre", "tire"),
        ("ageing", "aging"),
        ("fulfill", "fulfil"),
        ("defence", "defense"),
        ("artefact", "artifact"),
        ("isation", "ization"),
        ("neighbour", "neighbor"),
        ("odour", "odor"),
        ("harbour", "harbor"),
    ];

    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["rd"] = "road",
        ["st"] = "street",
        ["ave"] = "avenue",
        ["ln"] = "lane",
        ["sq"] = "square",
        ["bldg"] = "building",
        ["bldgs"] = "building",
        ["bld"] = "building",
        ["blk"] = "block",
        ["ind"] = "industrial",
        ["indl"] = "industrial",
        ["ctr"] = "center",
        ["cntr"] = "center",
        ["fty"] = "factory",
        ["hse"] = "house",
        ["twr"] = "tower",
        ["flr"] = "floor",
        ["kln"] = "kowloon",
        ["ltd"] = "limited",
        ["co"] = "company",
        ["corp"] = "corporation",
        ["mfg"] = "manufacturing",
        ["mfy"] = "manufactory",
        ["intl"] = "international",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string British, string American)[] Endings =
    [
        ("ising", "izing"),
        ("ised", "ized"),
        ("iser", "izer"),
        ("ise", "ize"),
        ("elling", "eling"),
        ("elled", "eled"),
        ("our", "or"),
        ("tre", "ter"),
        ("bre", "ber"),
    ];

    /// <param name="word">The word in lower case, letters and digits only.</param>
    public static string Of(string word)
    {
        if (Abbreviations.TryGetValue(word, out var whole))
            return whole;
        // Shorter words, such as our, rise and gas, would turn into other words.
        if (word.Length < 4 || !char.IsAsciiLetter(word[0]))
            return word;
        var folded = Singular(word);
        foreach (var (british, american) in Stems)
        {
            if (folded.Contains(british, StringComparison.Ordinal))
                folded = folded.Replace(british, american, StringComparison.Ordinal);
        }

        return Ending(folded);
    }

    private static string Ending(string word)
    {
        foreach (var (british, american) in Endings)
        {
            if (word.Length > british.Length + 2 && word.EndsWith(british, StringComparison.Ordinal))
                return word[..^british.Length] + american;
        }

        return word;
    }

    private static string Singular(string word) =>
        word switch
        {
            [.., 's' or 'u' or 'i', 's'] => word,
            [_, _, .., 'i', 'e', 's'] => word[..^3] + "y",
            [.., 'x' or 's', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => word[..^2],
            [.., 's'] => word[..^1],
            _ => word,
        };
}
