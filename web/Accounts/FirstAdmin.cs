using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// At the start, prints an invitation if there is no admin yet, and the password of the sample accounts.
/// </summary>
internal sealed class FirstAdmin(
    IGrainFactory grains,
    IServer server,
    IHostApplicationLifetime lifetime,
    SampleRun samples,
    IConfiguration settings
) : IHostedService
{
    /// <summary>The setting of the sample accounts' password.</summary>
    public const string Password = "Matchmaker:SamplePassword";

    /// <summary>The error of that setting; null: valid or not set.</summary>
    public static string? SettingError(IConfiguration settings) =>
        Given(settings) is { } password && !Passwords.HasValidLength(password)
            ? $"must have {Passwords.MinLength} to {Passwords.MaxLength} characters"
            : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (samples.IsOn)
            await SetSamplePassword();
        if (await grains.Accounts().HasAdmin(samples.IsOn))
            return;
        var (token, hash) = AccountEndpoints.NewToken();
        await grains.Accounts().InviteFirstAdmin(hash);
        lifetime.ApplicationStarted.Register(() =>
            Console.WriteLine(
                $"There is no admin yet. Set the first admin's password at {Address()}/tc/invitation#token={token}"
            )
        );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SetSamplePassword()
    {
        var given = Given(settings);
        var password = given ?? RecordIds.New();
        foreach (var email in SampleEmails)
        {
            // A new password ends all sessions, so a restarting web host keeps a password that is already set.
            if (!Passwords.IsOf(await grains.Account(email).Credential(), password))
                await grains.Account(email).SetPassword(Passwords.Hash(password));
        }

        if (given is null)
            Console.WriteLine($"Password of the sample accounts ({string.Join(", ", SampleEmails)}): {password}");
    }

    private static readonly string[] SampleEmails =
    [
        "officer@sample",
        "admin@sample",
        "enterprise@sample",
        "firm@sample",
        "owner@sample",
    ];

    private static string? Given(IConfiguration settings) =>
        settings[Password] is { Length: > 0 } password ? password : null;

    private string Address() =>
        settings["Matchmaker:PublicUrl"] is { Length: > 0 } site
            ? site.TrimEnd('/')
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
}
