using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>Reverse matching against full recomputation (matching.md section 7).</summary>
public class ReverseTests
{
    [Fact]
    public void Every_change_raises_the_events_of_full_recomputation()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var demands = Enumerable.Range(0, 12).Select(i => some.Demand(board, $"d{i}")).ToList();
            var standing = new StandingDemands(board);
            demands.ForEach(standing.Put);
            var (before, day) = (some.Profiles(board, 25), Some.Today);
            for (var step = 0; step < 6; step++)
            {
                var changes = some.Chance(0.3)
                    ? [.. before.Select(profile => new ProfileChange(profile, profile))]
                    : before
                        .Where(_ => some.Chance(0.3))
                        .Select(profile => new ProfileChange(profile, some.Changed(board, profile)))
                        .Append(new ProfileChange(null, some.Profile(board, $"new{step}")))
                        .ToList();
                var next = some.Chance(0.4) ? day.AddDays(1 + some.Int(2)) : day;
                AssertSame(demands, board, changes, day, next, standing.Changes(changes, day, next), seed);
                before =
                [
                    .. before.Except(changes.Select(change => change.Before!)),
                    .. changes.Select(change => change.After).OfType<Profile>(),
                ];
                day = next;
            }
        }
    }

    [Fact]
    public void A_new_day_raises_the_events_of_full_recomputation()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var demands = Enumerable.Range(0, 10).Select(i => some.Demand(board, $"d{i}")).ToList();
            var standing = new StandingDemands(board);
            demands.ForEach(standing.Put);
            var profiles = some.Profiles(board, 60);
            List<ProfileChange> ended =
            [
                .. profiles
                    .Where(profile => profile.Hold is not null && some.Chance(0.5))
                    .Select(profile => new ProfileChange(profile, profile with { Hold = null })),
            ];
            var index = IndexSnapshot.Empty(board).With([.. profiles, .. ended.Select(change => change.After!)], []);
            var next = Some.Today.AddDays(1);
            List<ProfileChange> changes =
            [
                .. ended,
                .. index
                    .Profiles.Except(ended.Select(change => change.After!))
                    .Select(profile => new ProfileChange(profile, profile)),
            ];
            var actual = standing.AdvanceDay(index, Some.Today, next, ended);
            AssertSame(demands, board, changes, Some.Today, next, actual, seed);
        }
    }

    [Fact]
    public void A_revised_demand_raises_the_differences_between_its_two_lists()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var before = some.Demand(board, "d");
            var after =
                some.Chance(0.3) ? before with { NotifyAbove = some.Int(101) }
                : some.Chance(0.3) ? before with { Criteria = [.. before.Criteria.Skip(1)] }
                : some.Demand(board, "d");
            var profiles = some.Profiles(board, 40).OrderBy(profile => profile.Id, StringComparer.Ordinal).ToList();
            var index = IndexSnapshot.Empty(board).With(profiles, []);
            var actual = StandingDemands.RevisionChanges(before, after, index, index, Some.Today);
            var expected = new[] { Audience.Public, Audience.Office }.Select(audience => new DemandChange(
                "d",
                audience,
                [
                    .. profiles.SelectMany(profile =>
                        Expected(board, before, after, profile, profile, Some.Today, Some.Today, audience)
                    ),
                ]
            ));
            AssertSame(expected.Where(change => !change.Transitions.IsEmpty), actual, seed);
        }
    }

    private static void AssertSame(
        List<StandingDemand> demands,
        Board board,
        IReadOnlyList<ProfileChange> changes,
        DateOnly day,
        DateOnly next,
        ImmutableArray<DemandChange> actual,
        int seed
    )
    {
        var expected =
            from demand in demands.OrderBy(demand => demand.Id, StringComparer.Ordinal)
            from audience in new[] { Audience.Public, Audience.Office }
            let transitions = changes.SelectMany(change =>
                Expected(board, demand, demand, change.Before, change.After, day, next, audience)
            )
            where transitions.Any()
            select new DemandChange(demand.Id, audience, [.. transitions]);
        AssertSame(expected, actual, seed);
    }

    private static void AssertSame(IEnumerable<DemandChange> expected, ImmutableArray<DemandChange> actual, int seed)
    {
        Assert.Equal(
            expected.Select(change => (change.Demand, change.Audience)),
            actual.Select(change => (change.Demand, change.Audience))
        );
        foreach (var (wanted, given) in expected.Zip(actual))
            Assert.True(
                wanted.Transitions.SequenceEqual(given.Transitions),
                $"seed {seed}: {wanted.Demand} {wanted.Audience}"
            );
    }

    private static IEnumerable<Transition> Expected(
        Board board,
        StandingDemand old,
        StandingDemand now,
        Profile? before,
        Profile? after,
        DateOnly day,
        DateOnly next,
        Audience audience
    )
    {
        var was = IsIn(board, old, before, day, audience);
        var isNow = IsIn(board, now, after, next, audience);
        var match = isNow ? Evaluator.Evaluate(board, now.Criteria, after!, next) : null;
        if (!was && isNow)
            yield return new(MatchEventKind.Appeared, after!.Id, match);
        else if (was && !isNow)
            yield return new(MatchEventKind.Gone, before!.Id, null);
        else if (was && Text(Evaluator.Evaluate(board, old.Criteria, before!, day)) != Text(match!))
            yield return new(MatchEventKind.Changed, after!.Id, match);
    }

    // The JSON that a client sees is the plainest definition of "differs".
    private static string Text(Match match) => System.Text.Json.JsonSerializer.Serialize(match);

    private static bool IsIn(Board board, StandingDemand demand, Profile? profile, DateOnly day, Audience audience)
    {
        if (profile is null || (audience == Audience.Public && !profile.Public))
            return false;
        if (profile.Hold != null && profile.Hold.Demand != demand.Id)
            return false;
        var opinion = Oracle.Of(board, demand.Criteria, profile, day);
        var (over, under) = opinion.Score;
        return opinion.Accepted && over * 100 >= under * new System.Numerics.BigInteger(demand.NotifyAbove * 100);
    }
}
