using System.Text.Json;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Tests.Gates;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Reverse;

/// <summary>
/// Standing demands that are saved, changed and removed while profiles, days and tables of gates change, against a
/// dictionary of demands and the plain evaluator.
/// </summary>
public class StandingDemandsModelTests
{
    [Fact]
    public void Any_order_of_writes_and_changes_raises_the_events_of_full_recomputation()
    {
        var events = 0;
        for (var seed = 0; seed < 24; seed++)
        {
            var some = new Some(seed);
            var model = new Model(some, some.Board());
            // Some seeds stay below the first division of buckets, and some pass several.
            var most = some.Int(3) switch
            {
                0 => 12,
                1 => 90,
                _ => 300,
            };
            for (var step = 0; step < 40; step++)
                events += model.Step(most, seed);
        }

        Assert.True(events > 2_000, $"{events} events are too few to show anything.");
    }

    [Fact]
    public void More_demands_than_one_block_holds_raise_the_events_of_full_recomputation()
    {
        var some = new Some(7);
        var model = new Model(some, BoardTable.Sites);
        model.Put(2_500);
        for (var step = 0; step < 5; step++)
        {
            model.RemoveSome(0.05);
            model.Put(60);
            model.Change(3, seed: 7);
        }
    }

    [Fact]
    public void A_changed_demand_turns_the_bits_of_its_own_musts_alone()
    {
        var some = new Some(3);
        var standing = new StandingDemands(BoardTable.Sites);
        for (var i = 0; i < 6_000; i++)
            standing.Put(some.Demand(BoardTable.Sites, $"d{i}"));
        for (var i = 0; i < 1_000; i++)
        {
            var id = $"d{some.Int(6_000)}";
            var (old, next) = (standing.Find(id)!, some.Demand(BoardTable.Sites, id));
            var before = standing.Turned;
            standing.Put(next);
            // A must has at most 64 buckets.
            Assert.InRange(standing.Turned - before, 0, 64 * (old.Criteria.Length + next.Criteria.Length));
        }

        var turned = standing.Turned;
        standing.JudgeBy(SomeTables.Table(some, Some.Today));
        Assert.Equal(turned, standing.Turned);
    }

    private sealed class Model(Some some, Board board)
    {
        private readonly StandingDemands _standing = new(board);
        private readonly SortedDictionary<string, StandingDemand> _demands = new(StringComparer.Ordinal);
        private readonly List<Profile> _profiles = some.Profiles(board, 12);
        private GateTable _gates = GateTable.Shipped;
        private DateOnly _day = Some.Today;

        /// <returns>How many events there were.</returns>
        public int Step(int most, int seed)
        {
            switch (some.Int(8))
            {
                case 0:
                    Put(some.Int(most / 4));
                    return 0;
                case 1 or 2:
                    Put(1);
                    return 0;
                case 3:
                    RemoveSome(_demands.Count > most ? 0.5 : 0.02);
                    return 0;
                case 4 when board == BoardTable.Sites:
                    _gates = SomeTables.Table(some, _day);
                    _standing.JudgeBy(_gates);
                    return 0;
                case 5:
                    return NewDay(seed);
                default:
                    return Change(1 + some.Int(3), seed);
            }
        }

        /// <summary>Saves demands, under new ids and under known ones.</summary>
        public void Put(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var id = some.Chance(0.3) ? $"d{some.Int(5)}" : $"demand-{some.Int(5_000)}";
                _standing.Put(_demands[id] = some.Demand(board, id));
            }

            Assert.Equal(_demands.Count, _standing.Count);
            Assert.Equal(_demands.Values, _standing.After(null));
        }

        public void RemoveSome(double share)
        {
            foreach (var id in _demands.Keys.Where(_ => some.Chance(share)).ToList())
            {
                _demands.Remove(id);
                _standing.Remove(id);
                Assert.Null(_standing.Find(id));
            }
        }

        public int Change(int count, int seed)
        {
            var changes = new List<ProfileChange>();
            for (var i = 0; i < count; i++)
            {
                var at = some.Int(_profiles.Count);
                if (changes.Any(change => change.Before?.Id == _profiles[at].Id))
                    continue;
                if (some.Chance(0.2))
                {
                    var added = some.Profile(board, $"new{some.Int(100_000)}");
                    changes.Add(new(null, added));
                    _profiles.Add(added);
                }
                else if (some.Changed(board, _profiles[at]) is { } changed)
                {
                    changes.Add(new(_profiles[at], changed));
                    _profiles[at] = changed;
                }
                else if (_profiles.Count > 6)
                {
                    changes.Add(new(_profiles[at], null));
                    _profiles.RemoveAt(at);
                }
            }

            return AssertSame(changes, _day, seed);
        }

        private int NewDay(int seed)
        {
            var before = _day;
            _day = _day.AddDays(1 + some.Int(2));
            return AssertSame([.. _profiles.Select(profile => new ProfileChange(profile, profile))], before, seed);
        }

        private int AssertSame(IReadOnlyList<ProfileChange> changes, DateOnly before, int seed)
        {
            var actual = _standing.Changes(changes, before, _day);
            var expected =
                from demand in _demands.Values
                from audience in new[] { Audience.Public, Audience.Office }
                let transitions = changes.Select(change => Expected(demand, change, before, audience))
                where transitions.Any(transition => transition is not null)
                select new DemandChange(demand.Id, audience, [.. transitions.OfType<Transition>()]);
            Assert.Equal(
                expected.Select(change => (change.Demand, change.Audience)),
                actual.Select(change => (change.Demand, change.Audience))
            );
            foreach (var (wanted, given) in expected.Zip(actual))
                Assert.True(
                    wanted.Transitions.SequenceEqual(given.Transitions),
                    $"seed {seed}: {wanted.Demand} {wanted.Audience}"
                );
            return actual.Length;
        }

        private Transition? Expected(StandingDemand demand, ProfileChange change, DateOnly day, Audience audience)
        {
            var was = Listed(demand, change.Before, day, audience);
            var now = Listed(demand, change.After, _day, audience);
            return (was, now) switch
            {
                (null, { } match) => new(MatchEventKind.Appeared, match.Id, match),
                ({ } match, null) => new(MatchEventKind.Gone, match.Id, null),
                ({ } old, { } match) when Text(old) != Text(match) => new(MatchEventKind.Changed, match.Id, match),
                _ => null,
            };
        }

        private Match? Listed(StandingDemand demand, Profile? profile, DateOnly day, Audience audience) =>
            profile is not null
            && (audience is Audience.Office || profile.Public)
            && (profile.Hold is null || profile.Hold.Demand == demand.Id)
            && Evaluator.Evaluate(board, demand.Criteria, profile, day, _gates) is var match
            && demand.Notifies(match)
                ? match
                : null;

        private static string Text(Match match) => JsonSerializer.Serialize(match);
    }
}
