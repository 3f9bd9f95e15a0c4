using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Tests.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests.Runs;

/// <summary>Random spaces on few floors of few buildings, and demands that combine them.</summary>
internal static class SomeFloors
{
    /// <summary>At most 9 spaces a floor, some of unknown floor or place, some with the position of another.</summary>
    public static List<Profile> Spaces(Some some, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Space(some, $"b{i % 3}/s{i * 7919 % 10007}"))];

    public static Profile Space(Some some, string id)
    {
        var profile = some.Profile(BoardTable.Sites, id);
        var capacities = SomePaths.Space(some, id);
        var values = profile.Values.SetItems(capacities.Values).SetItem("area", Some.Number(1 + some.Int(6)));
        if (some.Chance(0.05))
            values = values.Remove("area");
        values = some.Chance(0.07) ? values.Remove("floor") : values.SetItem("floor", Some.Number(some.Int(2)));
        return profile with
        {
            Values = values,
            VerifiedOn = profile.VerifiedOn.SetItems(capacities.VerifiedOn),
            Hold = some.Chance(0.7) ? null : profile.Hold,
            Place = some.Chance(0.07) ? null : new(id[..2], some.Int(5) + (some.Chance(0.1) ? 3 : 0)),
        };
    }

    public static ImmutableArray<Criterion> Criteria(Some some)
    {
        List<Criterion> criteria =
        [
            .. some.Criteria(BoardTable.Sites).Where(criterion => criterion.Attribute != "area").Take(some.Int(3)),
            .. Enumerable.Range(0, some.Chance(0.2) ? 2 : 1).Select(_ => OnArea(some)),
        ];
        if (some.Chance(0.1))
            criteria.Add(OnArea(some) with { Strength = Strength.Prefer });
        if (some.Chance(0.2))
            criteria.Insert(
                0,
                SomePaths.Takes(SomePaths.Machines(some)) with
                {
                    Strength = some.Chance(0.5) ? Strength.Must : Strength.Prefer,
                }
            );
        return DemandRules.Check(BoardTable.Sites, [.. criteria], "criteria").Value;
    }

    private static Criterion OnArea(Some some)
    {
        var least = 3 + some.Int(8);
        var criterion = new Criterion
        {
            Attribute = "area",
            Op =
                some.Chance(0.75) ? Op.AtLeast
                : some.Chance(0.7) ? Op.Between
                : Op.AtMost,
            Weight = 1 + some.Int(10),
        };
        return criterion.Op switch
        {
            Op.AtLeast => criterion with
            {
                Limit = Some.Number(least),
                Ideal = some.Chance(0.5) ? Some.Number(least + some.Int(6)) : null,
            },
            Op.AtMost => criterion with { Limit = Some.Number(least + some.Int(9)) },
            _ => criterion with { Min = Some.Number(least), Max = Some.Number(least + some.Int(4)) },
        };
    }
}
