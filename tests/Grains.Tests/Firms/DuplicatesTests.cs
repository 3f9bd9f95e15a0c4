using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Firms;

public sealed class DuplicatesTests
{
    [Theory, OnBoth]
    public async Task Finds_what_is_stored_now_and_not_the_firm_itself(Store store)
    {
        await using var system = await TestSystem.On(store);
        var firm = new Firm { Name = new("Wing Tai Metal Works Ltd", "永泰五金廠"), RegistrationNumber = "55123456" };
        var (first, _) = await system.Grains.Firm("f1").Put(Some.Officer, firm, null, true);
        await system.Grains.Firm("f2").Put(Some.Officer, firm with { RegistrationNumber = null }, null, true);
        var sought = new Firm { Id = "f2", Name = new(null, null, "永泰五金厂有限公司") };

        Assert.Equal(["f1"], Ids(await Find(sought)));
        Assert.Equal(["f1", "f2"], Ids(await Find(sought with { Id = "" })));

        await system.Grains.Firm("f1").Put(Some.Officer, first with { Name = new("Kwong Hing") }, first.Version, true);
        Assert.Equal((DuplicateVerdict.New, 0), ((await Find(sought)).Verdict, (await Find(sought)).Candidates.Length));
        Assert.Equal(["f1"], Ids(await Find(sought with { RegistrationNumber = "5512-3456" })));

        await system.Grains.Firm("f1").Delete(Some.Officer, first.Version + 1);
        Assert.Empty(Ids(await Find(sought with { RegistrationNumber = "55123456" })));

        Task<DuplicateReport> Find(Firm firm) => system.Grains.Duplicates().Find(Some.Officer, firm);
    }

    [Theory, OnBoth]
    public async Task Of_many_branches_that_in_the_same_house_comes_first(Store store)
    {
        await using var system = await TestSystem.On(store);
        for (var i = 100; i < 200; i++)
            await system.Grains.Firm($"f{i}").Put(Some.Officer, At($"{i} Wai Yip Street"), null, true);
        var sought = At("Unit 3, 199 Wai Yip St") with { Id = "new" };

        var report = await system.Grains.Duplicates().Find(Some.Officer, sought);
        var stored = sought with { Id = "f199" };
        var reports = await system.Grains.Duplicates().FindUnstored(Some.Officer, [stored, sought, stored]);

        Assert.Equal(("f199", DuplicateVerdict.Match), (report.Candidates[0].Id, report.Verdict));
        Assert.Equal(20, report.Candidates.Length);
        Assert.Equal(
            [
                [],
                Ids(report),
                [],
            ],
            reports.Select(Ids)
        );

        static Firm At(string address) => new() { Name = new("Wing Tai Metal Works Ltd"), Address = new(address) };
    }

    [Theory, OnBoth]
    public async Task One_that_was_merged_is_found_as_the_one_that_stays(Store store)
    {
        await using var system = await TestSystem.On(store);
        var firm = new Firm { Name = new("Wing Tai Metal Works Ltd") };
        await system.Grains.Firm("f1").Put(Some.Officer, firm, null, true);
        await system.Grains.Firm("f2").Put(Some.Officer, firm, null, true);
        Assert.Equal(["f1", "f2"], Ids(await system.Grains.Duplicates().Find(Some.Officer, firm)));

        await system.Grains.Firm("f2").Merge(Some.Officer, "f1", 1);

        Assert.Equal(["f1"], Ids(await system.Grains.Duplicates().Find(Some.Officer, firm)));
    }

    [Theory, OnBoth]
    public async Task Only_the_office_looks_for_duplicates(Store store)
    {
        await using var system = await TestSystem.On(store);

        await Assert.ThrowsAsync<ForbiddenException>(() => system.Grains.Duplicates().Find(Some.Person(), Some.Firm()));
    }

    private static ImmutableArray<string> Ids(DuplicateReport report) =>
        [.. report.Candidates.Select(candidate => candidate.Id)];
}
