using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Results;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Demands;
using Xunit;

namespace Matchmaker.Interchange.Tests.Sample;

public sealed class SampleFillTests : IAsyncLifetime
{
    private static readonly Caller Enterprise = new("enterprise@sample", Role.Enterprise, PartyId.Enterprise("e1"));
    private LiveSystem _system = null!;

    private SampleFill Fill => new(_system.Grains, TimeProvider.System);

    public async ValueTask InitializeAsync() => _system = await LiveSystem.Start();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task An_empty_database_is_filled_and_a_filled_one_is_left_as_it_is()
    {
        Assert.True(await Fill.Run(60));
        var owner = await _system.Grains.Owner("o1").Get(LiveSystem.Officer);

        Assert.True(await Fill.Run(500));
        Assert.Equal(owner.Version, (await _system.Grains.Owner("o1").Get(LiveSystem.Officer)).Version);
        var spaces = await _system.Grains.Catalogue<Space>().List(LiveSystem.Officer, new ListQuery(Limit: 500));
        Assert.Equal(60, spaces.Items.Length);
    }

    [Fact]
    public async Task An_interrupted_fill_resumes()
    {
        await _system.Grains.Owner("o1").Put(LiveSystem.Officer, SampleOwners.All[0], null, chosen: true);

        Assert.True(await Fill.Run(20));
        Assert.Equal(
            20,
            (await _system.Grains.Catalogue<Space>().List(LiveSystem.Officer, new ListQuery(Limit: 500))).Items.Length
        );
    }

    [Fact]
    public async Task A_database_with_other_data_is_left_unchanged()
    {
        await _system.Import(ListingKind.Buildings, "id,name_en\nb1,One\n");

        Assert.False(await Fill.Run(20));
        Assert.Single((await _system.Grains.Catalogue<Building>().List(LiveSystem.Officer, new ListQuery())).Items);
    }

    [Fact]
    public async Task The_sample_enterprise_finds_matches_possible_ones_and_near_misses()
    {
        await Fill.Run(SampleData.DefaultSpaces);

        var demands = (await _system.Grains.Catalogue<Demand>().List(Enterprise, new ListQuery())).Items;
        Assert.Equal(["d1", "d2"], demands.Select(demand => demand.Id));
        foreach (var demand in demands)
        {
            var found = await _system.Grains.Index("sites").Matches(Enterprise, demand.Id, 500);
            var missed = await _system.Grains.Index("sites").NearMisses(Enterprise, demand.Id, 20);
            Assert.InRange(found.Matches.Count(match => match.Verdict == Verdict.Match), 4, 200);
            Assert.InRange(found.Matches.Count(match => match.Verdict == Verdict.Possible), 8, 300);
            Assert.True(missed.NearMisses.Length >= 2 && missed.Relaxations.Length >= 2);
            Assert.Contains(found.Matches, match => match.Id.StartsWith("sample-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_match_of_the_sample_enterprise_can_be_introduced_to_a_contact()
    {
        await Fill.Run(SampleData.DefaultSpaces);

        var found = await _system.Grains.Index("sites").Matches(Enterprise, "d1", 500);
        foreach (var match in found.Matches.Take(40))
        {
            var asked = await _system.Grains.Introduction(RecordIds.New()).Suggest(LiveSystem.Officer, "d1", match.Id);
            Assert.StartsWith("Sample ", asked.Counterpart.Name!.En, StringComparison.Ordinal);
        }

        var person = SamplePeople.OfOwners[3];
        var known = await _system.Grains.Account(person.Account.Id).Get(Caller.System, default);
        Assert.Equal(person.Name, known.Name);
        Assert.Equal(VouchRules.Sample, VouchRules.VoucherOf(known, []));
    }

    [Fact]
    public async Task Thirty_enterprises_have_demands_and_two_of_them_are_confidential()
    {
        await Fill.Run(20);

        Assert.Equal(30, (await List<Enterprise>(new("officer@sample", Role.Officer, null))).Count);
        Assert.Equal(28, (await List<Enterprise>(new("other@office", Role.Officer, null))).Count);
        var demands = await List<Demand>(new("officer@sample", Role.Officer, null));
        var rooms = demands.Where(demand => demand.Board == "sites").ToList();
        Assert.Equal(30, rooms.Select(demand => demand.Owner).Distinct().Count());
        Assert.All(rooms.GroupBy(demand => demand.Owner), group => Assert.InRange(group.Count(), 1, 3));
    }

    [Fact]
    public async Task Every_demand_for_suppliers_customers_or_research_has_matches()
    {
        await Fill.Run(20);

        var demands = SampleDemands.All(SampleData.Day).Where(demand => demand.Board != "sites").ToList();
        foreach (
            var demand in demands.Where(demand =>
                demand.Id.EndsWith("-p1", StringComparison.Ordinal)
                || demand.Id == "f1-o1"
                || demand.Board == "research"
            )
        )
        {
            var found = await _system.Grains.Index(demand.Board).Matches(LiveSystem.Officer, demand.Id, 100);
            Assert.True(
                found.Matches.Any(match =>
                    match.Verdict == (demand.Board == "research" ? Verdict.Possible : Verdict.Match)
                    || match.Verdict == Verdict.Match
                ),
                demand.Id
            );
        }

        foreach (var bill in demands.Where(demand => demand.Id.EndsWith("-p2", StringComparison.Ordinal)))
        {
            var report = await _system.Grains.Index("partners").Consortium(LiveSystem.Officer, bill.Id);
            Assert.True(report.Firms.Length >= 2 && report.Uncovered.IsEmpty, bill.Id);
        }

        var centres = await _system.Grains.Index("research").Match(LiveSystem.Officer, new([], 500));
        Assert.Equal(32, centres.Count);
        Assert.DoesNotContain(centres.Matches, match => match.Id is "astri" or "nami");
    }

    private async Task<IReadOnlyList<T>> List<T>(Caller caller)
        where T : Contracts.Records.Record =>
        (await _system.Grains.Catalogue<T>().List(caller, new ListQuery(Limit: 500))).Items;
}
