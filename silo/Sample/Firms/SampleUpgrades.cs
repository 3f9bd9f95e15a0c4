using System.Collections.Immutable;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Firms;

/// <summary>
/// What some of the invented firms answer and plan, invented like the firms: a certificate that they lack, and a step
/// beside it. Most of them let enterprises see what they plan, and the office count them.
/// </summary>
public static class SampleUpgrades
{
    private static readonly string[] Beside =
    [
        "machine-monitoring",
        "production-data",
        "vision-inspection",
        "energy-metering",
        "erp-orders",
    ];

    /// <summary>In the order of the firms; the sample account's firm is among them.</summary>
    public static ImmutableArray<Upgrade> All(ImmutableArray<Firm> firms, DateOnly today) =>
        [.. firms.Select((firm, index) => Of(firm, index, today)).OfType<Upgrade>()];

    private static Upgrade? Of(Firm firm, int index, DateOnly today)
    {
        var random = RandomSource.For(SampleData.Seed, $"upgrade {firm.Id}");
        var isFirst = firm.Id == SampleFirms.First;
        // Every third firm keeps nothing.
        if (index % 3 == 2)
            return null;
        var level = firm.Values.GetValueOrDefault("smartLevel") is NumberValue stated
            ? (int)stated.Number
            : random.Pick(0, 1, 1, 2);
        var certificate = isFirst ? "carbon-report" : Lacking(firm, index, today);
        var start = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var status = random.Pick(StepStatus.Planned, StepStatus.Applied, StepStatus.Approved);
        return new()
        {
            Id = firm.Id,
            Answers = new(
                Level: level,
                Symptoms: [.. UpgradeTable.Symptoms.Where(_ => random.Of(0.2)).Select(symptom => symptom.Code)],
                Wanted: []
            ),
            Steps =
            [
                .. certificate is null
                    ? Array.Empty<ChosenStep>()
                    :
                    [
                        new(
                            certificate,
                            start.AddMonths(random.Int(0, 5)),
                            Status: isFirst ? StepStatus.Approved : status
                        ),
                    ],
                new(random.Pick(Beside)),
            ],
            Consent = new(Planned: random.Of(0.8) || isFirst, District: random.Of(0.85) || isFirst),
        };
    }

    // The first certificate that firms of its trade hold, it does not, and a step brings.
    private static string? Lacking(Firm firm, int index, DateOnly today)
    {
        var held = ((TagsValue)firm.Values["certifications"]).Tags.Where(tag => !(tag.Until < today)).ToList();
        return Trade
            .All[index % Trade.All.Length]
            .Certifications.Where(code => held.TrueForAll(tag => tag.Code != code))
            .Select(code => StepTable.ShippedSteps.Offered.FirstOrDefault(step => step.Certification == code)?.Id)
            .FirstOrDefault(step => step is not null);
    }
}
