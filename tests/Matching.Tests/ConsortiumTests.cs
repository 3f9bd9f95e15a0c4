using System.Diagnostics;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>The consortium against an exhaustive search over sets of firms (matching.md section 9).</summary>
public class ConsortiumTests
{
    private static readonly Viewer Office = new(true, null);

    [Fact]
    public void The_consortium_equals_that_of_an_exhaustive_search()
    {
        int found = 0,
            none = 0;
        for (var seed = 0; seed < 250; seed++)
        {
            var bill = new Bill(seed);
            var report = bill.Report();
            Assert.True(report.Optimal);
            if (bill.Exhaustive() is { } expected)
            {
                Assert.True(
                    expected.SequenceEqual(report.Firms),
                    $"seed {seed}: {string.Join(' ', expected)} and not {string.Join(' ', report.Firms)}"
                );
                bill.AssertLines(report);
                found++;
            }
            else
            {
                Assert.Empty(report.Firms);
                Assert.Empty(report.Lines);
                Assert.Equal(bill.Uncovered(), report.Uncovered);
                none++;
            }
        }

        Assert.True(found > 100 && none > 20, $"{found} found, {none} impossible: the cases are one-sided.");
    }

    [Fact]
    public void A_demand_without_lines_needs_no_firm()
    {
        var report = IndexSnapshot
            .Empty(BoardTable.Partners)
            .With([Some.Profile("f1")], [])
            .Consortium(
                new(
                    [
                        new()
                        {
                            Attribute = "employees",
                            Op = Op.AtLeast,
                            Limit = Some.Number(1),
                        },
                    ],
                    0,
                    Some.Today,
                    Office
                )
            );
        Assert.Empty(report.Firms);
        Assert.Empty(report.Uncovered);
    }

    [Fact]
    public void Twelve_lines_over_ten_thousand_firms_take_less_than_two_seconds()
    {
        var bill = new Bill(1, firms: 10_000, lines: 12, claims: 0.3);
        var index = bill.Index();
        index.Consortium(bill.Query);
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(index.Consortium(bill.Query).Firms);
        // A busy machine exceeds a wall-time bound without a defect: checked only with MATCHMAKER_GATES=1.
        if (Environment.GetEnvironmentVariable("MATCHMAKER_GATES") == "1")
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    private sealed class Bill
    {
        private readonly List<Profile> _firms;
        private readonly List<int> _lines;

        public Bill(int seed, int? firms = null, int? lines = null, double? claims = null)
        {
            var random = new Random(seed);
            var count = lines ?? random.Next(1, 13);
            var share = claims ?? (0.15 + (random.NextDouble() * 0.35));
            _firms =
            [
                .. Enumerable
                    .Range(0, firms ?? random.Next(3, 41))
                    .Select(i => Firm($"f{i * 7919 % 10007}", count, share, random)),
            ];
            var criteria = new List<Criterion>();
            for (var line = 0; line < count; line++)
                criteria.Add(Covers($"process/p{line}", Strength.Must, random.Next(1, 11)));
            criteria.Insert(
                random.Next(count),
                new()
                {
                    Attribute = "employees",
                    Op = Op.AtLeast,
                    Limit = Some.Number(20),
                    Ideal = Some.Number(60),
                    Weight = random.Next(1, 11),
                }
            );
            if (count < 12)
                criteria.Add(Covers("process/p0", Strength.Prefer, 3));
            Query = new(DemandRules.Check(BoardTable.Partners, [.. criteria], "criteria").Value, 0, Some.Today, Office);
            _lines =
            [
                .. Query
                    .Criteria.Select((criterion, at) => (criterion, at))
                    .Where(line => IsLine(line.criterion))
                    .Select(line => line.at),
            ];
        }

        public Query Query { get; }

        public IndexSnapshot Index() => IndexSnapshot.Empty(BoardTable.Partners).With(_firms, []);

        public ConsortiumReport Report() => Index().Consortium(Query);

        public List<string>? Exhaustive()
        {
            var eligible = Eligible();
            for (var size = 1; size <= _lines.Count; size++)
            {
                var best = Sets(eligible, size, 0, 0).Where(set => set.Lines == (1 << _lines.Count) - 1).ToList();
                if (best.Count == 0)
                    continue;
                var points = best.Max(set => set.Points);
                return best.Where(set => set.Points == points)
                    .Select(set => set.Ids.Order(StringComparer.Ordinal).ToList())
                    .OrderBy(ids => string.Join('\0', ids), StringComparer.Ordinal)
                    .First();
            }

            return null;
        }

        public IEnumerable<int> Uncovered()
        {
            var covered = Eligible().Aggregate(0, (bits, firm) => bits | firm.Lines);
            return _lines.Where((_, line) => (covered >> line & 1) == 0);
        }

        public void AssertLines(ConsortiumReport report)
        {
            Assert.Equal(_lines, report.Lines.Select(line => line.Criterion));
            foreach (var line in report.Lines)
                Assert.Equal(Outcome.Met, Of(_firms.Single(firm => firm.Id == line.By)).Parts[line.Criterion].Outcome);
            Assert.Equal(report.Firms, report.Lines.Select(line => line.By).Distinct().Order(StringComparer.Ordinal));
        }

        private List<Chosen> Eligible() =>
            [
                .. _firms
                    .Select(firm => (firm, match: Of(firm)))
                    .Where(candidate =>
                        candidate
                            .match.Parts.Where((part, at) => !_lines.Contains(at) && part.Strength is Strength.Must)
                            .All(part => part.Outcome is not Outcome.Unmet)
                    )
                    .Select(candidate => new Chosen(
                        Lines(candidate.match),
                        candidate.match.Points,
                        [candidate.firm.Id]
                    ))
                    .Where(candidate => candidate.Lines != 0),
            ];

        private int Lines(Match match) =>
            _lines.Select((at, line) => match.Parts[at].Outcome is Outcome.Met ? 1 << line : 0).Sum();

        private Match Of(Profile firm) => Evaluator.Evaluate(BoardTable.Partners, Query.Criteria, firm, Some.Today);

        private static IEnumerable<Chosen> Sets(List<Chosen> firms, int size, int from, int covered)
        {
            if (size == 0)
            {
                yield return new(covered, 0, []);
                yield break;
            }

            for (var i = from; i <= firms.Count - size; i++)
            {
                if ((firms[i].Lines & ~covered) == 0)
                    continue; // A set with a redundant firm is not smallest, in any order.
                foreach (var rest in Sets(firms, size - 1, i + 1, covered | firms[i].Lines))
                    yield return new(rest.Lines, rest.Points + firms[i].Points, [.. firms[i].Ids, .. rest.Ids]);
            }
        }

        private static Profile Firm(string id, int lines, double share, Random random)
        {
            var tags = Enumerable
                .Range(0, lines)
                .Where(_ => random.NextDouble() < share)
                .Select(line => new Tag(
                    random.Next(4) == 0 ? $"process/p{line}/deep" : $"process/p{line}",
                    random.Next(8) == 0 ? Some.Today.AddDays(-random.Next(2)) : null
                ));
            var values = new List<(string, Value)>
            {
                ("capabilities", Some.Tags([.. tags.OrderBy(tag => tag.Code, StringComparer.Ordinal)])),
            };
            if (random.Next(5) > 0)
                values.Add(("employees", Some.Number(random.Next(1, 6) * 15)));
            return Some.Profile(id, [.. values]);
        }

        private static bool IsLine(Criterion criterion) => criterion is { Op: Op.Covers, Strength: Strength.Must };

        private static Criterion Covers(string code, Strength strength, int weight) =>
            new()
            {
                Attribute = "capabilities",
                Op = Op.Covers,
                Value = Some.Code(code),
                Strength = strength,
                Weight = weight,
            };

        private sealed record Chosen(int Lines, long Points, List<string> Ids);
    }
}
