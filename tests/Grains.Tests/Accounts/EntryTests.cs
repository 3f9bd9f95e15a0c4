using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Accounts;

/// <summary>What is kept of a person of an identity provider, and of a passkey, on both databases.</summary>
public sealed class EntryTests
{
    private static readonly ProviderPerson Person = new(
        "https://login.example.hk/",
        "subject-1",
        "Someone@x.hk",
        IsVerified: true,
        Role.Officer,
        Party: null
    );

    [Theory, OnBoth]
    public async Task A_subject_keeps_its_account_after_a_restart_and_none_after_its_end(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            var entry = await system.Grains.People().Enter(Person, hasFactor: false);
            Assert.Equal(("someone@x.hk", true), (entry.Standing!.Email, entry.Standing.IsProvided));
        }

        await using (var system = await TestSystem.On(place))
        {
            var people = system.Grains.People();
            var moved = Person with { Email = "other@x.hk", IsVerified = false };
            Assert.Equal("someone@x.hk", (await people.Enter(moved, hasFactor: false)).Standing!.Email);
            var second = Person with { Subject = "subject-2" };
            Assert.Null((await people.Enter(second, hasFactor: false)).Standing);
            var account = system.Grains.Account("someone@x.hk");
            var found = await account.Get(Some.Admin);
            Assert.Equal(ProviderPerson.Actor, found.InvitedBy);
            await system.Grains.Accounts().Delete(Some.Admin, "someone@x.hk", found.Version);
            Assert.Equal("someone@x.hk", (await people.Enter(second, hasFactor: false)).Standing!.Email);
        }
    }

    [Theory, OnBoth]
    public async Task The_last_admin_stays_one_and_is_shut_out_where_the_provider_says_otherwise(Store store)
    {
        await using var system = await TestSystem.On(store);
        var people = system.Grains.People();
        var admin = Person with { Role = Role.Admin };
        var before = (await people.Enter(admin, hasFactor: false)).Standing!;
        Assert.Null((await people.Enter(Person, hasFactor: false)).Standing);
        var after = (await system.Grains.Account("someone@x.hk").Standing())!;
        Assert.Equal(Role.Admin, after.Role);
        Assert.NotEqual(before.Stamp, after.Stamp);
    }

    [Theory, OnBoth]
    public async Task A_passkey_belongs_to_one_account_and_goes_with_it(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            await (await Admitted(system, "someone@x.hk")).AddPasskey(Owner("someone@x.hk"), Key(system));
            Assert.True(await system.Grains.Account("someone@x.hk").UsePasskey("key", 3_000_000_000, hasMoved: true));
        }

        await using (var system = await TestSystem.On(place))
        {
            var account = system.Grains.Account("someone@x.hk");
            var kept = Assert.Single(await account.Passkeys());
            Assert.Equal(("My key", 3_000_000_000, true), (kept.Name, kept.SignCount, kept.HasMoved));
            Assert.NotNull(kept.UsedAt);
            Assert.Equal("someone@x.hk", await system.Grains.People().FindPasskey("key"));
            var other = await Admitted(system, "other@x.hk");
            await Assert.ThrowsAsync<ConflictException>(() => other.AddPasskey(Owner("other@x.hk"), Key(system)));
            await Assert.ThrowsAsync<NotFoundException>(() => account.RemovePasskey(Owner("other@x.hk"), "key"));
            await account.Delete(Caller.System, (await account.Get(Some.Admin)).Version);
            Assert.Null(await system.Grains.People().FindPasskey("key"));
        }
    }

    private static async Task<IAccountGrain> Admitted(TestSystem system, string email)
    {
        var account = system.Grains.Account(email);
        await account.Put(Caller.System, new() { Id = email, Role = Role.Officer }, null, []);
        return account;
    }

    private static Caller Owner(string email) => new(email, Role.Officer, null);

    private static Passkey Key(TestSystem system) =>
        new("key", "My key", "AAAA", 1, system.Time.GetUtcNow(), null, MayMove: true, HasMoved: false);
}
