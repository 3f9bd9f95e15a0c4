using System.Collections.Immutable;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>Finds runs in an index's segments.</summary>
internal static class RunSearch
{
    /// <summary>Every run that the query's demand accepts and the viewer may see.</summary>
    public static List<Profile> All(ImmutableArray<Segment> segments, CompiledDemand demand, Query query)
    {
        var found = new List<Profile>();
        if (RunCollector.Of(demand) is not { } runs)
            return found;
        var scan = new Scan(demand, query, runs);
        foreach (var segment in segments)
            scan.Accepted(segment);
        runs.Each(members => found.Add(runs.ToProfile(members)));
        return found;
    }

    /// <summary>
    /// What may stand in a run if the musts of one key are dropped; null: the demand takes single spaces alone.
    /// </summary>
    /// <param name="key">By which musts count as one where it is equal; null: by their index in the demand.</param>
    private static RunCollector? Lacking(
        ImmutableArray<Segment> segments,
        CompiledDemand demand,
        Query query,
        Func<CompiledCriterion, int>? key = null
    )
    {
        if (RunCollector.Of(demand) is not { } runs)
            return null;
        var scan = new Scan(demand, query.Viewer, query.AsOf, key);
        foreach (var segment in segments)
            scan.CollectLacking(segment, runs);
        return runs;
    }

    /// <summary>Adds the runs that one must alone keeps from standing.</summary>
    /// <param name="collectors">One per criterion of the demand.</param>
    public static void AddNearMisses(
        ImmutableArray<Segment> segments,
        CompiledDemand demand,
        Query query,
        RowOrder order,
        NearMissCollector[] collectors
    )
    {
        if (Lacking(segments, demand, query) is not { } runs)
            return;
        runs.EachLacking((must, members) => collectors[must].AddRun(runs, members, order));
        runs.EachLackingArea((must, members) => collectors[must].AddRun(runs, members, order));
    }

    /// <summary>Adds the runs to facets of which the spaces are counted.</summary>
    public static void AddFacets(ImmutableArray<Segment> segments, CompiledDemand demand, Query query, FacetScan facets)
    {
        if (Lacking(segments, demand, query, criterion => criterion.AttributeIndex) is { } runs)
            facets.Add(runs);
    }

    /// <summary>The run of these spaces; null: one is unknown, or they are none of the demand's runs.</summary>
    /// <param name="spaces">In the order of the run's id.</param>
    public static Profile? Of(IReadOnlyList<Profile?> spaces, CompiledDemand demand, DateOnly day) =>
        spaces.Count <= demand.Runs?.Most && spaces.All(space => space is not null)
            ? SpaceRun.OfAll([.. spaces!], demand, day)
            : null;
}
