using System.Collections.Immutable;

namespace Matchmaker.Contracts.Accounts;

/// <summary>An app that makes codes (TOTP, RFC 6238), beside the password.</summary>
/// <param name="Secret">Sealed by the web hosts; no grain can read it.</param>
/// <param name="IsOn">Whether a sign-in asks for a code; false: its owner has not entered one yet.</param>
/// <param name="LastStep">
/// The time step of the last code that was taken; no code of it or before is taken again.
/// </param>
/// <param name="RecoveryHashes">SHA-256 of each recovery code that is left, hexadecimal.</param>
[GenerateSerializer, Immutable]
public sealed record SecondFactor(string Secret, bool IsOn, long LastStep, ImmutableArray<string> RecoveryHashes);

/// <summary>
/// A key pair by which an account's owner signs in (WebAuthn). The private half never leaves the owner's devices.
/// </summary>
/// <param name="Id">The credential's, base64url.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="PublicKey">COSE, base64.</param>
/// <param name="SignCount">How often it signed, as it says; 0: it does not count.</param>
/// <param name="UsedAt">When it signed in last; null: never.</param>
/// <param name="MayMove">Whether it can be copied to other devices of its owner.</param>
/// <param name="HasMoved">Whether it was.</param>
[GenerateSerializer, Immutable]
public sealed record Passkey(
    string Id,
    string Name,
    string PublicKey,
    long SignCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset? UsedAt,
    bool MayMove,
    bool HasMoved
)
{
    /// <summary>The most that an account has.</summary>
    public const int Max = 20;

    /// <summary>The most characters of a name.</summary>
    public const int MaxName = 60;
}
