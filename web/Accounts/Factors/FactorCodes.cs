using System.Collections.Immutable;
using System.Security.Cryptography;
using Matchmaker.Contracts.Accounts;
using OtpNet;

namespace Matchmaker.Web.Accounts.Factors;

/// <summary>Codes of an app (RFC 6238 with the values that every app knows), and recovery codes.</summary>
internal static class FactorCodes
{
    private const int RecoveryCodes = 10;
    private const int RecoveryLength = 24; // 118 bits, so that a plain hash keeps them
    private const int SecretBytes = 20;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789"; // without those that look alike

    // A clock may be half a minute off, and a code typed at the end of its time.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The secret as people type it into an app.</summary>
    public static string Typed(byte[] secret) => Base32Encoding.ToString(secret).TrimEnd('=');

    /// <summary>The secret as an app reads it from a picture.</summary>
    public static string Address(byte[] secret, string email) =>
        $"otpauth://totp/Matchmaker:{Uri.EscapeDataString(email)}?secret={Typed(secret)}&issuer=Matchmaker";

    /// <summary>The time step of a code of the app; null: it is none of now.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now) =>
        new Totp(secret).VerifyTotp(now.UtcDateTime, Plain(code), out var step, Window) ? step : null;

    public static ImmutableArray<string> NewRecovery() =>
        [
            .. Enumerable
                .Range(0, RecoveryCodes)
                .Select(_ => Grouped(RandomNumberGenerator.GetString(Letters, RecoveryLength))),
        ];

    public static ImmutableArray<string> Hashes(ImmutableArray<string> codes) => [.. codes.Select(HashOf)];

    /// <summary>What is kept of a recovery code.</summary>
    public static string HashOf(string code) => TokenHash.Of(Plain(code));

    /// <summary>Whether a text can only be a recovery code.</summary>
    public static bool IsRecovery(string code) => Plain(code).Length == RecoveryLength;

    private static string Plain(string code) =>
        string.Concat(code.Where(sign => !char.IsWhiteSpace(sign) && sign != '-')).ToLowerInvariant();

    private static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
