using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Runs;

/// <summary>
/// Events of runs (matching.md sections 6 and 7): whoever holds the list of before and takes the events in holds the
/// list of after, and each event is of a match that really differs.
/// </summary>
public class RunReverseTests
{
    private static readonly Board Sites = BoardTable.Sites;

    [Fact]
    public void Changed_spaces_and_new_days_raise_the_events_of_their_runs()
    {
        var events = 0;
        for (var seed = 0; seed < 250; seed++)
        {
            var some = new Some(seed);
            var demands = Enumerable.Range(0, 4).Select(i => Demand(some, $"d{i}")).ToList();
            var standing = new StandingDemands(Sites);
            demands.ForEach(standing.Put);
            var (index, day) = (
                IndexSnapshot.Empty(Sites).With(SomeFloors.Spaces(some, 4 + some.Int(24)), []),
                Some.Today
            );
            for (var step = 0; step < 6; step++)
            {
                var (before, dayBefore) = (index, day);
                IEnumerable<DemandChange> changes;
                if (some.Chance(0.3))
                {
                    day = day.AddDays(1 + some.Int(3));
                    changes = standing.AdvanceDay(index, dayBefore, day);
                }
                else
                {
                    var moved = Moved(some, index, step);
                    index = index.With(
                        [.. moved.Select(change => change.After).OfType<Profile>()],
                        [.. moved.Where(change => change.After is null).Select(change => change.Before!.Id)]
                    );
                    changes = standing.Changes(moved, day, day, before, index);
                }

                foreach (var demand in demands)
                    events += AssertLeads(demand, demand, before, dayBefore, index, day, changes, seed);
            }
        }

        Assert.True(events > 250, $"{events} events of runs: they are too rare.");
    }

    [Fact]
    public void A_revised_demand_raises_the_events_of_its_runs()
    {
        for (var seed = 0; seed < 250; seed++)
        {
            var some = new Some(seed);
            var index = IndexSnapshot.Empty(Sites).With(SomeFloors.Spaces(some, 4 + some.Int(24)), []);
            var before = Demand(some, "d");
            var after = some.Int(3) switch
            {
                0 => before with { Combine = some.Chance(0.5) ? null : 2 + some.Int(5) },
                1 => before with { NotifyAbove = some.Int(100) },
                _ => Demand(some, "d"),
            };
            AssertLeads(
                before,
                after,
                index,
                Some.Today,
                index,
                Some.Today,
                StandingDemands.RevisionChanges(before, after, index, index, Some.Today),
                seed
            );
        }
    }

    // Both audiences; answers how many events were of runs.
    private static int AssertLeads(
        StandingDemand before,
        StandingDemand after,
        IndexSnapshot indexBefore,
        DateOnly dayBefore,
        IndexSnapshot indexAfter,
        DateOnly dayAfter,
        IEnumerable<DemandChange> changes,
        int seed
    )
    {
        var ofRuns = 0;
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var held = Listed(before, indexBefore, dayBefore, audience);
            var change = changes.SingleOrDefault(one => one.Demand == after.Id && one.Audience == audience);
            foreach (var (kind, id, match) in change?.Transitions ?? [])
            {
                Assert.True(kind == MatchEventKind.Appeared != held.ContainsKey(id), $"seed {seed}: {kind} {id}");
                Assert.True(match is null || match != held.GetValueOrDefault(id), $"seed {seed}: {id} is the same");
                if (match is null)
                    held.Remove(id);
                else
                    held[id] = match;
                ofRuns += id.Contains('+') ? 1 : 0;
            }

            var fresh = Listed(after, indexAfter, dayAfter, audience);
            Assert.True(
                held.OrderBy(match => match.Key, StringComparer.Ordinal)
                    .SequenceEqual(fresh.OrderBy(match => match.Key, StringComparer.Ordinal)),
                $"seed {seed}: {audience}"
            );
        }

        return ofRuns;
    }

    private static Dictionary<string, Match> Listed(
        StandingDemand demand,
        IndexSnapshot index,
        DateOnly day,
        Audience audience
    ) =>
        index
            .Search(
                new(
                    demand.Criteria,
                    2000,
                    day,
                    new(audience is Audience.Office, null, Demand: demand.Id),
                    Combine: demand.Combine
                )
            )
            .Matches.Where(demand.Notifies)
            .ToDictionary(match => match.Id, StringComparer.Ordinal);

    private static List<ProfileChange> Moved(Some some, IndexSnapshot index, int step) =>
        [
            .. index
                .Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal)
                .Where(_ => some.Chance(0.2))
                .Select(profile => new ProfileChange(profile, Changed(some, profile))),
            new(null, SomeFloors.Space(some, $"b1/new{step}")),
        ];

    private static Profile? Changed(Some some, Profile profile) =>
        some.Chance(0.3) ? SomeFloors.Space(some, profile.Id) : some.Changed(Sites, profile);

    private static StandingDemand Demand(Some some, string id) =>
        new(
            id,
            Sites.Code,
            "enterprises/e1",
            SomeFloors.Criteria(some),
            some.Chance(0.7) ? 0 : some.Int(101),
            Combine: some.Chance(0.1) ? null : 2 + some.Int(5)
        );
}
