using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Grains.Tests.Upgrades;

/// <summary>The figures of the district follow the journal, on both databases.</summary>
public sealed class DistrictTests
{
    private const string Labour = "symptom:labour";
    private static readonly string[] Six = ["f1", "f2", "f3", "f4", "f5", "f6"];

    [Theory, OnBoth]
    public async Task A_firm_counts_from_its_consent_to_its_end_also_after_a_restart(Store store)
    {
        using var place = await Place.On(store);
        DistrictReport before;
        await using (var system = await TestSystem.On(place))
        {
            foreach (var firm in Six)
            {
                await system.Grains.Firm(firm).Put(Some.Officer, Workshop(), null, true);
                await Keep(system, firm, district: firm != "f6");
            }

            await Publish(system, 1, isConfidential: false);
            before = await system.Grains.Upgrades().District(Some.Officer);
            Assert.Equal(["f1", "f2", "f3", "f4", "f5"], await Names(system, Labour));
        }

        await using var again = await TestSystem.On(place);
        var report = await again.Grains.Upgrades().District(Some.Officer);
        Assert.Equal(5, report.Firms.Firms);
        Assert.Equal(
            ["level:unknown-0-1-2-3-4=5", "sector:hsic/25=5", "building:tower=5", "elsewhere=0", $"{Labour}=5"],
            report
                .Levels.Concat(report.Sectors)
                .Concat(report.Buildings)
                .Append(report.Elsewhere)
                .Append(report.Symptoms[0])
                .Select(figure => $"{figure.Figure}={figure.Firms}")
        );
        Assert.Equal(
            ("opens:cybersecurity", 5, 1),
            (report.Opens[0].Figure, report.Opens[0].Firms, report.Opens[0].Needs)
        );
        Assert.Equal(("unused:mpup", 5), (report.Unused[0].Figure, report.Unused[0].Firms));
        Assert.Equal(Said(before), Said(report));

        await Keep(again, "f6", district: true, expected: 1);
        Assert.Equal(Six, await Names(again, Labour));
        // What the office ends, what the firm deletes and what is published no more counts for nothing at once.
        await Keep(again, "f6", district: false, expected: 2);
        Assert.Equal(5, (await again.Grains.Upgrades().District(Some.Admin)).Firms.Firms);
        await again.Grains.Firm("f5").Put(Some.Officer, Workshop() with { Public = false }, 1, true);
        Assert.Null((await again.Grains.Upgrades().District(Some.Officer)).Firms.Firms);
        Assert.Empty(await Names(again, Labour));
        Assert.Empty(await Names(again, "firms"));
        await again.Grains.Firm("f5").Put(Some.Officer, Workshop(), 2, true);
        Assert.Equal(5, (await Names(again, "firms")).Length);
        await again.Grains.Upgrade("f5").Delete(Some.Maker("f5"), 1);
        Assert.Empty(await Names(again, "firms"));
    }

    [Fact]
    public async Task Nobody_but_the_office_learns_of_the_figures()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        foreach (var caller in new[] { Caller.Anonymous, Some.Person(), Some.Maker(), Some.OwnerAgent() })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Upgrades().District(caller));
            await Assert.ThrowsAsync<NotFoundException>(() => Names(system, Labour, caller));
            await Assert.ThrowsAsync<NotFoundException>(() => Names(system, "gold", caller));
        }

        await Assert.ThrowsAsync<InvalidException>(() => Names(system, "gold"));
    }

    [Fact]
    public async Task What_a_confidential_enterprise_needs_opens_nothing()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        foreach (var firm in Six)
        {
            await system.Grains.Firm(firm).Put(Some.Officer, Workshop(), null, true);
            await Keep(system, firm, district: true);
        }

        await Publish(system, 1, isConfidential: true);
        Assert.All((await system.Grains.Upgrades().District(Some.Officer)).Opens, figure => Assert.Null(figure.Needs));
        await Publish(system, 2, isConfidential: false);
        Assert.Equal(1, (await system.Grains.Upgrades().District(Some.Officer)).Opens[0].Needs);
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        foreach (var firm in Six)
        {
            await system.Grains.Firm(firm).Put(Some.Officer, Workshop(), null, true);
            await Keep(system, firm, district: true);
        }

        var page = await system.Grains.Upgrades().DistrictFirms(Some.Officer, "firms", null, 4);
        Assert.Equal(Six[..4], page.Items.Select(firm => firm.Id));
        Assert.Equal("Works", page.Items[0].Name!.En);
        var next = await system.Grains.Upgrades().DistrictFirms(Some.Officer, "firms", page.Next, 4);
        Assert.Equal(Six[4..], next.Items.Select(firm => firm.Id));
        Assert.Null(next.Next);
    }

    private static Firm Workshop() =>
        Some.Firm(("capabilities", Some.Tags("process/machining")), ("industries", Some.Tags("hsic/25"))) with
        {
            BuildingId = "tower",
        };

    private static async Task Publish(TestSystem system, int number, bool isConfidential)
    {
        var enterprise = Some.Id(10 + number);
        await system
            .Grains.Enterprise(enterprise)
            .Put(Some.Officer, Some.Enterprise(isConfidential), null, chosen: false);
        var need = Some.Need(("needs", Some.Tags("process/machining")), ("certifications", Some.Tags("iso-27001"))) with
        {
            Owner = $"enterprises/{enterprise}",
        };
        await system.Grains.Opportunity(Some.Id(number)).Put(Some.Officer, need, null, chosen: false);
    }

    private static async Task Keep(TestSystem system, string firm, bool district, long? expected = null) =>
        await system
            .Grains.Upgrade(firm)
            .Put(
                Some.Maker(firm),
                new()
                {
                    Answers = new(Symptoms: ["labour"]),
                    Steps = [new("cybersecurity", new(2027, 1, 1), 3, 300_000)],
                    Consent = new(District: district),
                },
                expected,
                true
            );

    private static async Task<string[]> Names(TestSystem system, string figure, Caller? caller = null) =>
        [
            .. (await system.Grains.Upgrades().DistrictFirms(caller ?? Some.Officer, figure, null, 100)).Items.Select(
                firm => firm.Id
            ),
        ];

    private static string Said(DistrictReport report) =>
        string.Join(
            ' ',
            report
                .Levels.Concat(report.Sectors)
                .Concat(report.Buildings)
                .Append(report.Elsewhere)
                .Concat(report.Symptoms)
                .Concat(report.Opens)
                .Concat(report.Unused)
                .Select(figure => $"{figure.Figure}={figure.Firms}/{figure.Needs}")
        );
}
