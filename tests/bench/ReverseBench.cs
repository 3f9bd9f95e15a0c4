using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Bench;

/// <summary>
/// The CPU time of one changed space against many standing demands, and of one changed demand, beside a plain loop over
/// the demands. All results are first compared with the plain evaluator; a difference ends the run before a time is
/// printed.
/// </summary>
internal static class ReverseBench
{
    private const int Spaces = 400;

    /// <param name="sizes">How many standing demands, one run each.</param>
    /// <returns>Whether the results are those of the plain evaluator.</returns>
    public static bool Run(IEnumerable<int> sizes)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return sizes.All(Run);
    }

    private static bool Run(int size)
    {
        var spaces = new Spaces(seed: 2);
        var demands = Enumerable.Range(0, size).Select(spaces.Demand).ToList();
        var others = Enumerable.Range(0, Spaces).Select(i => spaces.Demand(i * (size / Spaces))).ToList();
        var standing = new StandingDemands(BoardTable.Sites);
        var whole = Enumerable.Range(0, Spaces).Select(i => new ProfileChange(spaces.One(i), spaces.One(i))).ToList();
        var rent = whole
            .Select(change => new ProfileChange(change.Before, WithRent(change.Before!, change.After!)))
            .ToList();
        // What is compiled and put for the first time includes JIT compilation.
        var first = new StandingDemands(BoardTable.Sites);
        demands.Take(5_000).ToList().ForEach(first.Put);
        var calls = Math.Clamp(2_000_000 / size, 20, Spaces);
        var load = Cpu.Of(1, () => demands.ForEach(standing.Put));
        foreach (var change in whole.Take(2).Concat(rent.Take(2)))
        {
            if (!IsRight(standing, demands, change))
            {
                Console.WriteLine($"reverse, {size} demands: DIFFERS from the plain evaluator");
                return false;
            }
        }

        var plain = demands
            .Select(demand => new CompiledDemand(BoardTable.Sites, demand.Criteria, GateTable.Shipped))
            .ToList();
        Console.WriteLine($"reverse, {size} demands, CPU time; loaded in {load}");
        Print("a whole space changed", whole);
        Print("its rent changed", rent);
        var next = 0;
        Console.WriteLine($"  one demand replaced: {Cpu.Of(Spaces, () => standing.Put(others[next++ % Spaces]))}");
        var replaced = Cpu.Of(
            calls,
            () =>
            {
                standing.Put(others[next % Spaces]);
                Changes(standing, rent[next++ % Spaces]);
            }
        );
        Console.WriteLine($"  one demand replaced, then a rent changed: {replaced}");
        return true;

        void Print(string name, List<ProfileChange> changes)
        {
            var at = 0;
            var feeds = changes.Take(calls).Average(change => Changes(standing, change).Length);
            var engine = Cpu.Of(calls, () => Changes(standing, changes[at++ % Spaces]));
            var loop = Cpu.Of(
                Math.Clamp(20_000 / size, 2, 10),
                () =>
                {
                    var change = changes[at++ % Spaces];
                    foreach (var demand in plain)
                    {
                        demand.Evaluate(change.Before!, Bench.Spaces.Today);
                        demand.Evaluate(change.After!, Bench.Spaces.Today);
                    }
                }
            );
            Console.WriteLine(
                $"  {name}: {engine}, {feeds:0} feeds notified on average; plain loop, scores alone {loop}, {loop.Median / engine.Median:0.0} ×"
            );
        }
    }

    private static ImmutableArray<DemandChange> Changes(StandingDemands standing, ProfileChange change) =>
        standing.Changes([change], Bench.Spaces.Today, Bench.Spaces.Today);

    // Every event of the office's feeds, with its explanation, in the order of demands' ids.
    private static bool IsRight(StandingDemands standing, List<StandingDemand> demands, ProfileChange change)
    {
        var expected =
            from demand in demands.OrderBy(demand => demand.Id, StringComparer.Ordinal)
            let transition = Expected(demand, change)
            where transition is not null
            select (demand.Id, transition);
        return expected.SequenceEqual(
            Changes(standing, change)
                .Where(feed => feed.Audience is Audience.Office)
                .Select(feed => (feed.Demand, feed.Transitions.Single()))
        );
    }

    private static Transition? Expected(StandingDemand demand, ProfileChange change)
    {
        var (before, after) = (
            Evaluator.Evaluate(BoardTable.Sites, demand.Criteria, change.Before!, Bench.Spaces.Today),
            Evaluator.Evaluate(BoardTable.Sites, demand.Criteria, change.After!, Bench.Spaces.Today)
        );
        return (demand.Notifies(before), demand.Notifies(after)) switch
        {
            (false, true) => new(MatchEventKind.Appeared, after.Id, after),
            (true, false) => new(MatchEventKind.Gone, after.Id, null),
            (true, true) when before != after => new(MatchEventKind.Changed, after.Id, after),
            _ => null,
        };
    }

    private static Profile WithRent(Profile before, Profile after) =>
        before with
        {
            Values = before.Values.SetItem("rent", after.Values.GetValueOrDefault("rent") ?? new NumberValue(100)),
        };
}
