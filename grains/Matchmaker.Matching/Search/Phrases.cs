using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Search;

/// <summary>Every phrase of the product with what it means: closed lists, attributes, taxonomies, directions.</summary>
internal static class Phrases
{
    // Because "industrial" and 工業 stand in the names of half of all buildings: of these lists only words.csv counts.
    private static readonly string[] ListsByWordsAlone = ["zone", "leaseUser"];

    // Because what is "other" is no answer to anybody's question.
    private static readonly string[] NoAnswers = ["other", "elsewhere"];

    // Because a search for a space does not wish for its neighbour's explosives.
    private static readonly string[] Unsought = ["dangerousGoodsNeighbour"];

    /// <summary>Pairs of a phrase as people type it and a meaning; a phrase may come several times.</summary>
    public static IEnumerable<(string Phrase, Interpretation Meaning)> Of(TaxonomySet taxonomies) =>
        [.. OfLists(), .. OfAttributes(), .. OfTurns(), .. OfTaxonomies(taxonomies)];

    /// <summary>The codes of taxonomies themselves, which people type but no name holds.</summary>
    public static IEnumerable<(string Code, Interpretation Meaning)> Codes(TaxonomySet taxonomies) =>
        from taxonomy in taxonomies.All
        from term in taxonomy.Terms
        where term.Code.Contains('/', StringComparison.Ordinal) // because a code of one word, such as process, is a word like any other
        select (term.Code, (Interpretation)new TagInterpretation(taxonomy.Id, taxonomy.Current(term.Code)));

    private static IEnumerable<(string Phrase, Interpretation Meaning)> OfLists()
    {
        var lists = BoardTable
            .All.SelectMany(board => board.Attributes)
            .Where(attribute => attribute.ListCode is not null)
            .DistinctBy(attribute => attribute.ListCode);
        foreach (var list in lists)
        {
            var labels = ListsByWordsAlone.Contains(list.ListCode)
                ? []
                : list.Values.Where(entry => !NoAnswers.Contains(entry.Code));
            foreach (
                var pair in labels.SelectMany(
                    entry => entry.Label.All.Append(Words(entry.Code)),
                    (entry, label) => (label, Code(entry.Code))
                )
            )
                yield return pair;
            foreach (
                var pair in SearchWords
                    .Of(list.ListCode!)
                    .SelectMany(row => row.Words, (row, word) => (word, Code(row.Code)))
            )
                yield return pair;

            Interpretation Code(string code) => new CodeInterpretation(list.ListCode!, code);
        }
    }

    private static IEnumerable<(string Phrase, Interpretation Meaning)> OfAttributes()
    {
        foreach (var attribute in BoardTable.All.SelectMany(board => board.Attributes))
        {
            if (attribute.Kind is not (AttributeKind.Number or AttributeKind.Flag) || Unsought.Contains(attribute.Code))
                continue;
            Interpretation meaning =
                attribute.Kind is AttributeKind.Flag
                    ? new FlagInterpretation(attribute.Code)
                    : new AttributeInterpretation(attribute.Code);
            foreach (var label in attribute.Label.All)
                yield return (label, meaning);
        }

        foreach (var kind in new[] { "flag", "attribute", "preset" })
        {
            foreach (
                var pair in SearchWords
                    .Of(kind)
                    .SelectMany(row => row.Words, (row, word) => (word, Named(kind, row.Code)))
            )
                yield return pair;
        }
    }

    private static Interpretation Named(string kind, string code) =>
        (kind, code.Split('=', ':'), code.Contains('=')) switch
        {
            ("flag", _, _) => new FlagInterpretation(code),
            ("preset", [var name, var number], _) => new PresetInterpretation(name, Number(number)),
            (_, [var name, var number], true) => new AttributeInterpretation(name, Number(number)),
            (_, [var name, var unit], _) => new AttributeInterpretation(name, null, unit),
            _ => new AttributeInterpretation(code),
        };

    private static IEnumerable<(string Phrase, Interpretation Meaning)> OfTurns()
    {
        foreach (var (code, words) in SearchWords.Of("turn"))
        {
            var turn = Enum.GetValues<Comparison>()
                .First(turn => code.StartsWith(turn.ToString(), StringComparison.OrdinalIgnoreCase));
            var side = Enum.GetValues<ComparisonSide>()
                .FirstOrDefault(
                    side => code.EndsWith(side.ToString(), StringComparison.Ordinal),
                    ComparisonSide.Before
                );
            foreach (var word in words)
                yield return (word, new ComparisonInterpretation(turn, side));
        }

        foreach (var word in SearchWords.Of("stop").SelectMany(row => row.Words))
            yield return (word, new StopWordInterpretation());
    }

    private static IEnumerable<(string Phrase, Interpretation Meaning)> OfTaxonomies(TaxonomySet taxonomies) =>
        from taxonomy in taxonomies.All
        from term in taxonomy.Terms
        from phrase in term.Label.All.Concat(term.Synonyms)
        select (phrase, (Interpretation)new TagInterpretation(taxonomy.Id, taxonomy.Current(term.Code)));

    // Because codes are written in one word: kwunTong is "kwun Tong".
    private static string Words(string code) =>
        string.Concat(code.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? $" {c}" : $"{c}"));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
