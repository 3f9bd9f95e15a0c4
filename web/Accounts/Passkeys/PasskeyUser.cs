using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Matchmaker.Web.Accounts.Passkeys;

/// <summary>An account as ASP.NET Core Identity's passkeys know it.</summary>
/// <param name="Handle">What the device keeps of it: no address.</param>
internal sealed record PasskeyUser(string Handle, string Email, ImmutableArray<Passkey> Passkeys)
{
    private const int HandleLength = 32;

    public static async Task<PasskeyUser> Of(IGrainFactory grains, string email) =>
        new(HandleOf(email), email, await grains.Account(email).Passkeys());

    public static string HandleOf(string email) => TokenHash.Of($"passkey {email}")[..HandleLength];
}

/// <summary>
/// Passkeys as ASP.NET Core Identity asks for them. It knows the one account that a request is about; its grain keeps
/// them.
/// </summary>
/// <param name="user">Null: nobody.</param>
internal sealed class PasskeyStore(IGrainFactory grains, PasskeyUser? user) : IUserPasskeyStore<PasskeyUser>
{
    public Task<PasskeyUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(user?.Handle == userId ? user : null);

    public Task<string> GetUserIdAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Handle);

    public Task<string?> GetUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        PasskeyUser user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            user.Passkeys.FirstOrDefault(known => known.Id == WebEncoders.Base64UrlEncode(credentialId)) is { } found
                ? Info(found)
                : null
        );

    public async Task<PasskeyUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await grains.People().FindPasskey(WebEncoders.Base64UrlEncode(credentialId)) is { } email
            ? await PasskeyUser.Of(grains, email)
            : null;

    public void Dispose() { }

    public Task AddOrUpdatePasskeyAsync(
        PasskeyUser user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    ) => throw Unused();

    public Task RemovePasskeyAsync(PasskeyUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw Unused();

    public Task<PasskeyUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        throw Unused();

    public Task<string?> GetNormalizedUserNameAsync(PasskeyUser user, CancellationToken cancellationToken) =>
        throw Unused();

    public Task SetNormalizedUserNameAsync(
        PasskeyUser user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => throw Unused();

    public Task SetUserNameAsync(PasskeyUser user, string? userName, CancellationToken cancellationToken) =>
        throw Unused();

    public Task<IdentityResult> CreateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw Unused();

    public Task<IdentityResult> UpdateAsync(PasskeyUser user, CancellationToken cancellationToken) => throw Unused();

    public Task<IdentityResult> DeleteAsync(PasskeyUser user, CancellationToken cancellationToken) => throw Unused();

    private static UserPasskeyInfo Info(Passkey passkey) =>
        new(
            WebEncoders.Base64UrlDecode(passkey.Id),
            Convert.FromBase64String(passkey.PublicKey),
            passkey.CreatedAt,
            (uint)passkey.SignCount,
            transports: null,
            isUserVerified: true,
            passkey.MayMove,
            passkey.HasMoved,
            attestationObject: [],
            clientDataJson: []
        );

    private static NotSupportedException Unused() => new("Only passkeys are asked for.");
}
