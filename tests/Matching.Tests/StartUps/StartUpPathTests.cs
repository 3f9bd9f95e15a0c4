using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.StartUps;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.StartUps;

/// <summary>Which steps are for a start-up, when, and what is asked of the boards.</summary>
public class StartUpPathTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);

    private static readonly Gen<bool?> Flags = Gen.OneOfConst<bool?>(true, false, null);

    private static readonly Gen<StartUpAnswers> Anybody = Gen.Select(
        Gen.OneOfConst(null, "lifeAndHealth", "aiAndData", "newEnergy", "fintech", "other"),
        Gen.OneOf(Gen.Const((StartUpStage?)null), Gen.Enum<StartUpStage>().Select(stage => (StartUpStage?)stage)),
        Gen.OneOf(Gen.Const((DateOnly?)null), Gen.Int[-40, 1500].Select(days => (DateOnly?)Day.AddDays(-days))),
        Flags,
        Flags,
        Gen.Enum<StartUpNeed>().HashSet[0, 5].Select(needs => needs.ToImmutableArray()),
        (industry, stage, founded, incorporated, university, needs) =>
            new StartUpAnswers(
                Industry: industry,
                Stage: stage,
                Founded: founded,
                IncorporatedInHongKong: incorporated,
                University: university,
                Needs: needs
            )
    );

    [Fact]
    public void Every_step_names_what_there_is()
    {
        var sources = ProgrammeCatalogue.Sources.Select(source => source.Code).ToHashSet();
        var industries = BoardTable.Opportunities.Find("industry")!.Values.Select(entry => entry.Code).ToHashSet();
        Assert.Equal(StartUpTable.Steps.Length, StartUpTable.Steps.Select(step => step.Id).Distinct().Count());
        Assert.All(
            StartUpTable.Steps,
            step =>
            {
                Assert.NotEmpty(step.Sources);
                Assert.All(
                    step.Sources.Concat(step.Checks.Select(check => check.Source)),
                    code => Assert.Contains(code, sources)
                );
                Assert.All(step.Industries, code => Assert.Contains(code, industries));
                Assert.All(
                    step.Campuses,
                    campus =>
                        Assert.Contains(
                            BoardTable.Sites.Find("district")!.Values,
                            district => district.Code == campus.District
                        )
                );
                Assert.NotEmpty(step.Stages);
                Assert.Equal(step.Stages.Order(), step.Stages);
                Assert.NotEmpty(step.Needs);
                Assert.True(step.Programme is null || ProgrammeCatalogue.Find(step.Programme) is not null, step.Id);
                Assert.True(step.Board is null || BoardTable.Find(step.Board) is not null, step.Id);
                Assert.True(step.Basis is not StartUpBasis.Paper || step.Sources.Contains("S00"), step.Id);
                foreach (var text in new[] { step.Name, step.Why, step.Check ?? step.Name })
                    Assert.Equal(3, text.All.Count(each => each.Length > 0));
            }
        );
        // Every programme of the paper's start-up paragraph is a step of the path.
        Assert.Superset(
            ProgrammeCatalogue.All.Where(each => each.Paragraphs.Contains(16)).Select(each => each.Id).ToHashSet(),
            StartUpTable.Steps.Select(step => step.Programme!).ToHashSet()
        );
    }

    [Fact]
    public void Every_step_is_on_the_path_or_left_out_as_a_plain_reading_says() =>
        Gen.Select(Anybody, Gen.Int[-900, 900].Select(Day.AddDays))
            .Sample(
                (answers, on) =>
                {
                    var (steps, left) = StartUpPath.Of(StartUpTable.Steps, answers, on);
                    Assert.Equal(
                        StartUpTable.Steps.Select(step => step.Id).Order(),
                        steps.Select(step => step.Step.Id).Concat(left.Select(step => step.Id)).Order()
                    );
                    foreach (var step in StartUpTable.Steps)
                    {
                        var wanted = step.Needs.Where(need =>
                            answers.Needs is [] || answers.Needs!.Value.Contains(need)
                        );
                        var isOn =
                            (answers.Stage is not { } stage || step.Stages.Any(each => each >= stage))
                            && (
                                answers.Industry is null
                                || step.Industries.IsEmpty
                                || step.Industries.Contains(answers.Industry)
                            )
                            && !(step.University == true && answers.University == false)
                            && !(step.Incorporated == false && answers.IncorporatedInHongKong == true)
                            && wanted.Any();
                        var found = steps.SingleOrDefault(each => each.Step.Id == step.Id);
                        Assert.Equal(isOn, found is not null);
                        if (found is null)
                            continue;
                        Assert.Equal(wanted, found.Helps);
                        Assert.Equal(
                            answers.Stage is { } now && step.Stages.All(each => each > now)
                                ? StartUpTime.Later
                                : StartUpTime.Now,
                            found.When
                        );
                        Assert.Equal(step.From is { } from && on < from, found.OpensOn is not null);
                        Assert.Equal(step.To is { } to && on > to, found.EndedOn is not null);
                    }

                    Assert.Equal(steps.Select(step => step.When).Order(), steps.Select(step => step.When));
                }
            );

    [Fact]
    public void An_age_is_judged_on_the_day_by_each_page_and_says_by_how_much() =>
        Gen.Select(Anybody, Gen.Int[0, 900].Select(Day.AddDays))
            .Sample(
                (answers, on) =>
                {
                    foreach (
                        var check in StartUpPath
                            .Of(StartUpTable.Steps, answers, on)
                            .Steps.SelectMany(step => step.Checks)
                    )
                    {
                        if (check.Check.Most is not { } most)
                        {
                            Assert.Equal(
                                answers.IncorporatedInHongKong,
                                check.Outcome is Outcome.Unknown ? null : check.Outcome is Outcome.Met
                            );
                            continue;
                        }

                        if (answers.Founded is not { } founded)
                        {
                            Assert.Equal(Outcome.Unknown, check.Outcome);
                            continue;
                        }

                        // Counts day by day how many months too late it is.
                        var late = 0;
                        while (founded.AddMonths(most + late) < on)
                            late++;
                        Assert.Equal(late == 0 ? Outcome.Met : Outcome.Unmet, check.Outcome);
                        Assert.Equal(late == 0 ? null : late, check.Shortfall);
                        Assert.InRange(check.Actual!.Value, 0, int.MaxValue);
                    }
                }
            );

    [Fact]
    public void Two_days_two_answers()
    {
        var answers = new StartUpAnswers(
            Industry: "lifeAndHealth",
            Stage: StartUpStage.Prototype,
            Founded: new(2024, 6, 15),
            IncorporatedInHongKong: true
        );
        Assert.Equal([Outcome.Met, Outcome.Met], Ages(new(2026, 6, 15)));
        Assert.Equal([Outcome.Unmet, Outcome.Met], Ages(new(2026, 6, 16)));
        Assert.Equal([Outcome.Unmet, Outcome.Unmet], Ages(new(2027, 6, 16)));
        Assert.Equal(new DateOnly(2026, 1, 29), Step("accelerator", new(2025, 2, 18)).OpensOn);
        Assert.Null(Step("accelerator", new(2026, 1, 29)).OpensOn);
        Assert.Equal(new DateOnly(2024, 12, 19), Step("venture-fund", new(2024, 12, 18)).OpensOn);
        Assert.Equal(StartUpTime.Later, Step("venture-fund", Day).When);
        Assert.Null(Step("venture-fund", Day).OpensOn);

        StartUpPathStep Step(string id, DateOnly on) =>
            StartUpPath.Of(StartUpTable.Steps, answers, on).Steps.Single(step => step.Step.Id == id);

        Outcome[] Ages(DateOnly on) =>
            [
                .. Step("incu-bio", on)
                    .Checks.Where(check => check.Check.Fact == "founded")
                    .Select(check => check.Outcome),
            ];
    }

    [Fact]
    public void What_is_left_out_says_why()
    {
        var (_, left) = StartUpPath.Of(
            StartUpTable.Steps,
            new(
                Industry: "fintech",
                Stage: StartUpStage.Customers,
                IncorporatedInHongKong: true,
                University: false,
                Needs: [StartUpNeed.Money, StartUpNeed.Space]
            ),
            Day
        );
        var reasons = left.ToDictionary(step => step.Id, step => step.Reason);
        Assert.Equal(StartUpLeftReason.Stage, reasons["ccmf"]);
        Assert.Equal(StartUpLeftReason.Industry, reasons["incu-bio"]);
        Assert.Equal(StartUpLeftReason.University, reasons["university-fund"]);
        Assert.Equal(StartUpLeftReason.Done, reasons["incorporate"]);
        Assert.Equal(StartUpLeftReason.Need, reasons["first-customers"]);
        Assert.DoesNotContain("cip", reasons.Keys);
    }

    [Fact]
    public void A_search_asks_the_board_what_the_board_can_answer()
    {
        var answers = new StartUpAnswers(
            Industry: "lifeAndHealth",
            Fields: ["life/diagnostics", "ai/vision"],
            Offers: ["testing/optical"],
            Seeks: ["process/machining", "digital/iiot"],
            Stage: StartUpStage.Growth
        );
        foreach (
            var board in new[] { BoardTable.Sites, BoardTable.Research, BoardTable.Partners, BoardTable.Opportunities }
        )
        {
            var search = StartUpSearches.On(board, answers);
            var read = DemandRules.Check(search.Board, search.Criteria, "criteria", TaxonomySet.BuiltIn);
            Assert.True(read.IsOk, string.Join(", ", read.Errors.Select(error => $"{error.Path} {error.Code}")));
            Assert.Null(search.Asks);
            Assert.Equal(
                search.Codes,
                search.Criteria.Take(search.Codes.Length).Select(criterion => ((CodeValue)criterion.Value!).Code)
            );
        }

        Assert.Equal("seeks", StartUpSearches.On(BoardTable.Partners, new()).Asks);
        Assert.Equal("offers", StartUpSearches.On(BoardTable.Opportunities, new()).Asks);
        Assert.Equal("fields", StartUpSearches.On(BoardTable.Research, new(Industry: "other")).Asks);
        Assert.Equal(
            ["strategic/newEnergy"],
            StartUpSearches.On(BoardTable.Research, new(Industry: "newEnergy")).Codes
        );
    }

    [Fact]
    public void What_nobody_can_mean_is_refused_at_its_place()
    {
        var errors = StartUpRules
            .Read(
                new(
                    Industry: "magic",
                    Fields: ["life/nothing"],
                    Offers: [.. Enumerable.Range(0, 11).Select(_ => "process/machining")],
                    Founded: new(1700, 1, 1),
                    Needs: [StartUpNeed.Money, StartUpNeed.Money]
                ),
                TaxonomySet.BuiltIn
            )
            .Errors.Select(error => $"{error.Path} {error.Code}")
            .ToList();
        Assert.Contains("answers.industry notACode", errors);
        Assert.Contains("answers.fields[0] unknownCode", errors);
        Assert.Contains("answers.offers tooMany", errors);
        Assert.Contains("answers.offers[1] repeated", errors);
        Assert.Contains("answers.founded outOfRange", errors);
        Assert.Contains("answers.needs[1] repeated", errors);
        Assert.Empty(StartUpRules.Read(new(), TaxonomySet.BuiltIn).Errors);
    }

    [Fact]
    public void A_code_may_be_written_by_its_name()
    {
        var read = StartUpRules.Read(new(Seeks: ["CNC machining"], Fields: ["微電子"]), TaxonomySet.BuiltIn);
        Assert.Empty(read.Errors);
        Assert.Equal(["process/machining/cnc"], read.Value.Seeks!.Value.AsEnumerable());
        Assert.Equal(["microelectronics"], read.Value.Fields!.Value.AsEnumerable());
    }
}
