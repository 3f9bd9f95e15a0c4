using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;
using Orleans.Core.Internal;

namespace Matchmaker.Grains.Tests.Records;

/// <summary>What an account's grain keeps of a password.</summary>
public sealed class CredentialTests
{
    [Theory, OnBoth]
    public async Task A_password_is_rehashed_only_while_it_is_unchanged_since_the_sign_in(Store store)
    {
        await using var system = await TestSystem.On(store);
        var account = system.Grains.Account("someone@x.hk");
        await account.Put(Caller.System, new() { Id = "someone@x.hk", Role = Role.Officer }, null, []);
        await account.SetPassword("old form");
        var before = (await account.Credential())!;

        await account.Rehash("new form", before.Stamp);
        Assert.Equal(
            ("new form", before.Stamp),
            ((await account.Credential())!.PasswordHash, (await account.Credential())!.Stamp)
        );

        await account.SetPassword("another password");
        await account.Rehash("the first password in a third form", before.Stamp);
        Assert.Equal("another password", (await account.Credential())!.PasswordHash);
    }

    [Theory, OnBoth]
    public async Task A_link_sets_a_password_within_the_hour_and_while_nothing_else_has_set_it(Store store)
    {
        await using var system = await TestSystem.On(store);
        var account = system.Grains.Account("someone@x.hk");
        Assert.False(await account.KeepReset("of nobody"));
        await account.Put(Caller.System, new() { Id = "someone@x.hk", Role = Role.Officer }, null, []);
        Assert.True(await account.KeepReset("first"));
        Assert.False(await account.KeepReset("at once"));
        system.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await account.KeepReset("second"));
        system.Time.Advance(TimeSpan.FromMinutes(2));

        await Refused("first");
        await Refused("at once");
        await account.Reset("second", "by the second link");
        await Refused("second");
        system.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await account.KeepReset("third"));
        var stamp = (await account.Credential())!.Stamp;
        await account.Rehash("the same password", stamp);
        await account.SetPassword("by an invitation");
        await Refused("third");
        Assert.Equal("by an invitation", (await account.Credential())!.PasswordHash);

        Task Refused(string token) =>
            Assert.ThrowsAsync<InvalidException>(() => account.Reset(token, "by a link that is over"));
    }

    [Theory, OnBoth]
    public async Task A_session_outlives_neither_its_account_nor_another_password(Store store)
    {
        await using var system = await TestSystem.On(store);
        var account = system.Grains.Account("someone@x.hk");
        await account.Put(Caller.System, new() { Id = "someone@x.hk", Role = Role.Officer }, null, []);
        await account.SetPassword("a password");
        var (caller, stamp) = (new Caller("someone@x.hk", Role.Officer, null), (await account.Standing())!.Stamp);
        var first = (await account.OpenSession(new(stamp, null, IsToken: false)))!;
        var second = (await account.OpenSession(new(stamp, null, IsToken: true)))!;
        await Assert.ThrowsAsync<ConflictException>(() =>
            account.ChangePassword(caller, "late", "an older stamp", first)
        );
        await Assert.ThrowsAsync<NotFoundException>(() => account.ChangePassword(Some.Admin, "x", stamp, first));

        await account.ChangePassword(caller, "another", stamp, first);
        Assert.NotNull(await account.Check(first));
        Assert.Null(await account.Check(second));
        Assert.Null(await account.OpenSession(new(stamp, null, IsToken: false)));
        await account.AsReference<IGrainManagementExtension>().DeactivateOnIdle(); // it reads the store again
        Assert.NotNull(await account.Check(first));
        Assert.Null(await account.Check(second));

        await account.Delete(Some.Admin, 1);
        Assert.Null(await account.Check(first));
        await account.Put(Caller.System, new() { Id = "someone@x.hk", Role = Role.Officer }, null, []);
        Assert.Null(await account.Check(first));
    }
}
