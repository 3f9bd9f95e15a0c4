using Matchmaker.Contracts.Upgrades;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;
using Matchmaker.Web.Exports;

namespace Matchmaker.Web.Upgrades;

/// <summary>
/// Where the steps of a path could be taken as one table: staying, units nearby, and InnoParks, each with what it
/// costs, what is allowed there, and what each step asks of it. What is unknown says so.
/// </summary>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
/// <param name="steps">Those of the path's day.</param>
internal sealed class PlacesTable(string language, StepsOfDay steps)
{
    private static readonly string[] Columns = ["where", "place", "item", "says", "needed", "has", "unit", "source"];

    private readonly TableWords _words = new("Upgrades.placeWords.csv", language);

    /// <param name="rent">HK$ a month that the firm pays now; null: not told.</param>
    public Table Of(PathAlternatives places, PathTotals totals, long? rent) =>
        new(
            "places",
            [.. Columns.Select(column => _words[$"column.{column}"])],
            [
                .. Money(totals),
                .. places.Stay is { } stay ? Place("stay", stay, rent) : [Said("stay", "stayUnknown")],
                .. places.Near is { } near
                    ?
                    [
                        Counted(near, places),
                        .. places.Nearby.SelectMany(place => Place("near", place, place.MonthlyRent)),
                    ]
                    : new[] { Said("near", "nearUnknown") },
                Said("campus", places.Campuses.IsEmpty ? "campusNone" : "campusAsk"),
                .. places.Campuses.SelectMany(place => Place("campus", place, place.MonthlyRent)),
            ]
        );

    private IEnumerable<object?[]> Money(PathTotals totals) =>
        new[] { ("cost", totals.Cost), ("grants", totals.Grants), ("own", totals.Own) }.Select(money =>
            Row("every", null, _words[money.Item1], _words["same"], has: money.Item2, unit: "HK$")
        );

    private object?[] Counted(int near, PathAlternatives places) =>
        Row(
            "near",
            null,
            _words["vacant"],
            near == 0 ? _words["nearNone"]
                : places.Area is null ? _words["areaUnknown"]
                : null,
            places.Area,
            near,
            null
        );

    private object?[] Said(string where, string word) => Row(where, null, null, _words[word]);

    private IEnumerable<object?[]> Place(string where, PlaceOption place, long? rent)
    {
        var name = string.Join(' ', new[] { _words.TextOf(place.Name) ?? place.Id, place.Unit }.OfType<string>());
        if (place.Sample)
            name = $"{name} ({_words["sample"]})";
        if (place.Walk is { } walk)
            yield return Row(where, name, _words["walk"], has: walk, unit: _words["minutes"]);
        if (place.Area is { } area)
            yield return Row(where, name, _words["area"], has: area, unit: "m²");
        if (place.Score is { } score)
            yield return Row(where, name, _words["score"], has: Math.Round(score, 1));
        yield return Row(
            where,
            name,
            _words["rent"],
            rent is null ? _words[where is "stay" ? "rentYours" : "unknown"] : null,
            has: rent,
            unit: _words["month"]
        );
        yield return Row(where, name, _words["production"], Verdict(place.Production));
        if (where is "campus")
            yield return Row(where, name, _words["operator"], Verdict(place.Admission), source: place.Source);
        foreach (var step in place.Steps.Where(step => !step.Facts.IsEmpty))
        {
            var stepName = _words.TextOf(steps.Find(step.Step)!.Name)!;
            yield return Row(where, name, stepName, _words[Json.Code(step.Outcome)]);
            foreach (var fact in step.Facts)
                yield return Fact(where, name, stepName, fact);
        }
    }

    private object?[] Fact(string where, string place, string step, PlaceFact fact)
    {
        var attribute = BoardTable.Sites.Find(fact.Attribute)!;
        return Row(
            where,
            place,
            $"{step} – {_words.TextOf(attribute.Label)}",
            _words[Says(fact, attribute)],
            fact.Needed,
            fact.Actual switch
            {
                NumberValue number => number.Number,
                FlagValue flag => _words[flag.Yes ? "yes" : "no"],
                _ => null,
            },
            attribute.Unit
        );
    }

    private static string Says(PlaceFact fact, BoardAttribute attribute) =>
        (fact, attribute.Kind) switch
        {
            (_, AttributeKind.Path) => "machines",
            ({ Actual: FlagValue { Yes: false }, Outcome: Carrying.ToCheck }, _) => "fitted",
            ({ Outcome: Carrying.Carries }, _) => "carries",
            ({ Outcome: Carrying.Not }, _) => "not",
            ({ Actual: null }, _) => "unknown",
            _ => "needUnknown",
        };

    private string Verdict(UseVerdict? verdict) => _words[verdict is { } known ? Json.Code(known) : "unknown"];

    private object?[] Row(
        string where,
        string? place,
        string? item,
        string? says = null,
        object? needed = null,
        object? has = null,
        string? unit = null,
        string? source = null
    ) => [_words[where], place, item, says, needed, has, unit, source];
}
