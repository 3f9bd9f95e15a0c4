using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>Every code in the tables of steps stands for something, and what people answer is checked.</summary>
public class UpgradeTableTests
{
    public static TheoryData<string> Steps => [.. StepTable.ShippedSteps.Offered.Select(step => step.Id)];

    [Theory, MemberData(nameof(Steps))]
    public void A_step_names_what_there_is(string id)
    {
        var step = StepTable.ShippedSteps.Find(id)!;
        Assert.Contains(step.Dimension, UpgradeTable.Dimensions.Select(dimension => dimension.Code));
        Assert.NotEmpty(step.Symptoms);
        Assert.NotEmpty(step.Builders);
        Assert.Empty(step.Symptoms.Except(UpgradeTable.Symptoms.Select(symptom => symptom.Code)));
        Assert.Empty(step.Builders.Except(Codes("partners", "capabilities")));
        Assert.Empty(step.Fields.Except(Codes("research", "fields")));
        if (step.Certification is { } certification)
            Assert.Contains(certification, Codes("partners", "certifications"));
        Assert.Empty(
            step.Programmes.Concat(step.Training).Except(ProgrammeCatalogue.All.Select(programme => programme.Id))
        );
        Assert.Empty(step.Needs.Except(BoardTable.Sites.Attributes.Select(attribute => attribute.Code)));
        Assert.True(step.LevelFrom <= step.LevelTo && step.MonthsLow <= step.MonthsHigh);
        Assert.InRange(step.AssumedCost, step.CostLow, step.CostHigh);
        Assert.InRange(step.AssumedMonths, step.MonthsLow, step.MonthsHigh);
    }

    [Fact]
    public void Every_question_has_symptoms_and_every_symptom_has_a_step()
    {
        Assert.Equal(
            UpgradeTable.Groups.Select(group => group.Code),
            UpgradeTable.Symptoms.Select(symptom => symptom.Group).Distinct()
        );
        Assert.All(
            UpgradeTable.Symptoms,
            symptom => Assert.Contains(StepTable.ShippedSteps.Offered, step => step.Symptoms.Contains(symptom.Code))
        );
        Assert.Equal([0, 1, 2, 3, 4], UpgradeTable.Levels.Select(level => level.Level));
    }

    [Fact]
    public void A_share_has_a_source_and_a_programme_without_a_rule_of_its_own() =>
        Assert.All(
            UpgradeTable.Rates,
            rate =>
            {
                Assert.Contains(rate.Source, ProgrammeCatalogue.Sources.Select(source => source.Code));
                Assert.Empty(ProgrammeCatalogue.Find(rate.Programme)!.Versions);
            }
        );

    [Fact]
    public void What_breaks_a_rule_is_named_at_its_place()
    {
        var long501 = new string('x', 501);
        ImmutableArray<ChosenStep> steps =
        [
            new("gmp", new DateOnly(1999, 12, 31), 0, -1, (StepStatus)9, new DateOnly(2101, 1, 1), long501),
            new("gmp"),
            new("gold"),
        ];
        Assert.Equal(
            [
                "answers.makes tooLong",
                "answers.level outOfRange",
                "answers.symptoms[0] notACode",
                "answers.wanted[1] repeated",
                "steps[0].start outOfRange",
                "steps[0].day outOfRange",
                "steps[0].months outOfRange",
                "steps[0].cost outOfRange",
                "steps[0].status notACode",
                "steps[0].proof tooLong",
                "steps[1].step repeated",
                "steps[2].step notACode",
            ],
            UpgradeRules
                .Check(StepTable.ShippedSteps, new(long501, 5, ["gold"], ["gmp", "gmp"]), steps, [])
                .Select(error => $"{error.Path} {error.Code}")
        );
        Assert.Equal(
            "steps tooMany",
            Assert.Single(
                UpgradeRules
                    .Check(
                        StepTable.ShippedSteps,
                        new(),
                        [.. StepTable.ShippedSteps.Offered.Take(9).Select(step => new ChosenStep(step.Id))],
                        []
                    )
                    .Select(error => $"{error.Path} {error.Code}")
            )
        );
        Assert.Equal("answers.makes controlSigns", Assert.Single(Errors(new("a\0b"))));
        Assert.Empty(Errors(new("a\nb", 0, [], [])));

        static IEnumerable<string> Errors(UpgradeAnswers answers) =>
            UpgradeRules.Check(StepTable.ShippedSteps, answers, [], []).Select(error => $"{error.Path} {error.Code}");
    }

    private static IEnumerable<string> Codes(string board, string attribute) =>
        TaxonomySet.BuiltIn.Of(board, attribute).SelectMany(taxonomy => taxonomy.Terms).Select(term => term.Code);
}
