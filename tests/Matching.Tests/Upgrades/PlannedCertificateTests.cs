using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>Which certificates count as planned, and whom they bring to a demand.</summary>
public class PlannedCertificateTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);

    // A code and a narrower one, so that a broad claim leaves the narrow one open.
    private static readonly string[] Codes = ["iso-14001", "iso-14001/2015", "iso-13485", "gmp", "iso-27001"];

    private static readonly Gen<ImmutableArray<Tag>> Claims = Gen.Shuffle(Codes, 0, 3)
        .Select(
            Gen.OneOfConst<DateOnly?>(null, Day, Day.AddDays(-1)).Array[3],
            (codes, ends) => codes.Select((code, i) => new Tag(code, ends[i])).ToImmutableArray()
        );

    private static readonly Gen<Criterion> Criterion = Gen.Select(
        Gen.OneOfConst(Codes),
        Gen.Bool,
        (code, isMust) => Covers("certifications", code, isMust ? Strength.Must : Strength.Prefer)
    );

    private static readonly Gen<ImmutableArray<Criterion>> Criteria = Gen.Select(
        Criterion.Array[0, 4],
        Gen.Bool,
        (criteria, asksForWork) =>
            asksForWork
                ? [.. criteria, Covers("capabilities", "machining", Strength.Must)]
                : criteria.ToImmutableArray()
    );

    private static readonly Gen<ImmutableArray<PlannedCertificate>> Plans = Gen.Select(
            Gen.OneOfConst(Codes),
            Gen.Int[0, 5],
            (code, months) => (code, months)
        )
        .Array[0, 5]
        .Select(plan =>
            plan.Select(
                    (each, i) =>
                        new PlannedCertificate(
                            $"s{i}",
                            each.code,
                            new DateOnly(2027, 1, 31).AddMonths(each.months),
                            StepStatus.Planned,
                            "mpup"
                        )
                )
                .OrderBy(each => each.End)
                .ToImmutableArray()
        );

    private static readonly Gen<Profile> Profiles = Gen.Select(
        Claims,
        Gen.Bool,
        Gen.Bool,
        (claims, works, isPublic) => Firm("f1", claims, works ? ["machining"] : [], isPublic)
    );

    /// <summary>
    /// Every subset of a plan is tried with the plain evaluator: the demand is met as early as any of them meets it,
    /// and by no more certificates than it takes.
    /// </summary>
    [Fact]
    public void A_plan_brings_what_the_best_of_its_parts_brings() =>
        Gen.Select(Profiles, Criteria, Plans)
            .Sample(
                (profile, criteria, plan) =>
                {
                    var found = Planned(profile, criteria, plan).Matches.SingleOrDefault();
                    var sets = Subsets([.. plan.Where(each => !Holds(profile, each.Certification))])
                        .Where(set => Accepts(criteria, With(profile, set)))
                        .ToList();
                    if (Accepts(criteria, profile) || sets.Count == 0)
                    {
                        Assert.Null(found);
                        return;
                    }

                    Assert.NotNull(found);
                    Assert.True(Accepts(criteria, With(profile, found.Certificates)));
                    Assert.Equal(sets.Min(set => set.Max(each => each.End)), found.Certificates.Max(each => each.End));
                    Assert.DoesNotContain(
                        Subsets(found.Certificates),
                        set => set.Count < found.Certificates.Length && Accepts(criteria, With(profile, set))
                    );
                    Assert.Equal(
                        Evaluator.Evaluate(BoardTable.Partners, criteria, With(profile, found.Certificates), Day).Score,
                        found.Score
                    );
                },
                iter: 5_000
            );

    [Fact]
    public void What_is_held_is_never_planned() =>
        Gen.Select(Profiles, Criteria, Plans)
            .Sample(
                (profile, criteria, plan) =>
                    Assert.All(
                        Planned(profile, criteria, plan).Matches.SelectMany(match => match.Certificates),
                        each => Assert.False(Holds(profile, each.Certification))
                    ),
                iter: 2_000
            );

    [Fact]
    public void One_more_planned_certificate_takes_nobody_away_and_makes_nobody_later() =>
        Gen.Select(Profiles, Criteria, Plans, Plans)
            .Sample(
                (profile, criteria, plan, others) =>
                {
                    var before = Planned(profile, criteria, plan).Matches.SingleOrDefault();
                    var more = others.Select(each => each with { Step = $"more-{each.Step}" });
                    var after = Planned(profile, criteria, [.. plan.Concat(more).OrderBy(each => each.End)])
                        .Matches.SingleOrDefault();
                    if (before is null)
                        return;
                    Assert.NotNull(after);
                    Assert.True(after.Certificates.Max(each => each.End) <= before.Certificates.Max(each => each.End));
                },
                iter: 2_000
            );

    [Fact]
    public void A_demand_without_a_must_on_what_is_planned_brings_nobody() =>
        Assert.Equal(
            0,
            Planned(
                Firm("f1", [], [], true),
                [Covers("capabilities", "machining", Strength.Must)],
                [Certificate("gmp")]
            ).Count
        );

    [Fact]
    public void The_best_come_first_and_those_beyond_the_top_are_counted()
    {
        var index = IndexSnapshot
            .Empty(BoardTable.Partners)
            .With(
                [
                    Firm("f1", [], [], true),
                    Firm("f2", [], ["machining"], true),
                    Firm("f3", [], [], false),
                    Firm("f4", [], [], true),
                ],
                []
            );
        var query = new Query(
            [Covers("certifications", "gmp", Strength.Must), Covers("capabilities", "machining", Strength.Prefer)],
            2,
            Day,
            new(false, null)
        );
        var plans = Enumerable
            .Range(0, 6)
            .Reverse()
            .Select(number => new CertificatePlan($"f{number}", [Certificate("gmp")]));
        var found = index.Planned(query, plans);
        Assert.Equal(3, found.Count);
        Assert.Equal("f2 f1", string.Join(' ', found.Matches.Select(match => match.Id)));
        Assert.Equal(4, index.Planned(query with { Viewer = new(true, null) }, plans).Count);
    }

    [Fact]
    public void A_step_counts_while_it_is_open_not_over_and_paid_for()
    {
        var steps = UpgradePath.Schedule(
            StepTable.ShippedSteps,
            [
                new("gmp", new DateOnly(2027, 1, 1), 6),
                new("clean-room", new DateOnly(2027, 1, 1), 3),
                new("iso-13485", new DateOnly(2027, 2, 1), 12, Status: StepStatus.Approved),
                new("cybersecurity", new DateOnly(2026, 1, 1), 3, Status: StepStatus.Approved),
                new("iso-9001", new DateOnly(2027, 1, 1), 3, Status: StepStatus.Done),
                new("machine-monitoring", new DateOnly(2027, 1, 1), 3, Status: StepStatus.Approved),
                new("energy-metering", new DateOnly(2027, 1, 1), 3, Status: StepStatus.Applied),
            ],
            Day
        );
        StepGrant?[] grants =
        [
            new("nifs", 100),
            null,
            null,
            new("mpup", 100),
            new("mpup", 100),
            new("mpup", 100),
            new("mpup", 100),
        ];
        Assert.Equal(
            [
                new("energy-metering", "iso-50001", new(2027, 3, 31), StepStatus.Applied, "mpup"),
                new("gmp", "gmp", new(2027, 6, 30), StepStatus.Planned, "nifs"),
                new("iso-13485", "iso-13485", new(2028, 1, 31), StepStatus.Approved, null),
            ],
            PlannedCertificates.Of(steps, [.. grants], Day)
        );
        // The last day of a step counts, and the one after it does not.
        Assert.Equal(3, PlannedCertificates.Of(steps, [.. grants], new(2027, 3, 31)).Length);
        Assert.Equal(2, PlannedCertificates.Of(steps, [.. grants], new(2027, 4, 1)).Length);
    }

    private static PlannedMatches Planned(
        Profile profile,
        ImmutableArray<Criterion> criteria,
        ImmutableArray<PlannedCertificate> plan
    ) =>
        IndexSnapshot
            .Empty(BoardTable.Partners)
            .With([profile], [])
            .Planned(new(criteria, 10, Day, new(true, null)), [new(profile.Id, plan)]);

    private static bool Accepts(ImmutableArray<Criterion> criteria, Profile profile) =>
        Evaluator.Evaluate(BoardTable.Partners, criteria, profile, Day).Verdict is Verdict.Match or Verdict.Possible;

    // As a reader of the board would say it, without the rule's own code.
    private static bool Holds(Profile profile, string code) =>
        ((TagsValue)profile.Values["certifications"]).Tags.Any(tag =>
            !(tag.Until < Day) && (tag.Code == code || tag.Code.StartsWith($"{code}/", StringComparison.Ordinal))
        );

    private static Profile With(Profile profile, IEnumerable<PlannedCertificate> certificates) =>
        profile with
        {
            Values = profile.Values.SetItem(
                "certifications",
                new TagsValue([
                    .. ((TagsValue)profile.Values["certifications"]).Tags,
                    .. certificates.Select(each => new Tag(each.Certification)),
                ])
            ),
        };

    private static IEnumerable<IReadOnlyList<PlannedCertificate>> Subsets(ImmutableArray<PlannedCertificate> all) =>
        Enumerable
            .Range(0, 1 << all.Length)
            .Select(bits => (IReadOnlyList<PlannedCertificate>)[.. all.Where((_, i) => (bits >> i & 1) == 1)]);

    private static PlannedCertificate Certificate(string code) =>
        new(code, code, new(2027, 3, 31), StepStatus.Planned, "nifs");

    private static Profile Firm(string id, ImmutableArray<Tag> claims, string[] works, bool isPublic) =>
        new(
            id,
            ImmutableSortedDictionary<string, Value>
                .Empty.Add("certifications", new TagsValue(claims))
                .Add("capabilities", new TagsValue([.. works.Select(work => new Tag(work))])),
            ImmutableSortedDictionary<string, DateOnly>.Empty,
            isPublic,
            $"firms/{id}"
        );

    private static Criterion Covers(string attribute, string code, Strength strength) =>
        new()
        {
            Attribute = attribute,
            Op = Op.Covers,
            Strength = strength,
            Value = new CodeValue(code),
        };
}
