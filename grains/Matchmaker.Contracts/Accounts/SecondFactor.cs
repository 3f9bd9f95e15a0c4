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
