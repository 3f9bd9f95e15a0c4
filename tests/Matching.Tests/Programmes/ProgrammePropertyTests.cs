using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Programmes;
using Xunit;
using static Matchmaker.Matching.Tests.Programmes.Applicant;

namespace Matchmaker.Matching.Tests.Programmes;

/// <summary>
/// Properties that hold for every applicant. Amounts cluster on the rules' thresholds, so that ties and edges are
/// common.
/// </summary>
public class ProgrammePropertyTests
{
    private static readonly string[] Grants = ["nifs", "nias"];

    private static readonly Gen<DateOnly> Days = Gen.Int[-10, 700].Select(new DateOnly(2024, 9, 1).AddDays);

    private static readonly Gen<long> Costs = Gen.Select(
        Gen.OneOfConst(1L, 45_000_000, 135_000_000, 150_000_000, 200_000_000, 300_000_000, 600_000_000),
        Gen.OneOf(Gen.Long[-3, 3], Gen.Long[0, 400_000_000]),
        (edge, more) => Math.Max(0, edge + more)
    );

    private static readonly Gen<bool?> Flags = Gen.OneOfConst<bool?>(true, true, true, false, null);

    private static readonly Gen<ImmutableArray<FundedProject>?> ProjectLists = Gen.OneOf(
        Gen.Const(() => (ImmutableArray<FundedProject>?)null),
        Gen.Select(Costs, Gen.Enum<ProjectKind>())
            .Array[0, 5]
            .Select(pairs =>
                (ImmutableArray<FundedProject>?)
                    ImmutableArray.CreateRange(
                        pairs.Select((pair, i) => new FundedProject($"p{i}", pair.Item1, pair.Item2))
                    )
            )
    );

    private static readonly Gen<ImmutableArray<ResearchTalent>?> TalentLists = Gen.OneOf(
        Gen.Const(() => (ImmutableArray<ResearchTalent>?)null),
        Gen.Select(
                Gen.Enum<Degree>(),
                Gen.Int[1, 40],
                Gen.Enum<TalentScheme>(),
                Gen.OneOfConst<long?>(null, 18_000, 30_001)
            )
            .Array[0, 8]
            .Select(all =>
                (ImmutableArray<ResearchTalent>?)
                    ImmutableArray.CreateRange(
                        all.Select(assessed => new ResearchTalent(
                            assessed.Item1,
                            assessed.Item2,
                            assessed.Item3,
                            assessed.Item4
                        ))
                    )
            )
    );

    private static readonly Gen<Facts> Everybody =
        from flags in Flags.Array[6]
        from industry in Gen.OneOfConst<StrategicIndustry?>(
            StrategicIndustry.AiAndData,
            StrategicIndustry.LifeAndHealth,
            StrategicIndustry.Other,
            null
        )
        from counts in Gen.OneOfConst<int?>(0, 0, 1, 2, 3, null).Array[3]
        from money in Gen.OneOf(Gen.Const(() => (long?)null), Gen.Long[0, 1_000_000].Select(some => (long?)some)).Array[
            2
        ]
        from grants in Gen.OneOfConst<long?>(0, 150_000_000, 200_000_000, null)
        from projects in ProjectLists
        from talents in TalentLists
        select new Facts(
            flags[0],
            flags[1],
            industry,
            flags[2] is { } yes ? !yes : null,
            null,
            flags[3],
            flags[4],
            projects,
            counts[0],
            grants,
            counts[1],
            flags[5],
            talents,
            counts[2],
            money[0],
            money[1]
        );

    private static readonly Gen<Readings> AnyReadings = Gen.Select(
        Gen.Enum<ThresholdReading>(),
        Gen.Enum<HalfReading>(),
        (threshold, half) => new Readings(threshold, half)
    );

    [Fact]
    public void No_condition_writes_a_day_as_a_machine_does_or_one_of_several() =>
        Gen.Select(Everybody, Days)
            .Sample(
                (facts, on) =>
                    Assert.All(
                        Assess(facts, on)
                            .Programmes.SelectMany(assessed => assessed.Conditions)
                            .SelectMany(condition => condition.Text.All),
                        text => Assert.DoesNotMatch(@"\d-\d\d-\d\d|\b1 (projects|research talents|months)\b|\{", text)
                    )
            );

    [Fact]
    public void No_cap_is_exceeded_and_no_cost_is_used_twice() =>
        Gen.Select(Everybody, Days, AnyReadings)
            .Sample(
                (facts, on, readings) =>
                {
                    var assessment = Assess(facts, on, readings);
                    foreach (var assessed in assessment.Programmes.Where(assessed => assessed.Amount is not null))
                    {
                        var version = ProgrammeCatalogue.All.Single(programme => programme.Id == assessed.Id).On(on)!;
                        Assert.True(
                            assessed.Amount >= 0 && assessed.Amount <= (version.Cap ?? long.MaxValue),
                            assessed.Id
                        );
                        foreach (var part in assessed.Projects ?? [])
                            Assert.True(
                                (part.Amount ?? 0) <= version.CapPerProject
                                    && (part.Amount ?? 0) * 3
                                        <= facts.Projects!.Value.Single(project => project.Id == part.Id).ApprovedCost,
                                part.Id
                            );
                    }

                    var used = assessment.Package.Items.SelectMany(item => item.Projects ?? []).ToList();
                    Assert.Equal(used.Distinct(), used);
                    Assert.Equal(assessment.Package.Items.Sum(item => item.Amount), assessment.Package.Total);
                }
            );

    [Fact]
    public void More_cost_never_lowers_a_grant() =>
        Gen.Select(Everybody, Days, AnyReadings, Gen.Long[0, 300_000_000])
            .Sample(
                (facts, on, readings, more) =>
                {
                    if (facts.Projects is not { Length: > 0 } projects)
                        return;
                    var last = projects[^1];
                    var dearer = facts with
                    {
                        Projects = projects.SetItem(
                            projects.Length - 1,
                            last with
                            {
                                ApprovedCost = last.ApprovedCost + more,
                            }
                        ),
                    };
                    foreach (var programme in Grants)
                        Assert.True(
                            (Of(programme, dearer, on, readings).Amount ?? 0)
                                >= (Of(programme, facts, on, readings).Amount ?? 0),
                            programme
                        );
                    Assert.True(
                        Assess(dearer, on, readings).Package.Total >= Assess(facts, on, readings).Package.Total
                    );
                }
            );

    [Fact]
    public void An_unknown_fact_excludes_nobody_whom_some_answer_would_admit() =>
        Gen.Select(Everybody, Everybody, Days)
            .Sample(
                (facts, other, on) =>
                {
                    // The same applicant with the asked facts filled in at random.
                    var completed = Completed(facts, other);
                    foreach (var (before, after) in Assess(facts, on).Programmes.Zip(Assess(completed, on).Programmes))
                    {
                        if (before.Verdict is ProgrammeVerdict.Ineligible)
                            Assert.True(
                                after.Verdict is ProgrammeVerdict.Ineligible,
                                $"{before.Id} was refused before it was known"
                            );
                        if (before.Verdict is ProgrammeVerdict.Eligible)
                            Assert.True(
                                after.Verdict is ProgrammeVerdict.Eligible,
                                $"{before.Id} was admitted before it was known"
                            );
                    }
                }
            );

    [Fact]
    public void Facts_that_are_not_asked_change_nothing() =>
        Gen.Select(Everybody, Everybody, Days)
            .Sample(
                (facts, other, on) =>
                {
                    var assessment = Assess(facts, on);
                    var untouched = Completed(facts, other, fact => !assessment.Asks.Contains(fact));
                    Assert.Equal(
                        assessment.Programmes.Select(assessed => (assessed.Verdict, assessed.Amount)),
                        Assess(untouched, on).Programmes.Select(assessed => (assessed.Verdict, assessed.Amount))
                    );
                }
            );

    [Fact]
    public void The_package_equals_the_best_of_an_exhaustive_search_over_projects() =>
        Gen.Select(Everybody, Days, AnyReadings)
            .Sample(
                (facts, on, readings) =>
                {
                    var best = 0L;
                    var projects = facts.Projects ?? [];
                    for (var choice = 0; choice < 1 << projects.Length; choice++)
                    {
                        var chosen = projects.Where((_, i) => (choice & (1 << i)) != 0).ToImmutableArray();
                        best = Math.Max(
                            best,
                            Assess(facts with { Projects = facts.Projects is null ? null : chosen }, on, readings)
                                .Programmes.Sum(assessed => assessed.Id == "rth-nias" ? 0 : assessed.Amount ?? 0)
                        );
                    }

                    Assert.Equal(
                        best,
                        Assess(facts, on, readings)
                            .Package.Items.Where(item => item.Programme != "rth-nias")
                            .Sum(item => item.Amount)
                    );
                }
            );

    [Fact]
    public void Later_answers_equal_the_assessments_of_their_days() =>
        Gen.Select(Everybody, Days)
            .Sample(
                (facts, on) =>
                {
                    foreach (var assessed in Assess(facts, on).Programmes)
                    {
                        var last = (assessed.Verdict, assessed.Amount);
                        var later = (assessed.ChangesOn ?? []).ToDictionary(change => change.On);
                        for (var day = on.AddDays(1); day < on.AddDays(600); day = day.AddDays(1))
                        {
                            if (later.TryGetValue(day, out var change))
                                last = (change.Verdict, change.Amount);
                            if (day.Day is 1 or 15 or 16 or 17 or 18 or 31)
                                Assert.Equal(
                                    last,
                                    (Of(assessed.Id, facts, day).Verdict, Of(assessed.Id, facts, day).Amount)
                                );
                        }
                    }
                },
                iter: 8
            );

    private static Facts Completed(Facts facts, Facts other, Func<string, bool>? only = null)
    {
        bool May(string fact) => only?.Invoke(fact) ?? true;
        return facts with
        {
            IncorporatedInHongKong =
                facts.IncorporatedInHongKong ?? (May("incorporatedInHongKong") ? other.IncorporatedInHongKong : null),
            Manufacturer = facts.Manufacturer ?? (May("manufacturer") ? other.Manufacturer : null),
            StrategicIndustry = facts.StrategicIndustry ?? (May("strategicIndustry") ? other.StrategicIndustry : null),
            Subvented = facts.Subvented ?? (May("subvented") ? other.Subvented : null),
            NewSmartProductionInHongKong =
                facts.NewSmartProductionInHongKong
                ?? (May("newSmartProductionInHongKong") ? other.NewSmartProductionInHongKong : null),
            HighEndTechnology = facts.HighEndTechnology ?? (May("highEndTechnology") ? other.HighEndTechnology : null),
            Projects = facts.Projects ?? (May("projects") ? other.Projects : null),
            LiveNifsProjects = facts.LiveNifsProjects ?? (May("liveNifsProjects") ? other.LiveNifsProjects : null),
            PreviousNiasGrants =
                facts.PreviousNiasGrants ?? (May("previousNiasGrants") ? other.PreviousNiasGrants : null),
            PreviousNiasProjects =
                facts.PreviousNiasProjects ?? (May("previousNiasProjects") ? other.PreviousNiasProjects : null),
            ApprovedNiasProject =
                facts.ApprovedNiasProject ?? (May("approvedNiasProject") ? other.ApprovedNiasProject : null),
            ResearchTalents = facts.ResearchTalents ?? (May("researchTalents") ? other.ResearchTalents : null),
            TalentsAtOnce = facts.TalentsAtOnce ?? (May("talentsAtOnce") ? other.TalentsAtOnce : null),
            TrainingCosts = facts.TrainingCosts ?? (May("trainingCosts") ? other.TrainingCosts : null),
            TrainingGrantsThisYear =
                facts.TrainingGrantsThisYear ?? (May("trainingGrantsThisYear") ? other.TrainingGrantsThisYear : null),
        };
    }
}
