using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Tests.Gates;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Runs;

/// <summary>Facets with runs, against a search of every set of spaces (matching.md sections 6 and 11).</summary>
public class RunFacetTests
{
    private const int Rounds = 300;

    private static readonly ImmutableArray<BoardAttribute> Attributes =
    [
        .. new[] { "area", "rent", "availableFrom", "headroom", "zone", "gas", "uses", "admission", "floor" }.Select(
            code => BoardTable.Sites.Find(code)!
        ),
    ];

    [Fact]
    public void A_run_counts_once_in_every_facet()
    {
        var runs = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var spaces = SomeFloors.Spaces(some, 4 + some.Int(30));
            var query = new Query(
                SomeFloors.Criteria(some),
                0,
                Some.Today,
                new(some.Chance(0.5), "owners/o1"),
                Combine: 2 + some.Int(5)
            );
            var report = IndexSnapshot.Empty(BoardTable.Sites).With(spaces, []).Facets(query, Attributes, 5);
            List<Profile> seen = [.. spaces.Where(query.Viewer.MaySee)];
            var accepted = Listed(query, query.Criteria, seen);

            Assert.True(accepted.Count == report.Count, $"seed {seed}");
            foreach (var facet in report.Facets)
            {
                var attribute = BoardTable.Sites.Find(facet.Attribute)!;
                var without = query.Criteria.RemoveAll(criterion => criterion.Attribute == facet.Attribute);
                var relaxed = Listed(query, without, seen);
                foreach (var (id, members) in accepted)
                    relaxed[id] = members;
                AssertCounts(query, attribute, facet, accepted, relaxed, seed);
            }

            runs += accepted.Values.Count(members => members.Length > 1);
        }

        Assert.True(runs > Rounds / 2, $"{runs} runs: they are too rare.");
    }

    private static void AssertCounts(
        Query query,
        BoardAttribute attribute,
        Facet facet,
        Dictionary<string, ImmutableArray<Profile>> accepted,
        Dictionary<string, ImmutableArray<Profile>> relaxed,
        int seed
    )
    {
        if (attribute.Kind == AttributeKind.Use)
        {
            foreach (var value in facet.Values!)
                AssertCount(new(value.Count, value.Relaxed), members => Use(attribute, value.Code, members) is true);
            AssertCount(
                facet.Unknown,
                members => attribute.Values.All(use => Use(attribute, use.Code, members) is null)
            );
            return;
        }

        AssertCount(facet.Unknown, members => ValueOf(members) is null);
        foreach (var value in facet.Values ?? [])
            AssertCount(
                new(value.Count, value.Relaxed),
                members =>
                    ValueOf(members) switch
                    {
                        CodeValue code => code.Code == value.Code,
                        FlagValue flag => value.Code == (flag.Yes ? "yes" : "no"),
                        _ => false,
                    }
            );
        for (var i = 0; i < (facet.Bins?.Length ?? 0); i++)
        {
            var (bin, isLast) = (facet.Bins!.Value[i], i == facet.Bins.Value.Length - 1);
            AssertCount(
                new(bin.Count, bin.Relaxed),
                members =>
                    ValueOf(members) is { } value
                    && Some.Key(value) >= Some.Key(bin.From)
                    && (isLast ? Some.Key(value) <= Some.Key(bin.To) : Some.Key(value) < Some.Key(bin.To))
            );
        }

        Value? ValueOf(ImmutableArray<Profile> members) =>
            members.Length == 1
                ? members[0].Values.GetValueOrDefault(attribute.Code)
                : RunOracle.ValueOf(
                    attribute,
                    query.Criteria.FirstOrDefault(criterion => criterion.Attribute == attribute.Code),
                    members
                );

        void AssertCount(FacetCount count, Func<ImmutableArray<Profile>, bool> holds)
        {
            var expected = new FacetCount(accepted.Values.Count(holds), relaxed.Values.Count(holds));
            Assert.True(expected == count, $"seed {seed}: {attribute.Code}, {count} for {expected}");
        }
    }

    // Whether the run may be used so; null: unknown.
    private static bool? Use(BoardAttribute attribute, string use, ImmutableArray<Profile> members)
    {
        var verdicts = members
            .Select(member =>
                member.Values.GetValueOrDefault(attribute.Code) is UsesValue stated
                && stated.Uses.TryGetValue(use, out var verdict)
                    ? $"{verdict}"
                : attribute.Code == "uses" ? GateOracle.Of(member, use, Some.Today).Verdict
                : "unknown"
            )
            .Select(verdict => verdict.ToUpperInvariant())
            .ToList();
        return verdicts.Contains("DOESNOTFIT") ? false
            : verdicts.Contains("UNKNOWN") ? null
            : true;
    }

    private static Dictionary<string, ImmutableArray<Profile>> Listed(
        Query query,
        ImmutableArray<Criterion> criteria,
        List<Profile> seen
    ) =>
        seen.Where(space => RunOracle.Opinion(criteria, [space], query.AsOf).Accepted)
            .Select(space => ImmutableArray.Create(space))
            .Concat(RunOracle.Of(criteria, query.Combine, seen, query.AsOf).Select(run => run.Members))
            .ToDictionary(members => string.Join('+', members.Select(member => member.Id)));
}
