using System.Security.Cryptography;
using System.Text.Json;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Accounts.Passkeys;

/// <summary>
/// Asks a browser for a passkey and checks its answer, with ASP.NET Core Identity. What was asked stays sealed in a
/// cookie of that browser for five minutes, and counts once there.
/// </summary>
internal sealed class PasskeyCheck(
    IGrainFactory grains,
    IDataProtectionProvider protection,
    ILogger<UserManager<PasskeyUser>> log
)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private static readonly IOptions<IdentityPasskeyOptions> Passkeys = Options.Create(
        new IdentityPasskeyOptions
        {
            // The device asks for a fingerprint, a face or a PIN, so that having it is not enough.
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
        }
    );

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("passkeys")
        .ToTimeLimitedDataProtector();

    /// <summary>Asks the device of a signed-in user for a new passkey.</summary>
    /// <returns>The options for <c>navigator.credentials.create</c>, JSON.</returns>
    public async Task<string> AskNew(HttpContext context, string email)
    {
        var user = await PasskeyUser.Of(grains, email);
        var entity = new PasskeyUserEntity
        {
            Id = user.Handle,
            Name = email,
            DisplayName = email,
        };
        var asked = await Handler(user).MakeCreationOptionsAsync(entity, context);
        Keep(context, new(email, asked.AttestationState ?? ""));
        return asked.CreationOptionsJson;
    }

    /// <returns>The new passkey; null: it is none that was asked for.</returns>
    public async Task<Passkey?> Take(HttpContext context, string email, string credential, string name)
    {
        if (Spend(context) is not { } asked || asked.Email != email)
            return null;
        var user = await PasskeyUser.Of(grains, email);
        var result = await Handler(user)
            .PerformAttestationAsync(
                new()
                {
                    HttpContext = context,
                    CredentialJson = credential,
                    AttestationState = asked.State,
                }
            );
        return result is { Succeeded: true, Passkey: { IsUserVerified: true } made }
            ? new(
                WebEncoders.Base64UrlEncode(made.CredentialId),
                name,
                Convert.ToBase64String(made.PublicKey),
                made.SignCount,
                made.CreatedAt,
                UsedAt: null,
                made.IsBackupEligible,
                made.IsBackedUp
            )
            : null;
    }

    /// <summary>Asks any browser for a passkey of this site.</summary>
    /// <returns>The options for <c>navigator.credentials.get</c>, JSON. They name no account.</returns>
    public async Task<string> Ask(HttpContext context)
    {
        var asked = await Handler(null).MakeRequestOptionsAsync(null, context);
        Keep(context, new(null, asked.AssertionState ?? ""));
        return asked.RequestOptionsJson;
    }

    /// <returns>The account whose passkey signed; null: refused.</returns>
    public async Task<SessionStanding?> Check(HttpContext context, string credential)
    {
        if (
            Spend(context) is not { Email: null } asked
            || IdOf(credential) is not { } id
            || await grains.People().FindPasskey(id) is not { } email
        )
            return null;
        var result = await Handler(await PasskeyUser.Of(grains, email))
            .PerformAssertionAsync(
                new()
                {
                    HttpContext = context,
                    CredentialJson = credential,
                    AssertionState = asked.State,
                }
            );
        return
            result is { Succeeded: true, Passkey: { IsUserVerified: true } used }
            && await grains.Account(email).UsePasskey(id, used.SignCount, used.IsBackedUp)
            ? await grains.Account(email).Standing()
            : null;
    }

    private PasskeyHandler<PasskeyUser> Handler(PasskeyUser? user) =>
        new(
            new UserManager<PasskeyUser>(
                new PasskeyStore(grains, user),
                Options.Create(new IdentityOptions()),
                new PasswordHasher<PasskeyUser>(),
                [],
                [],
                new UpperInvariantLookupNormalizer(),
                new IdentityErrorDescriber(),
                null!,
                log
            ),
            Passkeys
        );

    private static string? IdOf(string credential)
    {
        try
        {
            using var parsed = JsonDocument.Parse(credential);
            return
                parsed.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("id", out var id)
                && id.ValueKind is JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Keep(HttpContext context, Asked asked) =>
        context.Response.Cookies.Append(
            NameOf(context),
            _protector.Protect(JsonSerializer.Serialize(asked), Length),
            Shape(context, Length)
        );

    private Asked? Spend(HttpContext context)
    {
        if (context.Request.Cookies[NameOf(context)] is not { Length: > 0 } cookie)
            return null;
        context.Response.Cookies.Delete(NameOf(context), Shape(context, null));
        try
        {
            return JsonSerializer.Deserialize<Asked>(_protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null; // forged, or over
        }
    }

    private static string NameOf(HttpContext context) =>
        $"{(context.Request.IsHttps ? "__Host-" : "")}matchmaker-passkey";

    private static CookieOptions Shape(HttpContext context, TimeSpan? length) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = length,
        };

    /// <param name="Email">Of the account that gets a new passkey; null: whoever has one signs in.</param>
    /// <param name="State">What Identity needs for the check.</param>
    private sealed record Asked(string? Email, string State);
}
