using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Packages;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Matching.Values;
using Matchmaker.Matching.Visits;

namespace Matchmaker.Grains.Upgrades;

/// <summary>What each place is for the steps of a path, by the records that the caller sees. Pure.</summary>
/// <param name="industries">The codes of the list <c>industry</c> that the firm states.</param>
/// <param name="from">Where the firm is; null: nobody knows.</param>
/// <param name="home">The id of its building; null: not told, or not in the system.</param>
/// <param name="day">The day on which uses are judged.</param>
internal sealed class PlaceOptions(
    ImmutableArray<UpgradeStep> steps,
    PlaceNeeds needs,
    ImmutableArray<string> industries,
    PointValue? from,
    string? home,
    DateOnly day,
    GateTable table
)
{
    public PlaceOption Of(Building building) => Of(building, building.Id, building.Values, building.Waivers);

    /// <param name="match">What the search that found it says.</param>
    public PlaceOption Of(Match match, Space space, Building of) =>
        Of(of, match.Id, of.Values.SetItems(space.Values), space.WithWaiversOf(of)) with
        {
            Unit = space.Unit,
            Verdict = match.Verdict,
            Score = match.Score,
            Sample = of.Sample || space.Sample,
        };

    /// <summary>Those of other campuses that state an admission: those that admit the firm first.</summary>
    public ImmutableArray<PlaceOption> OfCampuses(IEnumerable<Building> buildings) =>
        [
            .. buildings
                .Where(campus => campus.Id != home)
                .Select(campus => (Campus: campus, Admission: campus.Values.GetValueOrDefault(Admission.Code)))
                .Where(each => each.Admission is not null)
                .Select(each =>
                    Of(each.Campus) with
                    {
                        Admission = each.Admission is UsesValue admission
                            ? PlaceRules.Admitted(admission, industries)
                            : null,
                        Source = each.Campus.SourceOf(Admission.Code),
                    }
                )
                .OrderBy(campus => campus.Admission is null)
                .ThenBy(campus => campus.Admission)
                .ThenBy(campus => campus.Id, StringComparer.Ordinal),
        ];

    private PlaceOption Of(
        Building of,
        string place,
        ImmutableSortedDictionary<string, Value> values,
        ImmutableArray<Waiver>? waivers
    )
    {
        var cost = SiteCost.Of(values, 1, day, table, waivers);
        return new(
            place,
            of.Name,
            Unit: null,
            place == of.Id ? null : (values.GetValueOrDefault("area") as NumberValue)?.Number,
            cost.Monthly,
            cost.Production,
            [.. steps.Select(step => PlaceRules.At(step, needs, values))],
            from is not null && place != home && values.GetValueOrDefault("location") is PointValue to
                ? Walking.Minutes(from, to)
                : null,
            Verdict: null,
            Score: null,
            Admission: null,
            Source: null,
            of.Sample
        );
    }
}
