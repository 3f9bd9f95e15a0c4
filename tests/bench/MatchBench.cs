using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Bench;

/// <summary>
/// The time of a search and a write over 100 000 spaces, on one thread, and of reverse matching. All results are first
/// compared with the plain evaluator; a difference ends the run before a time is printed.
/// </summary>
internal static class MatchBench
{
    private const int Count = 100_000;
    private const int Top = 50;
    private const int Demands = 10_000;

    /// <summary>The maximum median time of one search, in milliseconds.</summary>
    private const double Gate = 10;

    /// <returns>The process's exit code: 1 for a difference or a missed gate.</returns>
    public static int Run(bool quick)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var spaces = new Spaces(seed: 1);
        var profiles = spaces.Make(Count);
        var index = IndexSnapshot.Empty(BoardTable.Sites).With(profiles, []);
        Console.WriteLine(
            $"{Count} spaces, top {Top}, one thread, {Environment.ProcessorCount} cores, .NET {Environment.Version}"
        );
        var isOk = true;
        foreach (var (name, criteria) in Spaces.Demands)
            isOk &= Forward(
                name,
                new(criteria, Top, Spaces.Today, new(Office: true, null)),
                index,
                profiles,
                quick ? 5 : 21
            );
        Write(index, spaces, quick ? 50 : 300);
        NewDay(index, spaces);
        isOk &= ReverseBench.Run(quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]);
        return isOk ? 0 : 1;
    }

    private static bool Forward(string name, Query query, IndexSnapshot index, List<Profile> profiles, int rounds)
    {
        var expected = profiles
            .Select(profile => Evaluator.Evaluate(BoardTable.Sites, query.Criteria, profile, query.AsOf))
            .Where(match => match.Verdict is Verdict.Match or Verdict.Possible)
            .ToList();
        var first = expected
            .OrderByDescending(match => match.Points)
            .ThenBy(match => match.UnknownMusts)
            .ThenBy(match => match.Id, StringComparer.Ordinal)
            .Take(query.Top);
        var found = index.Search(query);
        if (found.Count != expected.Count || !found.Matches.SequenceEqual(first))
        {
            Console.WriteLine($"{name}: DIFFERS from the plain evaluator");
            return false;
        }

        var engine = Rounds.Of(rounds, () => index.Search(query));
        var plain = Rounds.Of(5, () => Plain(profiles, query));
        var nearMisses = Rounds.Of(5, () => index.NearMisses(query, 10));
        var verdict = engine.Median <= Gate ? "ok" : "MISSED";
        Console.WriteLine(
            $"{name, -9} {100.0 * found.Count / profiles.Count, 6:0.000} %  engine {engine}  objects + LINQ {plain}  gate ≤ {Gate} ms {verdict}"
        );
        Console.WriteLine($"{"", -9}          near misses {nearMisses}");
        var facets = Rounds.Of(rounds, () => index.Facets(query, FacetsOf(query), FacetRules.DefaultBins));
        Console.WriteLine(
            $"{"", -9}          {FacetRules.MaxAttributes} facets {facets}, {facets.Median / engine.Median:0.0} × the search"
        );
        return Combined(query with { Combine = 4 }, index, profiles, engine, rounds) && engine.Median <= Gate;
    }

    // The same list with up to four adjacent spaces together.
    private static bool Combined(Query query, IndexSnapshot index, List<Profile> profiles, Rounds single, int rounds)
    {
        var demand = new CompiledDemand(BoardTable.Sites, query.Criteria, GateTable.Shipped, query.Combine);
        var runs = profiles
            .GroupBy(RunRules.FloorOf)
            .Where(floor => floor.Key is not null)
            .SelectMany(floor => SpaceRun.On(floor.Key!.Value.Floor, demand, floor, query.AsOf))
            .ToList();
        var found = index.Search(query);
        var expected = runs.Select(run => Evaluator.Evaluate(demand, run, query.AsOf))
            .Concat(index.Search(query with { Combine = null }).Matches)
            .OrderByDescending(match => match.Points)
            .ThenBy(match => match.UnknownMusts)
            .ThenBy(match => match.Id, StringComparer.Ordinal)
            .Take(query.Top);
        if (!found.Matches.SequenceEqual(expected))
        {
            Console.WriteLine("combined: DIFFERS from the plain evaluator");
            return false;
        }

        var engine = Rounds.Of(rounds, () => index.Search(query));
        Console.WriteLine(
            $"{"", -9}          combined {engine}, {engine.Median / single.Median:0.0} × the search, {runs.Count} runs"
        );
        return true;
    }

    private static ImmutableArray<BoardAttribute> FacetsOf(Query query) =>
        FacetRules.Check(BoardTable.Sites, query.Criteria, null, FacetRules.DefaultBins).Value;

    private static ImmutableArray<Match> Plain(List<Profile> profiles, Query query)
    {
        var demand = new CompiledDemand(BoardTable.Sites, query.Criteria, GateTable.Shipped);
        return
        [
            .. profiles
                .Where(query.Viewer.MaySee)
                .Select(profile => (Profile: profile, Score: demand.Evaluate(profile, query.AsOf)))
                .Where(pair => pair.Score.IsAccepted)
                .OrderByDescending(pair => pair.Score.Points)
                .ThenBy(pair => pair.Score.UnknownMusts)
                .ThenBy(pair => pair.Profile.Id, StringComparer.Ordinal)
                .Take(query.Top)
                .Select(pair => Evaluator.Evaluate(demand, pair.Profile, query.AsOf)),
        ];
    }

    private static void Write(IndexSnapshot index, Spaces spaces, int rounds)
    {
        var next = 0;
        var changed = Enumerable.Range(0, rounds + 1).Select(i => spaces.One(i * 331 % Count)).ToList();
        Console.WriteLine(
            $"one changed space into the index: {Rounds.Of(rounds, () => index.With([changed[next++]], []))}"
        );
    }

    private static void NewDay(IndexSnapshot index, Spaces spaces)
    {
        var standing = new StandingDemands(BoardTable.Sites);
        foreach (var number in Enumerable.Range(0, Demands))
            standing.Put(spaces.Demand(number));
        Console.WriteLine(
            $"a new day over {Count} spaces, {Demands} demands: {Rounds.Of(1, () => standing.AdvanceDay(index, Spaces.Today, Spaces.Today.AddDays(1)))}"
        );
    }
}
