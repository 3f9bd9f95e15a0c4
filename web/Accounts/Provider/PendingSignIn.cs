using System.Security.Cryptography;
using System.Text.Json;
using Matchmaker.Contracts.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>
/// Whom the identity provider sent while the code of the account's own second factor is asked for: sealed in a cookie.
/// </summary>
internal sealed class PendingSignIn(IDataProtectionProvider protection, ProviderSettings settings)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("pending-sign-in")
        .ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, Pending pending) =>
        context.Response.Cookies.Append(
            Name,
            _protector.Protect(JsonSerializer.Serialize(pending), Length),
            Shape(context, Length)
        );

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Shape(context, null));

    /// <summary>Null: nobody was sent, or longer ago than ten minutes.</summary>
    public Pending? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Pending>(_protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null; // forged, or over
        }
    }

    private string Name => ProviderEndpoints.CookieName(settings, "pending");

    private CookieOptions Shape(HttpContext context, TimeSpan? length) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = settings.IsSecure || context.Request.IsHttps,
            Path = "/",
            MaxAge = length,
        };
}

/// <param name="Account">The address of the account whose code is asked for.</param>
internal sealed record Pending(ProviderPerson Person, string Account);
