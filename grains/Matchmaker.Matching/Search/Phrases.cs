using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Search;

/// <summary>
/// Every phrase that the search understands, with its interpretation: closed lists, attributes, taxonomies,
/// comparisons.
/// </summary>
internal static class Phrases
{
    // "industrial" and 工業 occur in the names of half of all buildings: of these lists only words.csv counts.
    private static readonly string[] ListsByWordsAlone = ["zone", "leaseUser"];

    // "Other" is never the subject of a search.
    private static readonly string[] ExcludedCodes = ["other", "elsewhere"];

    /// <summary>Pairs of a phrase as people type it and an interpretation; a phrase may occur several times.</summary>
    public static IEnumerable<(string Phrase, Interpretation Interpretation)> Of(TaxonomySet taxonomies) =>
        [
            .. OfLists(),
            .. OfAttributes(),
            .. OfStations(),
            .. OfStationNames(),
            .. OfComparisons(),
            .. OfTaxonomies(taxonomies),
        ];

    /// <summary>The codes of taxonomies themselves, which people type although no label contains them.</summary>
    public static IEnumerable<(string Code, Interpretation Interpretation)> Codes(TaxonomySet taxonomies) =>
        from taxonomy in taxonomies.All
        from term in taxonomy.Terms
        // A single-word code, such as process, is an ordinary word.
        where term.Code.Contains('/', StringComparison.Ordinal)
        select (term.Code, (Interpretation)new TagInterpretation(taxonomy.Id, taxonomy.Current(term.Code)));

    /// <summary>The names of the typical machines, which a sentence understands and a search does not.</summary>
    public static IEnumerable<(string Phrase, MachineInterpretation Machine)> OfMachines() =>
        from pair in MachineLibrary
            .All.SelectMany(machine => machine.Name.All, (machine, name) => (machine.Id, Name: name))
            .Concat(SearchWords.Of("machine").SelectMany(row => row.Words, (row, word) => (Id: row.Code, Name: word)))
            .DistinctBy(pair => (pair.Id, Folding.Of(pair.Name)))
        select (pair.Name, new MachineInterpretation(pair.Id));

    private static IEnumerable<(string Phrase, Interpretation Interpretation)> OfLists()
    {
        var lists = BoardTable
            .All.SelectMany(board => board.Attributes)
            .Where(attribute => attribute.ListCode is not null)
            .DistinctBy(attribute => attribute.ListCode);
        foreach (var list in lists)
        {
            var labels = ListsByWordsAlone.Contains(list.ListCode)
                ? []
                : list.Values.Where(entry => !ExcludedCodes.Contains(entry.Code));
            foreach (
                var pair in labels.SelectMany(
                    entry => entry.Label.All.Append(Words(entry.Code)).Append(entry.Code),
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

    private static IEnumerable<(string Phrase, Interpretation Interpretation)> OfAttributes()
    {
        foreach (var attribute in BoardTable.All.SelectMany(board => board.Attributes))
        {
            if (attribute.Kind is not (AttributeKind.Number or AttributeKind.Date or AttributeKind.Flag))
                continue;
            Interpretation interpretation =
                attribute.Kind is AttributeKind.Flag
                    ? new FlagInterpretation(attribute.Code)
                    : new AttributeInterpretation(attribute.Code);
            foreach (var label in attribute.Label.All)
                yield return (label, interpretation);
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

    // A station's name alone is its district.
    private static IEnumerable<(string Phrase, Interpretation Interpretation)> OfStations() =>
        from station in StationTable.All
        from phrase in new[]
        {
            $"{station.Name.En} station",
            $"{station.Name.En} MTR",
            $"{station.Name.En} MTR station",
            $"MTR {station.Name.En}",
            $"MTR {station.Name.En} station",
            $"{station.Name.ZhHant}站",
            $"{station.Name.ZhHant}港鐵",
            $"{station.Name.ZhHant}地鐵",
            $"{station.Name.ZhHant}港鐵站",
            $"{station.Name.ZhHant}地鐵站",
            $"港鐵{station.Name.ZhHant}站",
            $"地鐵{station.Name.ZhHant}站",
        }
        select (phrase, (Interpretation)new StationInterpretation(station.Code, StationTable.NearMetres));

    // Minutes beside its name alone are a walk to the station.
    private static IEnumerable<(string Phrase, Interpretation Interpretation)> OfStationNames() =>
        from station in StationTable.All
        from name in station.Name.All
        select (name, (Interpretation)new StationInterpretation(station.Code, 0));

    private static IEnumerable<(string Phrase, Interpretation Interpretation)> OfComparisons()
    {
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            foreach (var side in Enum.GetValues<ComparisonSide>())
            {
                foreach (var word in ReadingWords.OfComparison(comparison, $"{side}"))
                    yield return (word, new ComparisonInterpretation(comparison, side));
            }
        }

        foreach (var word in ReadingWords.Of("now"))
            yield return (word, new NowInterpretation());

        foreach (var (code, words) in SearchWords.Of("denial"))
        {
            foreach (var word in words)
                yield return (word, Denial(code));
        }

        foreach (var (code, words) in SearchWords.Of("vague"))
        {
            foreach (var word in words)
                yield return (word, new VagueInterpretation(code));
        }

        foreach (var (side, words) in SearchWords.Of("wish"))
        {
            foreach (var word in words)
                yield return (word, new WishInterpretation(Enum.Parse<WishSide>(side, ignoreCase: true)));
        }

        foreach (var word in SearchWords.Of("noun").SelectMany(row => row.Words))
            yield return (word, new NounInterpretation());

        foreach (var word in SearchWords.Of("stop").SelectMany(row => row.Words))
            yield return (word, new StopWordInterpretation());
    }

    private static DenialInterpretation Denial(string code) =>
        Enum.GetValues<DenialSide>().FirstOrDefault(side => code.EndsWith($"{side}", StringComparison.Ordinal))
            is var side
        && side is DenialSide.Either
            ? new(Enum.Parse<Denial>(code, ignoreCase: true))
            : new(Enum.Parse<Denial>(code[..^$"{side}".Length], ignoreCase: true), side);

    private static IEnumerable<(string Phrase, Interpretation Interpretation)> OfTaxonomies(TaxonomySet taxonomies) =>
        from taxonomy in taxonomies.All
        from term in taxonomy.Terms
        from phrase in term.Label.All.Concat(term.Synonyms).Concat(TradeWords(taxonomy.Id, term.Code))
        select (phrase, (Interpretation)new TagInterpretation(taxonomy.Id, taxonomy.Current(term.Code)));

    private static IEnumerable<string> TradeWords(string list, string code) =>
        SearchWords.Of(list).Where(row => row.Code == code).SelectMany(row => row.Words);

    // Splits a camel-case code: kwunTong becomes "kwun Tong".
    private static string Words(string code) =>
        string.Concat(code.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? $" {c}" : $"{c}"));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
