using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Digests;

public sealed class DigestTests
{
    [Theory, OnBoth]
    public async Task The_first_look_is_what_later_ones_are_compared_with_and_each_change_is_told_once(Store store)
    {
        await using var system = await Seeking(store, DigestRhythm.AtOnce);
        await system.Grains.Clock().Tick();
        Assert.Empty(await Letters(system));

        await Add(system, "f2", "Mill");
        await Later(system, TimeSpan.FromMinutes(1));
        await Later(system, TimeSpan.FromMinutes(1));
        var letters = await Letters(system);
        Assert.Equal(["one@robots", "two@robots"], letters.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(letters, letter => Assert.Contains("New: Mill", letter.Text, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.DoesNotContain("Works", letter.Text, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.Contains("Parts", letter.Subject, StringComparison.Ordinal));

        await system.Grains.Firm("f2").Delete(Some.Officer, 1);
        await Later(system, TimeSpan.FromMinutes(1));
        Assert.Contains("No longer listed: f2", (await Letters(system))[0].Text, StringComparison.Ordinal);
        Assert.Equal(4, (await Letters(system)).Count);
    }

    [Fact]
    public async Task A_daily_digest_comes_with_the_first_tick_of_the_next_morning_and_not_twice_a_day()
    {
        await using var system = await Seeking(Store.Sqlite, DigestRhythm.Daily);
        await system.Grains.Clock().Tick();
        await Add(system, "f2", "Mill");
        await Later(system, TimeSpan.FromHours(19.5)); // noon to 07:30
        Assert.Empty(await Letters(system));
        await Later(system, TimeSpan.FromHours(0.6));
        Assert.Equal(2, (await Letters(system)).Count);

        await Add(system, "f3", "Forge");
        await Later(system, TimeSpan.FromHours(10));
        Assert.Equal(2, (await Letters(system)).Count);
        await Later(system, TimeSpan.FromHours(14));
        Assert.Equal(4, (await Letters(system)).Count);
    }

    [Fact]
    public async Task Who_declined_digests_gets_none_while_colleagues_do()
    {
        await using var system = await Seeking(Store.Sqlite, DigestRhythm.Daily);
        var account = system.Grains.Account("one@robots");
        var caller = (await account.Standing())!.Caller;
        var settings = await account.Settings(caller, TestContext.Current.CancellationToken);
        await account.Settle(caller, settings with { Digests = false }, settings.Version);
        await system.Grains.Clock().Tick();
        await Add(system, "f2", "Mill");
        await Later(system, TimeSpan.FromDays(1));
        Assert.Equal("two@robots", Assert.Single(await Letters(system)).To);
    }

    [Fact]
    public async Task What_changed_and_changed_back_before_the_morning_is_not_told()
    {
        await using var system = await Seeking(Store.Sqlite, DigestRhythm.Daily);
        await system.Grains.Clock().Tick();
        await Add(system, "f2", "Mill");
        await system.Grains.Firm("f2").Delete(Some.Officer, 1);
        await Later(system, TimeSpan.FromDays(1));
        Assert.Empty(await Letters(system));
    }

    [Fact]
    public async Task A_demand_whose_people_want_none_gets_none()
    {
        await using var system = await Seeking(Store.Sqlite, DigestRhythm.None);
        await system.Grains.Clock().Tick();
        await Add(system, "f2", "Mill");
        await Later(system, TimeSpan.FromDays(8));
        Assert.Empty(await Letters(system));
    }

    [Fact]
    public async Task A_confidential_project_s_own_people_get_theirs_and_no_uncleared_officer_sees_it()
    {
        await using var system = await Seeking(Store.Sqlite, DigestRhythm.AtOnce, isConfidential: true);
        await system.Grains.Clock().Tick();
        await Add(system, "f2", "Mill");
        await Later(system, TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await Letters(system)).Count);
        Assert.Empty((await system.Grains.Outbox().List(Some.OtherOfficer, null, 10)).Items);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_told_again()
    {
        using var place = await Place.On(Store.Sqlite);
        await using (var before = await Begin(await TestSystem.On(place), DigestRhythm.AtOnce, false))
        {
            await before.Grains.Clock().Tick();
            await Add(before, "f2", "Mill");
            await Later(before, TimeSpan.FromMinutes(1));
        }

        await using var system = await TestSystem.On(place);
        await Later(system, TimeSpan.FromHours(1));
        Assert.Equal(2, (await Letters(system)).Count);
    }

    private static async Task<TestSystem> Seeking(Store store, DigestRhythm rhythm, bool isConfidential = false) =>
        await Begin(await TestSystem.On(store), rhythm, isConfidential);

    private static async Task<TestSystem> Begin(TestSystem system, DigestRhythm rhythm, bool isConfidential)
    {
        var id = Some.Id(1);
        await system.Grains.Enterprise(id).Put(Some.Officer, Some.Enterprise(isConfidential), null, false);
        foreach (var address in new[] { "one@robots", "two@robots" })
            await system
                .Grains.Account(address)
                .Put(
                    Caller.System,
                    new()
                    {
                        Id = address,
                        Role = Role.Enterprise,
                        Enterprise = id,
                    },
                    null,
                    []
                );
        await Add(system, "f1", "Works");
        await system
            .Grains.Demand(Some.Id(2))
            .Put(
                Some.Person(id),
                Some.Seeks("partners", Some.Covers("certifications", "iso-9001")) with
                {
                    Digest = rhythm,
                },
                null,
                false
            );
        return system;
    }

    private static async Task Add(TestSystem system, string id, string name) =>
        await system
            .Grains.Firm(id)
            .Put(
                Some.Officer,
                Some.Firm(("certifications", Some.Tags("iso-9001"))) with
                {
                    Name = new(name),
                },
                null,
                true
            );

    private static Task Later(TestSystem system, TimeSpan time)
    {
        system.Time.Advance(time);
        return system.Grains.Clock().Tick();
    }

    private static async Task<IReadOnlyList<RenderedLetter>> Letters(TestSystem system) =>
        (await system.Grains.Outbox().List(Some.Officer, null, 100)).Items;
}
