using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Tests.Gates;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>Facets against counts by the oracle, on random indexes and demands (matching.md section 11).</summary>
public class FacetTests
{
    private const int Rounds = 400;

    [Fact]
    public void Every_number_is_that_of_an_exhaustive_count()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profiles = some.Profiles(board, some.Int(80));
            var query = new Query(some.Criteria(board), 0, Some.Today, some.Viewer());
            var (attributes, bins) = (SomeAttributes(some, board), 1 + some.Int(12));
            var report = IndexSnapshot.Empty(board).With(profiles, []).Facets(query, attributes, bins);

            var seen = profiles.Where(query.Viewer.MaySee).ToList();
            Assert.Equal(seen.Count(profile => Accepts(board, query.Criteria, profile)), report.Count);
            Assert.Equal(
                attributes.Select(attribute => attribute.Code),
                report.Facets.Select(facet => facet.Attribute)
            );
            foreach (var (attribute, facet) in attributes.Zip(report.Facets))
                AssertCounts(board, query.Criteria, seen, attribute, facet, bins, seed);
        }
    }

    [Fact]
    public void Bins_reach_from_the_least_to_the_greatest_in_widths_that_differ_by_a_step_at_most()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var area = BoardTable.Sites.Find("area")!;
            var (bins, widest) = (1 + some.Int(30), 1 + some.Int(1000));
            var index = IndexSnapshot
                .Empty(BoardTable.Sites)
                .With(
                    [
                        .. Enumerable
                            .Range(0, 1 + some.Int(40))
                            .Select(i => Some.Profile($"p{i}", ("area", Some.Number(1 + some.Int(widest))))),
                    ],
                    []
                );
            var facet = index.Facets(new([], 0, Some.Today, new(true, null)), [area], bins).Facets.Single();
            var edges = facet
                .Bins!.Value.Select(bin => Some.Key(bin.From))
                .Append(Some.Key(facet.Bins.Value[^1].To))
                .ToList();
            var widths = edges.Zip(edges.Skip(1), (from, to) => to - from).ToList();

            Assert.Equal(Some.Key(facet.Min!), edges[0]);
            Assert.Equal(Some.Key(facet.Max!), edges[^1]);
            Assert.Equal(
                facet.Bins.Value.SkipLast(1).Select(bin => bin.To),
                facet.Bins.Value.Skip(1).Select(bin => bin.From)
            );
            Assert.True(widths.Max() - widths.Min() <= 1, $"seed {seed}");
            Assert.Equal(Math.Clamp(edges[^1] - edges[0], 1, bins), widths.Count);
        }
    }

    [Fact]
    public void Without_attributes_those_of_the_criteria_come_first()
    {
        var board = BoardTable.Sites;
        var criteria = DemandRules
            .Check(
                board,
                [
                    new()
                    {
                        Attribute = "rampAccess",
                        Op = Op.Is,
                        Value = new FlagValue(true),
                    },
                    new()
                    {
                        Attribute = "power",
                        Op = Op.AtLeast,
                        Limit = Some.Number(100),
                    },
                ],
                "criteria"
            )
            .Value;
        var chosen = FacetRules.Check(board, criteria, null, 24).Value;
        Assert.Equal(12, chosen.Length);
        Assert.Equal(["rampAccess", "power"], chosen.Take(2).Select(attribute => attribute.Code));
    }

    [Theory]
    [InlineData("attributes[1]", 24, "area", "location")]
    [InlineData("attributes[0]", 24, "nothing")]
    [InlineData("bins", 0, "area")]
    [InlineData("bins", 101, "area")]
    [InlineData("attributes", 24, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m")]
    public void What_has_no_facets_is_named(string path, int bins, params string[] attributes) =>
        Assert.Contains(
            FacetRules.Check(BoardTable.Sites, [], [.. attributes], bins).Errors,
            error => error.Path == path
        );

    private static void AssertCounts(
        Board board,
        ImmutableArray<Criterion> criteria,
        List<Profile> seen,
        BoardAttribute attribute,
        Facet facet,
        int bins,
        int seed
    )
    {
        var without = criteria.RemoveAll(criterion => criterion.Attribute == attribute.Code);
        var relaxed = seen.Where(profile => Accepts(board, without, profile)).ToList();
        var known = relaxed
            .Select(profile => profile.Values.GetValueOrDefault(attribute.Code))
            .OfType<Value>()
            .ToList();

        Check(facet.Unknown.Count, facet.Unknown.Relaxed, value => value is null or UsesValue { Uses.Count: 0 });
        foreach (var entry in facet.Values ?? [])
            Check(entry.Count, entry.Relaxed, value => Has(value, entry.Code));
        Assert.Equal(
            attribute.Kind is AttributeKind.Number or AttributeKind.Date ? []
                : attribute.Kind is AttributeKind.Flag ? ["no", "yes"]
                : attribute.Values.Select(entry => entry.Code),
            (facet.Values ?? []).Select(entry => entry.Code)
        );
        if (attribute.Kind is not (AttributeKind.Number or AttributeKind.Date))
            return;
        Assert.Equal(known.Count == 0 ? null : known.MinBy(Some.Key), facet.Min);
        Assert.Equal(known.Count == 0 ? null : known.MaxBy(Some.Key), facet.Max);
        var found = facet.Bins!.Value;
        Assert.True(found.Length <= bins && found.IsEmpty == (known.Count == 0), $"seed {seed}");
        for (var i = 0; i < found.Length; i++)
        {
            var (bin, isLast) = (found[i], i == found.Length - 1);
            Check(
                bin.Count,
                bin.Relaxed,
                value =>
                    value is not null
                    && Some.Key(value) >= Some.Key(bin.From)
                    && (isLast ? Some.Key(value) <= Some.Key(bin.To) : Some.Key(value) < Some.Key(bin.To))
            );
        }

        void Check(int count, int all, Func<Value?, bool> holds)
        {
            var those = relaxed.Where(profile => holds(ValueOf(profile, attribute))).ToList();
            Assert.True(those.Count == all, $"seed {seed}: {attribute.Code}, {all} for {those.Count}");
            Assert.True(
                those.Count(profile => Accepts(board, criteria, profile)) == count,
                $"seed {seed}: {attribute.Code}"
            );
        }
    }

    // With the uses that gates work out.
    private static Value? ValueOf(Profile profile, BoardAttribute attribute)
    {
        var value = profile.Values.GetValueOrDefault(attribute.Code);
        if (attribute.Code != "uses")
            return value;
        var uses = ((value as UsesValue)?.Uses ?? Some.Uses()).ToBuilder();
        foreach (var use in attribute.Values.Where(use => !uses.ContainsKey(use.Code)).ToList())
        {
            if (Enum.TryParse<UseVerdict>(GateOracle.Of(profile, use.Code, Some.Today).Verdict, true, out var verdict))
                uses[use.Code] = verdict;
        }

        return new UsesValue(uses.ToImmutable());
    }

    private static bool Accepts(Board board, ImmutableArray<Criterion> criteria, Profile profile) =>
        Oracle.Of(board, criteria, profile, Some.Today).Accepted;

    private static bool Has(Value? value, string code) =>
        value switch
        {
            CodeValue one => one.Code == code,
            FlagValue flag => code == (flag.Yes ? "yes" : "no"),
            UsesValue uses => uses.Uses.TryGetValue(code, out var verdict) && verdict != UseVerdict.DoesNotFit,
            _ => false,
        };

    private static ImmutableArray<BoardAttribute> SomeAttributes(Some some, Board board) =>
        [
            .. board
                .Attributes.Where(attribute => attribute.Kind is not (AttributeKind.Tags or AttributeKind.Point))
                .Where(_ => some.Chance(0.4))
                .Take(12),
        ];
}
