using Matchmaker.Contracts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Matchmaker.Web.Accounts;

/// <summary>What this start owes its operator: the first admin's invitation where there is none, and the sample accounts' password.</summary>
internal sealed class FirstAdmin(
    IGrainFactory grains, IServer server, IHostApplicationLifetime lifetime, Passwords passwords, SampleRun samples, IConfiguration settings) : IHostedService
{
    private const string Password = "Matchmaker:SamplePassword";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (samples.IsOn)
            await SetSamplePassword();
        if (await grains.Accounts().HasAdmin(samples.IsOn))
            return;
        var (token, hash) = AccountEndpoints.NewToken();
        await grains.Accounts().InviteFirstAdmin(hash);
        lifetime.ApplicationStarted.Register(() => Console.WriteLine(
            $"No admin yet. The first one sets a password at {Address()}/tc/invitation?token={token}"));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SetSamplePassword()
    {
        var given = settings[Password];
        var password = given ?? RecordIds.New();
        foreach (var email in SampleEmails)
        {
            // Because a new password ends all sessions, and one web host that starts must not send away those whom the others serve.
            if (!passwords.IsOf(await grains.Account(email).Credential(), password))
                await grains.Account(email).SetPassword(passwords.Hash(password));
        }

        if (given is null)
            Console.WriteLine($"Password of the sample accounts ({string.Join(", ", SampleEmails)}): {password}");
    }

    private static readonly string[] SampleEmails = ["officer@sample", "admin@sample", "enterprise@sample", "firm@sample", "owner@sample"];

    private string Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
}
