using System.Security.Cryptography;
using System.Text.Json;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.Load;
using Microsoft.AspNetCore.DataProtection;

namespace Matchmaker.Web.Accounts;

/// <summary>
/// The devices on which accounts have signed in before, by a cookie of their own. It opens nothing: it only keeps a
/// stranger's wrong guesses from slowing down the owner.
/// </summary>
internal sealed class Devices(IDataProtectionProvider protection)
{
    public const string CookieName = "matchmaker-device";

    private const int MaxAccounts = 5;
    private static readonly TimeSpan Length = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("devices")
        .ToTimeLimitedDataProtector();

    /// <summary>Where an attempt to sign in comes from: a device known to that account, or an address.</summary>
    public string SourceOf(HttpContext context, string email) =>
        Read(context).FirstOrDefault(known => known.Email == Email.Normal(email)) is { } device
            ? $"device {device.Id}"
            : Address(context);

    /// <summary>Whether the account signed in on this device before.</summary>
    public bool IsKnown(HttpContext context, string email) => Read(context).Any(known => known.Email == email);

    /// <summary>Where a sign-in comes from, whoever it is: any known device, or an address.</summary>
    public string SourceOf(HttpContext context) =>
        Read(context) is [var device, ..] ? $"device {device.Id}" : Address(context);

    /// <summary>Remembers that an account signed in on this device.</summary>
    public void Remember(HttpContext context, string email)
    {
        var known = Read(context);
        var device = known.FirstOrDefault(device => device.Email == email) ?? new(email, NewId());
        Device[] devices = [device, .. known.Where(other => other.Email != email).Take(MaxAccounts - 1)];
        context.Response.Cookies.Append(
            CookieName,
            _protector.Protect(JsonSerializer.Serialize(devices), Length),
            new()
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/api",
                MaxAge = Length,
            }
        );
    }

    private Device[] Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
            return [];
        try
        {
            return JsonSerializer.Deserialize<Device[]>(_protector.Unprotect(cookie)) ?? [];
        }
        catch (CryptographicException)
        {
            return []; // forged, or older than its time
        }
    }

    private static string Address(HttpContext context) =>
        $"address {LoadCaller.Network(context.Connection.RemoteIpAddress)}";

    private static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private sealed record Device(string Email, string Id);
}
