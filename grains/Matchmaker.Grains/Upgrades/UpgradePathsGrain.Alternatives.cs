using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Upgrades;

/// <summary>Finds the places where the steps of a path could be taken, as the caller sees them.</summary>
internal sealed partial class UpgradePathsGrain
{
    private const int Nearest = 3;
    private const int MostNear = 500;
    private const int MostCampuses = 20;

    // The name of such a building or its address says that it is of one.
    private const string InnoPark = "InnoPark";

    public async Task<PathAlternatives> Alternatives(
        Caller caller,
        string firm,
        AlternativesQuestion question,
        CancellationToken cancellation = default
    )
    {
        var record = await GrainFactory.FirmThatUpgrades(caller, firm, cancellation);
        var needs = question.Needs ?? new();
        var kept = question.Steps is null
            ? await Lookups.OrNull(() => GrainFactory.Upgrade(firm).Get(caller, cancellation))
            : null;
        var day = question.On ?? time.Today();
        var table = await StepsOn(day, cancellation);
        ImmutableArray<FieldError> errors =
        [
            .. UpgradeRules.Check(table, new(), question.Steps ?? [], Known(table)),
            .. PlaceRules.Check(needs),
        ];
        if (!errors.IsEmpty)
            throw new InvalidException([.. errors]);
        var chosen = question.Steps ?? kept?.Steps ?? [];
        ImmutableArray<UpgradeStep> steps = [.. chosen.Select(step => table.Find(step.Step)!)];
        var rules = await gates.Now(cancellation);
        var building = record.BuildingId is { } id
            ? await Lookups.OrNull(() => GrainFactory.Building(id).Get(caller, cancellation))
            : null;
        var from =
            (building?.Values.GetValueOrDefault("location") ?? record.Values.GetValueOrDefault("location"))
            as PointValue;
        var area = needs.Area ?? (record.Values.GetValueOrDefault("workshopArea") as NumberValue)?.Number;
        var industries = StrategicIndustries.CodesIn([
            .. (Tags(record, "industries")?.Tags ?? []).Select(tag => tag.Code),
        ]);
        var present = building?.Values ?? ImmutableSortedDictionary<string, Value>.Empty;
        ImmutableArray<Criterion> criteria = from is null ? [] : PlaceRules.Criteria(steps, needs, from, area, present);
        var found = from is null
            ? null
            : await GrainFactory
                .Index(BoardTable.Sites.Code)
                .Match(caller, new(criteria, MostNear, AsOf: day), cancellation);
        // A unit of which nobody knows where it is may be anywhere: the first criterion asks how far it is.
        ImmutableArray<Match> near = [.. (found?.Matches ?? []).Where(match => match.Parts[0].Outcome is Outcome.Met)];
        var options = new PlaceOptions(steps, needs, industries, from, building?.Id, day, rules);
        var nearby = await Task.WhenAll(near.Take(Nearest).Select(Unit));
        var campuses = await GrainFactory
            .Catalogue<Building>()
            .List(caller, new(Text: InnoPark, Limit: MostCampuses), cancellation);
        return new(
            day,
            area,
            industries,
            building is null ? null : options.Of(building),
            found is null ? null : near.Length,
            criteria,
            [.. nearby.OfType<PlaceOption>()],
            options.OfCampuses(campuses.Items)
        );

        async Task<PlaceOption?> Unit(Match match)
        {
            if (SpaceId.Parse(match.Id) is not { } place)
                return null;
            var grain = GrainFactory.Building(place.Building);
            return
                await Lookups.OrNull(() => grain.Get(caller, cancellation)) is { } of
                && await Lookups.OrNull(() => grain.GetSpace(caller, place.Space, cancellation)) is { } space
                ? options.Of(match, space, of)
                : null;
        }
    }
}
