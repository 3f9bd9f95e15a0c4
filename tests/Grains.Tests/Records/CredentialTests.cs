using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Tests.Setup;

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
}
