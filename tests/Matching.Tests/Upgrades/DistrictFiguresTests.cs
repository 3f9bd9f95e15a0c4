using System.Collections.Immutable;
using CsCheck;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>What the office is told of the district, against a recount of its firms.</summary>
public class DistrictFiguresTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);
    private static readonly string[] Sectors = ["hsic/25", "hsic/25/251", "hsic/26"];
    private static readonly string[] Symptoms = ["labour", "quality", "energy"];
    private static readonly string[] Certifications = ["iso-9001", "iso-13485"];
    private static readonly string[] Programmes = ["mpup", "nifs"];

    private static readonly ImmutableArray<PublishedNeed> Needs =
    [
        new("n1", Tags("machining"), Tags("iso-9001")),
        new("n2", Tags("machining"), Tags("iso-9001", "iso-13485")),
        new("n3", Tags("moulding"), Tags("iso-14001")),
        new("n4", Tags("moulding"), null),
        new("n5", null, Tags("iso-9001")),
    ];

    private static readonly Gen<ImmutableArray<DistrictFirm>> Firms = Gen.Select(
            Gen.OneOfConst<int?>(null, 0, 1, 2, 4),
            Gen.Shuffle(Sectors, 0, 3),
            Gen.OneOfConst(null, "b1", "b2", "b3"),
            Gen.OneOfConst("machining", "moulding", "casting"),
            Gen.Shuffle(Certifications, 0, 2),
            Gen.Shuffle(Symptoms, 0, 3),
            Gen.Shuffle(Programmes, 0, 2)
        )
        .Array[0, 40]
        .Select(all =>
            all.Select(
                    (firm, i) =>
                        Firm($"f{i}", firm.Item1, firm.Item3) with
                        {
                            Sectors = [.. firm.Item2],
                            Profile = new(Tags(firm.Item4), firm.Item5.Length == 0 ? null : Tags(firm.Item5)),
                            Symptoms = [.. firm.Item6],
                            Unused = [.. firm.Item7],
                        }
                )
                .ToImmutableArray()
        );

    [Fact]
    public void Every_figure_is_a_recount_of_five_firms_or_more_and_lists_exactly_those() =>
        Firms.Sample(
            firms =>
            {
                var district = new DistrictFigures(StepTable.ShippedSteps, firms, Needs, Day);
                foreach (var figure in All(district.Report))
                {
                    var behind = district.Behind(figure.Figure).Select(firm => firm.Id).ToList();
                    Assert.Equal(figure.Firms ?? 0, behind.Count);
                    Assert.True(figure.Firms is null or 0 or >= 5);
                    if (figure.Firms is not null)
                        Assert.Equal(
                            firms
                                .Where(firm => Counts(firm, figure, district.Report))
                                .Select(firm => firm.Id)
                                .Order(StringComparer.Ordinal),
                            behind
                        );
                }
            },
            iter: 400
        );

    [Fact]
    public void Each_firm_is_in_one_level_and_in_one_building_or_elsewhere() =>
        Firms.Sample(
            firms =>
            {
                var report = new DistrictFigures(StepTable.ShippedSteps, firms, Needs, Day).Report;
                var all = firms.Length < 5 ? 0 : firms.Length;
                Assert.Equal(all, report.Firms.Firms ?? 0);
                Assert.Equal(all, report.Levels.Sum(figure => figure.Firms));
                Assert.Equal(all, report.Buildings.Append(report.Elsewhere).Sum(figure => figure.Firms ?? 0));
                foreach (
                    var figure in report.Sectors.Concat(report.Symptoms).Concat(report.Opens).Concat(report.Unused)
                )
                    Assert.True(figure.Firms is not { } count || firms.Length - count is 0 or >= 5);
            },
            iter: 400
        );

    /// <summary>
    /// Two divisions of the same firms beside each other: all firms that there could be are tried, and in no case is it
    /// certain that one to four of them are of a level, in a building, or of a level and in a building.
    /// </summary>
    [Fact]
    public void Levels_and_buildings_together_tell_of_no_few_firms()
    {
        (int? Level, string? Building)[] kinds = [(0, null), (4, null), (0, "b1"), (4, "b1")];
        var questions = kinds
            .Select(kind => kinds.Select(other => other == kind).ToArray())
            .Concat(kinds.Select(kind => kinds.Select(other => other.Level == kind.Level).ToArray()))
            .Concat(kinds.Select(kind => kinds.Select(other => other.Building == kind.Building).ToArray()))
            .ToList();
        var alike = Sizes(kinds.Length, 12)
            .GroupBy(sizes =>
            {
                var firms = sizes.SelectMany((size, i) => Enumerable.Repeat(kinds[i], size));
                var report = new DistrictFigures(
                    StepTable.ShippedSteps,
                    [.. firms.Select((firm, i) => Firm($"f{i}", firm.Level, firm.Building))],
                    [],
                    Day
                ).Report;
                return string.Join(' ', All(report).Select(figure => $"{figure.Figure}={figure.Firms}"));
            });
        Assert.All(
            alike,
            possible =>
                Assert.DoesNotContain(
                    questions,
                    question =>
                        possible.All(sizes => sizes.Where((_, i) => question[i]).Sum() is > 0 and < Withholding.Fewest)
                )
        );
    }

    [Fact]
    public void A_need_is_counted_once_for_a_step_and_so_is_a_firm()
    {
        var firms = Enumerable
            .Range(0, 12)
            .Select(i =>
                Firm($"f{i:00}", 1, null) with
                {
                    Profile = new(Tags(i < 6 ? "machining" : "moulding"), i < 3 ? Tags("iso-13485") : null),
                }
            )
            .ToList();
        var opens = new DistrictFigures(StepTable.ShippedSteps, firms, Needs, Day).Report.Opens;
        Assert.Equal(
            StepTable
                .ShippedSteps.Offered.Where(step => step.Certification is not null)
                .Select(step => step.Id)
                .Order(),
            opens.Select(figure => figure.Of[0]).Order()
        );
        Assert.Equal(("opens:iso-9001", 6, 2), (opens[0].Figure, opens[0].Firms, opens[0].Needs));
        Assert.Equal((6, 1), (opens[1].Firms, opens[1].Needs));
        Assert.Equal("clean-heat-cooling", opens[1].Of[0]);
        Assert.Equal("effluent-air", opens[2].Of[0]);
        Assert.All(opens.Skip(3), figure => Assert.Equal((null, null), (figure.Firms, figure.Needs)));
    }

    [Fact]
    public void What_each_step_opens_is_what_its_suggestion_says() =>
        Firms.Sample(
            firms =>
            {
                foreach (var firm in firms.Take(5))
                {
                    var opened = UpgradePath.OpenedBy(StepTable.ShippedSteps, firm.Profile, Needs, Day).ToDictionary();
                    foreach (
                        var suggestion in UpgradePath.Suggest(StepTable.ShippedSteps, new(), firm.Profile, Needs, Day)
                    )
                        Assert.Equal(suggestion.Opens, opened.GetValueOrDefault(suggestion.Step, []).Length);
                }
            },
            iter: 100
        );

    [Fact]
    public void Nothing_is_told_of_fewer_than_five_firms()
    {
        var firms = Enumerable.Range(0, 4).Select(i => Firm($"f{i}", 1, "b1") with { Symptoms = ["labour"] }).ToList();
        var district = new DistrictFigures(StepTable.ShippedSteps, firms, Needs, Day);
        Assert.All(All(district.Report), figure => Assert.Null(figure.Firms));
        Assert.All(All(district.Report), figure => Assert.Empty(district.Behind(figure.Figure)));
        Assert.Empty(district.Behind("level:1"));
        Assert.Empty(district.Report.Levels);
        Assert.Empty(district.Report.Buildings);
        Assert.Equal(UpgradeTable.Symptoms.Length, district.Report.Symptoms.Length);
    }

    [Fact]
    public void Levels_are_joined_from_the_lowest_up_and_say_so()
    {
        int?[] levels = [null, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 3];
        var firms = levels.Select((level, i) => Firm($"f{i:00}", level, null)).ToList();
        var told = new DistrictFigures(StepTable.ShippedSteps, firms, [], Day).Report.Levels;
        Assert.Equal(["level:unknown-0", "level:1-2-3-4"], told.Select(figure => figure.Figure));
        Assert.Equal(["1", "2", "3", "4"], told[1].Of);
        Assert.Equal([5, 8], told.Select(figure => figure.Firms));
    }

    // Said again from the figure alone, one firm at a time.
    private static bool Counts(DistrictFirm firm, DistrictFigure figure, DistrictReport report) =>
        figure.Figure.Split(':')[0] switch
        {
            "firms" => true,
            "level" => figure.Of.Contains(firm.Level is { } level ? $"{level}" : "unknown"),
            "sector" => firm.Sectors.Any(code => code.StartsWith(figure.Of[0], StringComparison.Ordinal)),
            "building" => firm.Building == figure.Of[0],
            "elsewhere" => !report.Buildings.Any(building => building.Of[0] == firm.Building),
            "symptom" => firm.Symptoms.Contains(figure.Of[0]),
            "unused" => firm.Unused.Contains(figure.Of[0]),
            "opens" => UpgradePath
                .Suggest(StepTable.ShippedSteps, new(), firm.Profile, Needs, Day)
                .Single(suggestion => suggestion.Step == figure.Of[0])
                .Opens > 0,
            _ => throw new ArgumentException(figure.Figure),
        };

    private static IEnumerable<DistrictFigure> All(DistrictReport report) =>
        [
            report.Firms,
            .. report.Levels,
            .. report.Sectors,
            .. report.Buildings,
            report.Elsewhere,
            .. report.Symptoms,
            .. report.Opens,
            .. report.Unused,
        ];

    private static IEnumerable<ImmutableArray<int>> Sizes(int kinds, int most) =>
        kinds == 0
            ?
            [
                [],
            ]
            : Enumerable
                .Range(0, most + 1)
                .SelectMany(size => Sizes(kinds - 1, most - size).Select(rest => rest.Insert(0, size)));

    private static DistrictFirm Firm(string id, int? level, string? building) =>
        new(id, new(id), true, level, [], building, new(null, null), [], []);

    private static TagsValue Tags(params string[] codes) => new([.. codes.Select(code => new Tag(code))]);
}
