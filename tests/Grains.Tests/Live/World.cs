using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>Three buildings, their spaces and three demands that chance changes through the grains.</summary>
internal sealed class World(TestSystem system, Random chance)
{
    public static readonly ImmutableArray<string> Demands = ["d1", "d2", "d3"];

    private static readonly string[] Buildings = ["b1", "b2", "b3"];
    private static readonly string[] Spaces = ["s1", "s2", "s3", "s4"];

    public async Task Begin()
    {
        await system.Grains.Enterprise("e1").Put(Some.Officer, Some.Enterprise(), null, true);
        foreach (var demand in Demands)
            await PutDemand(demand);
        for (var i = 0; i < 20; i++)
            await Change();
    }

    public Task Change() =>
        chance.Next(15) switch
        {
            0 => PutBuilding(Pick(Buildings)),
            1 => DeleteBuilding(Pick(Buildings)),
            2 => PutDemand(Pick(Demands)),
            3 => DeleteDemand(Pick(Demands)),
            4 => DeleteSpace(Pick(Buildings), Pick(Spaces)),
            5 => Import(Pick(Buildings)),
            6 => Midnight(),
            7 or 8 => Hold(Pick(Buildings), Pick(Spaces), Pick(Demands)),
            9 => Release(Pick(Buildings), Pick(Spaces)),
            _ => PutSpace(Pick(Buildings), Pick(Spaces)),
        };

    /// <summary>What a demand's list must be, worked out from the records one by one.</summary>
    public async Task<IEnumerable<string>> Expected(string demand, Caller caller)
    {
        if (await Find(() => system.Grains.Demand(demand).Get(Some.Officer)) is not { } seeks)
            return [];
        var today = DateOnly.FromDateTime(system.Time.GetUtcNow().AddHours(8).DateTime);
        var seen = new List<Profile>();
        foreach (var id in Buildings)
        {
            if (await Find(() => system.Grains.Building(id).Get(Some.Officer)) is not { } building)
                continue;
            foreach (var space in (await system.Grains.Catalogue<Space>().List(Some.Officer, new(Parent: id))).Items)
            {
                var isFree =
                    space.Status is SpaceStatus.Vacant
                    || (space.Status is SpaceStatus.Held && space.Hold?.Demand == demand);
                if (!isFree || !(caller.IsOffice || (space.Public && building.Public)))
                    continue;
                seen.Add(ProfileOf(space, building));
            }
        }

        return seen.Concat(Runs(seeks, seen, today))
            .Select(profile => Evaluator.Evaluate(BoardTable.Sites, seeks.Criteria, profile, today))
            .Where(match =>
                match.Verdict is Verdict.Match or Verdict.Possible && match.Score >= (double)seeks.NotifyAbove
            )
            .OrderBy(match => match.Id, StringComparer.Ordinal)
            .Select(Client.Text);
    }

    private static IEnumerable<Profile> Runs(Demand seeks, List<Profile> seen, DateOnly today)
    {
        if (seeks.Criteria.FirstOrDefault(criterion => criterion.Attribute == "area") is not { } area)
            return [];
        var others = seeks.Criteria.Remove(area);
        var (least, most) = (((NumberValue)area.Limit!).Number, seeks.Combine ?? 1);
        return seen.Where(space =>
                space.Place is not null
                && space.Values.ContainsKey("area")
                && Evaluator.Evaluate(BoardTable.Sites, others, space, today).Verdict
                    is Verdict.Match
                        or Verdict.Possible
            )
            .GroupBy(space => (space.Place!.Group, Floor: space.Values.GetValueOrDefault("floor")))
            .Where(floor => floor.Key.Floor is not null)
            .SelectMany(floor =>
                from first in floor
                from last in floor
                let members = floor
                    .Where(space =>
                        space.Place!.Position >= first.Place!.Position && space.Place.Position <= last.Place!.Position
                    )
                    .OrderBy(space => space.Place!.Position)
                    .ToImmutableArray()
                where members.Length > 1 && members.Length <= most
                where last.Place!.Position - first.Place!.Position == members.Length - 1
                let sum = members.Sum(Area)
                where sum >= least && sum - Area(first) < least && sum - Area(last) < least
                select members[0] with
                {
                    Id = string.Join('+', members.Select(member => member.Id)),
                    Hold = members.Select(member => member.Hold).FirstOrDefault(hold => hold is not null),
                    Members = members,
                }
            );

        static decimal Area(Profile space) => ((NumberValue)space.Values["area"]).Number;
    }

    private static Profile ProfileOf(Space space, Building building)
    {
        var all = Dated(space)
            .Concat(Dated(building).Where(dated => !space.Values.ContainsKey(dated.value.Key)))
            .ToList();
        return new(
            space.Id,
            Some.Values([.. all.Select(dated => (dated.value.Key, dated.value.Value))]),
            all.Where(dated => dated.day is not null)
                .ToImmutableSortedDictionary(
                    dated => dated.value.Key,
                    dated => dated.day!.Value,
                    StringComparer.Ordinal
                ),
            space.Public && building.Public,
            space.Owner ?? building.Owner,
            space.Position is { } position ? new(building.Id, position) : null,
            Hold: space.Hold is { } hold ? new(hold.Demand!, hold.Until) : null
        );
    }

    private static IEnumerable<(KeyValuePair<string, Value> value, DateOnly? day)> Dated(Listing listing) =>
        listing.Values.Select(value =>
            (value, listing.Facts?.GetValueOrDefault(value.Key) is { VerifiedOn: { } day } ? day : listing.VerifiedOn)
        );

    private static async Task<T?> Find<T>(Func<Task<T>> get)
        where T : class
    {
        try
        {
            return await get();
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private async Task PutBuilding(string id)
    {
        var grain = system.Grains.Building(id);
        var before = await Find(() => grain.Get(Some.Officer));
        await grain.Put(
            Some.Officer,
            Some.Building(chance.Next(3) > 0, $"owners/o{chance.Next(2)}", [.. SomeValues()]) with
            {
                VerifiedOn = SomeDay(),
            },
            before?.Version,
            true
        );
    }

    private async Task DeleteBuilding(string id)
    {
        if (chance.Next(3) == 0 && await Find(() => system.Grains.Building(id).Get(Some.Officer)) is { } building)
            await system.Grains.Building(id).Delete(Some.Officer, building.Version);
    }

    private async Task PutSpace(string building, string id)
    {
        var grain = system.Grains.Building(building);
        if (await Find(() => grain.Get(Some.Officer)) is null)
            await PutBuilding(building);
        var before = await Find(() => grain.GetSpace(Some.Officer, id));
        var body = Some.Space(chance.Next(4) > 0, null, [.. SomeValues()]) with
        {
            VerifiedOn = SomeDay(),
            Status = chance.Next(4) == 0 ? SpaceStatus.Let : SpaceStatus.Vacant,
            Position = chance.Next(6) == 0 ? null : Array.IndexOf(Spaces, id),
        };
        await grain.PutSpace(Some.Officer, id, body, before?.Version, true);
    }

    // For few days, so that midnights end some.
    private async Task Hold(string building, string id, string demand)
    {
        try
        {
            await system
                .Grains.Holds()
                .Hold(Some.Officer, new(building, id), new(demand, system.Time.Today().AddDays(chance.Next(3))));
        }
        catch (Exception refused) when (refused is NotFoundException or ConflictException)
        {
            // No such space or demand now, or it is let.
        }
    }

    private async Task Release(string building, string id)
    {
        if (await Find(() => system.Grains.Building(building).GetSpace(Some.Officer, id)) is { Hold: not null })
            await system.Grains.Holds().Release(Some.Officer, new(building, id));
    }

    private async Task DeleteSpace(string building, string id)
    {
        if (await Find(() => system.Grains.Building(building).GetSpace(Some.Officer, id)) is { } space)
            await system.Grains.Building(building).DeleteSpace(Some.Officer, id, space.Version);
    }

    private async Task Import(string building) =>
        await system
            .Grains.Building(building)
            .Import(
                Some.Officer,
                [
                    new()
                    {
                        Id = building,
                        Public = chance.Next(2) == 0,
                        Values = Some.Values([.. SomeValues()]),
                        VerifiedOn = SomeDay(),
                    },
                    .. Spaces.Select(space => new ListingPatch
                    {
                        Id = $"{building}/{space}",
                        Public = true,
                        Values = Some.Values([.. SomeValues()]),
                    }),
                ],
                false
            );

    private async Task PutDemand(string id)
    {
        var before = await Find(() => system.Grains.Demand(id).Get(Some.Officer));
        Criterion[] criteria =
        [
            Some.AtLeast("power", chance.Next(1, 5) * 100),
            Some.AtMost("rent", chance.Next(100, 300), Strength.Prefer),
            Some.AtLeast("headroom", chance.Next(3, 5)),
        ];
        Criterion[] onArea = chance.Next(3) == 0 ? [] : [Some.AtLeast("area", chance.Next(3, 8) * 100)];
        await system
            .Grains.Demand(id)
            .Put(
                Some.Person(),
                Some.Demand(null, [.. criteria[..chance.Next(1, 4)], .. onArea]) with
                {
                    NotifyAbove = chance.Next(3) * 40,
                    Combine = chance.Next(4) == 0 ? null : chance.Next(2, 5),
                },
                before?.Version,
                true
            );
    }

    private async Task DeleteDemand(string id)
    {
        if (chance.Next(3) == 0 && await Find(() => system.Grains.Demand(id).Get(Some.Officer)) is { } demand)
            await system.Grains.Demand(id).Delete(Some.Officer, demand.Version);
    }

    private Task Midnight()
    {
        if (chance.Next(3) == 0)
            system.Time.Advance(TimeSpan.FromDays(1));
        return Task.CompletedTask;
    }

    private IEnumerable<(string, Value)> SomeValues()
    {
        if (chance.Next(3) > 0)
            yield return ("power", Some.Number(chance.Next(1, 6) * 100));
        if (chance.Next(3) > 0)
            yield return ("rent", Some.Number(chance.Next(80, 320)));
        if (chance.Next(3) > 0)
            yield return ("headroom", Some.Number(chance.Next(2, 6)));
        if (chance.Next(8) > 0)
            yield return ("area", Some.Number(chance.Next(1, 5) * 100));
        if (chance.Next(8) > 0)
            yield return ("floor", Some.Number(chance.Next(4) == 0 ? 2 : 1));
    }

    // Around the day on which a rent (60 days) grows stale, so that midnights matter.
    private DateOnly? SomeDay() => chance.Next(4) == 0 ? null : Some.Today.AddDays(-62 + chance.Next(6));

    private string Pick(IReadOnlyList<string> ids) => ids[chance.Next(ids.Count)];
}
