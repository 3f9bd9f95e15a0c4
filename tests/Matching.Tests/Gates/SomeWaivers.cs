using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Matching.Tests.Gates;

/// <summary>Random waivers that begin and end around the days on which tests look.</summary>
internal static class SomeWaivers
{
    /// <summary>The first day after the relaxation of leases for research and testing.</summary>
    public static readonly DateOnly RulesTurn = new(2028, 1, 1);

    public static ImmutableArray<Waiver> Of(Some some) =>
        [.. Enumerable.Range(0, 1 + some.Int(2)).Select(_ => One(some))];

    private static Waiver One(Some some)
    {
        var from = (some.Chance(0.7) ? Some.Today : RulesTurn).AddDays(some.Int(7) - 5);
        return new(
            BoardTable.Sites.Find("uses")!.Values[some.Int(9)].Code,
            from,
            some.Chance(0.6) ? from.AddDays(some.Int(6)) : null,
            some.Chance(0.5) ? $"W{some.Int(3)}" : null
        );
    }
}
