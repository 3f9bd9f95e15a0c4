using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Questions;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Tests.Paths;
using Matchmaker.Matching.Tests.Runs;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Questions;

/// <summary>What answers would decide, against each match's explanation and against answers that are given.</summary>
public class QuestionTests
{
    private static readonly Board Sites = BoardTable.Sites;

    private static readonly string[] OfWayUp =
    [
        "floor",
        "rampAccess",
        "liftCapacity",
        "liftDoorWidth",
        "liftDoorHeight",
        "liftCarWidth",
        "liftCarLength",
        "liftCarHeight",
    ];

    [Fact]
    public void Counts_and_order_are_those_of_every_explained_match()
    {
        var (decided, touched, runs) = (0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var (index, query) = seed % 3 == 0 ? RoundOfRuns(seed) : Round(seed);
            var counts = new Dictionary<(string Record, string Attribute), (int Decides, int Touches)>();
            foreach (var match in Possible(index, query))
            {
                var (missing, isHopeless) = Missing(match, index, query);
                runs += match.Members is null ? 0 : 1;
                foreach (var attribute in missing)
                {
                    var (decides, touches) = counts.GetValueOrDefault((RecordOf(match.Id), attribute));
                    var alone = missing.Count == 1 && !isHopeless ? 1 : 0;
                    counts[(RecordOf(match.Id), attribute)] = (decides + alone, touches + 1);
                }
            }

            var expected = counts
                .Select(count => new OpenQuestion(
                    count.Key.Record,
                    count.Key.Attribute,
                    count.Value.Decides,
                    count.Value.Touches
                ))
                .ToList();
            expected.Sort(
                (one, other) =>
                    other.Decides != one.Decides ? other.Decides - one.Decides
                    : other.Touches != one.Touches ? other.Touches - one.Touches
                    : one.Record != other.Record ? string.CompareOrdinal(one.Record, other.Record)
                    : Sites.IndexOf(one.Attribute) - Sites.IndexOf(other.Attribute)
            );
            Assert.Equal(expected, index.Questions(query, RecordOf));
            decided += expected.Sum(question => question.Decides);
            touched += expected.Sum(question => question.Touches);
        }

        Assert.True(
            decided > 500 && touched > 2 * decided && runs > 100,
            $"{decided} of {touched}, {runs} runs: too few."
        );
    }

    [Fact]
    public void An_answer_decides_the_matches_that_were_promised()
    {
        var tried = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var (index, query) = Round(seed);
            var before = Possible(index, query).Select(match => match.Id).ToHashSet();
            foreach (var question in index.Questions(query, RecordOf).Where(question => question.Decides > 0).Take(3))
            {
                if (Answer(question.Attribute, query) is not { } answer)
                    continue;
                var answered = index
                    .Profiles.Where(profile =>
                        RecordOf(profile.Id) == question.Record && !profile.Values.ContainsKey(question.Attribute)
                    )
                    .Select(profile => profile with { Values = profile.Values.Add(question.Attribute, answer) })
                    .ToList();
                var after = Possible(index.With(answered, []), query).Select(match => match.Id).ToHashSet();
                // An unwelcome answer also rejects matches of which more is unknown.
                var settled = before.Except(after).Count();
                Assert.True(settled >= question.Decides && settled <= question.Touches, $"seed {seed}: {question}");
                tried++;
            }
        }

        Assert.True(tried > 200, $"{tried} answers: too few to show anything.");
    }

    [Fact]
    public void What_no_rule_covers_is_decided_by_no_answer()
    {
        var covered = Some.Profile("b/covered", ("zone", Some.Code("OU(B)")));
        var strange = Some.Profile("b/strange", ("zone", Some.Code("GIC")));
        var index = IndexSnapshot.Empty(Sites).With([covered, strange], []);
        Assert.Null(UseGates.Answer(strange, "office", Some.Today, GateTable.Shipped).Gates[0].Verdict);
        var question = Assert.Single(index.Questions(new([Use("office")], 0, Some.Today, new(true, null)), RecordOf));
        Assert.Equal(new("b", "leaseUser", 1, 2), question);
    }

    [Fact]
    public void A_distance_that_the_board_works_out_is_asked_as_the_place()
    {
        var index = IndexSnapshot.Empty(Sites).With([Some.Profile("b/s")], []);
        var near = new Criterion
        {
            Attribute = "stationDistance",
            Op = Op.AtMost,
            Limit = Some.Number(500),
        };
        Assert.Equal(
            [new("b", "location", 1, 1)],
            index.Questions(new([near], 0, Some.Today, new(true, null)), RecordOf)
        );
    }

    private static (IndexSnapshot Index, Query Query) Round(int seed)
    {
        var some = new Some(seed);
        List<Profile> profiles =
        [
            .. some.Profiles(Sites, 40).Select((profile, i) => profile with { Id = $"b{i % 4}/{profile.Id}" }),
            .. Enumerable.Range(0, 40).Select(i => SomePaths.Space(some, $"b{i % 5}/q{i}")),
        ];
        var criteria = some.Criteria(Sites).Take(some.Int(4)).ToImmutableArray();
        if (some.Chance(0.5))
            criteria = criteria.Add(Use(Sites.Find("uses")!.Values[some.Int(9)].Code));
        if (some.Chance(0.5))
            criteria = criteria.Add(SomePaths.Takes(SomePaths.Machines(some)));
        return (
            IndexSnapshot.Empty(Sites).With(profiles, []),
            new(criteria, 100, Some.Today, new(some.Chance(0.5), null))
        );
    }

    private static IEnumerable<Match> Possible(IndexSnapshot index, Query query) =>
        index.Search(query).Matches.Where(match => match.Verdict is Verdict.Possible);

    private static (IndexSnapshot Index, Query Query) RoundOfRuns(int seed)
    {
        var some = new Some(seed);
        return (
            IndexSnapshot.Empty(Sites).With(SomeFloors.Spaces(some, 90), []),
            new(SomeFloors.Criteria(some), 10_000, Some.Today, new(true, null), Combine: 2 + some.Int(3))
        );
    }

    // Of several spaces together what any of them lacks.
    private static (HashSet<string> Attributes, bool IsHopeless) Missing(Match match, IndexSnapshot index, Query query)
    {
        var found = new HashSet<string>();
        var isHopeless = false;
        foreach (var criterion in query.Criteria.Where((_, i) => IsUnknown(match.Parts[i])))
        {
            foreach (var id in match.Members ?? [match.Id])
            {
                var space = index.Find(id)!;
                var part = Evaluator.Evaluate(Sites, [criterion], space, query.AsOf).Parts[0];
                if (!IsUnknown(part))
                    continue;
                found.UnionWith(Missing(part, space));
                isHopeless |= IsHopeless(part);
            }
        }

        return (found, isHopeless);

        static bool IsUnknown(Part part) => part is { Strength: Strength.Must, Outcome: Outcome.Unknown };
    }

    private static IEnumerable<string> Missing(Part part, Profile space) =>
        part.Steps is { } steps
            ? steps
                .Where(step => step.Outcome is Outcome.Unknown)
                .SelectMany(step => step.Step is PathStepKind.WayUp ? OfWayUp : step.Required!.Keys)
                .Where(code => !space.Values.ContainsKey(code))
        : part.Gates is { } gates
            ? gates
                .Where(gate => gate is { Verdict: null, Key: null })
                .Select(gate =>
                    gate.Kind switch
                    {
                        GateKind.Plan => "zone",
                        GateKind.Lease => "leaseUser",
                        _ => "dangerousGoodsNeighbour",
                    }
                )
        : [part.Attribute is "stationDistance" ? "location" : part.Attribute];

    private static bool IsHopeless(Part part) =>
        part.Gates is { } gates
        && gates.Any(gate =>
            gate.Verdict is null
            && gate.Kind is not GateKind.Neighbours
            && (gate.Key is not null || Answers(gate.Kind, ((CodeValue)part.Required.Value!).Code).Count == 0)
        );

    // The keys for which a rule says something of the use.
    private static List<string> Answers(GateKind gate, string use) =>
        [
            .. Sites
                .Find(gate is GateKind.Plan ? "zone" : "leaseUser")!
                .Values.Select(value => value.Code)
                .Where(key => GateTable.Shipped.Find(gate, key, use, Some.Today) is not null),
        ];

    // One that settles every must which reads it, whatever the must says of it; null: no code settles all of them.
    private static Value? Answer(string attribute, Query query) =>
        Sites.Find(attribute)!.Kind switch
        {
            AttributeKind.Number => Sites.Find(attribute)!.Min ?? Some.Number(1),
            AttributeKind.Date => new DayValue(Some.Today),
            AttributeKind.Flag => new FlagValue(false),
            AttributeKind.Point => new PointValue(22.31, 114.22),
            AttributeKind.Tags => new TagsValue([]),
            AttributeKind.Use => new UsesValue(
                Some.Uses([.. Sites.Find(attribute)!.Values.Select(use => (use.Code, UseVerdict.Fits))])
            ),
            _ when attribute is "zone" => Ruled(GateKind.Plan, query),
            _ when attribute is "leaseUser" => Ruled(GateKind.Lease, query),
            _ => Some.Code(Sites.Find(attribute)!.Values[0].Code),
        };

    private static CodeValue? Ruled(GateKind gate, Query query) =>
        query
            .Criteria.Where(criterion => criterion.Attribute == "uses")
            .Select(criterion => Answers(gate, ((CodeValue)criterion.Value!).Code))
            .Prepend([.. Sites.Find(gate is GateKind.Plan ? "zone" : "leaseUser")!.Values.Select(value => value.Code)])
            .Aggregate((one, other) => [.. one.Intersect(other)])
            .Select(Some.Code)
            .FirstOrDefault();

    private static string RecordOf(string id) => id.Split('/')[0];

    private static Criterion Use(string use) =>
        new()
        {
            Attribute = "uses",
            Op = Op.Allows,
            Value = Some.Code(use),
        };
}
