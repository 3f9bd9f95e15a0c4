using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Search.Parsing;

namespace Matchmaker.Matching.Briefs;

/// <summary>
/// The units that people leave out beside a name: bare.csv, each with the numbers that are likely in it. A file says
/// its unit in its column; a sentence that says none is asked about, unless the attribute's own unit alone is likely.
/// </summary>
internal static class BareUnits
{
    /// <summary>By the code of an attribute, in the order of choices; an attribute that is counted has none.</summary>
    public static FrozenDictionary<string, ImmutableArray<BareUnit>> All { get; } =
        Csv.Embedded("Briefs.bare.csv")
            .Select(row => new BareUnit(
                row["of"],
                row["unit"],
                decimal.Parse(row["least"], CultureInfo.InvariantCulture),
                decimal.Parse(row["greatest"], CultureInfo.InvariantCulture),
                new(row["en"], row["zh_hant"], row["zh_hans"])
            ))
            .GroupBy(unit => unit.Attribute)
            .ToFrozenDictionary(units => units.Key, units => units.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The term as a sentence means it: a bare number in no sure unit is not taken.</summary>
    public static SearchTerm Asked(SearchTerm term) =>
        term.Interpretations is [AmountInterpretation { Unit.Length: 0, Attributes: [var attribute, ..] } amount]
        && !IsSure(attribute, amount.Number)
            ? term with
            {
                Interpretations = [new UnreadInterpretation(amount)],
            }
            : term;

    /// <summary>The units that it may have, the likely ones first; empty: it is counted.</summary>
    public static IEnumerable<BareUnit> Of(AmountInterpretation amount) =>
        amount is { Unit.Length: 0, Attributes: [var attribute, ..] }
            ? All.GetValueOrDefault(attribute, [])
                .Where(unit => QuantityReader.Convert(attribute, amount.Number, unit.Unit) > 0)
                .OrderByDescending(unit => unit.IsLikely(amount.Number))
            : [];

    private static bool IsSure(string attribute, decimal number) =>
        All.GetValueOrDefault(attribute, []) is var units
        && (units.IsEmpty || units.Where(unit => unit.IsLikely(number)).ToList() is [{ IsOwn: true }]);
}

/// <param name="Unit">As written; behind a $ where it is money.</param>
/// <param name="Least">The least number that is likely in the unit.</param>
/// <param name="Greatest">The greatest number that is likely in the unit.</param>
/// <param name="Label">The number with its unit; {0} stands for the number.</param>
internal sealed record BareUnit(string Attribute, string Unit, decimal Least, decimal Greatest, LocalText Label)
{
    /// <summary>Whether it is the unit in which the attribute's values are kept.</summary>
    public bool IsOwn { get; } = QuantityReader.IsOwnUnit(Attribute, Unit);

    public bool IsLikely(decimal number) => number >= Least && number <= Greatest;

    /// <summary>The label for a number as written.</summary>
    public LocalText For(string number)
    {
        return new(Said(Label.En!), Said(Label.ZhHant!), Said(Label.ZhHans!));

        string Said(string label) => label.Replace("{0}", number, StringComparison.Ordinal);
    }
}
