using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;

namespace Matchmaker.Grains.Mail;

/// <summary>
/// Makes the tokens of mailed links: worked out anew each time a mail goes out, so that none is kept.
/// </summary>
internal sealed class LinkSecret(IGrainFactory grains)
{
    private ImmutableArray<byte>? _secret;

    /// <summary>The token of a letter: always the same, and unknown to whoever has only the letter.</summary>
    /// <returns>Null: the letter has no link.</returns>
    public async Task<string?> Token(Letter letter) =>
        letter.IsInvitation ? await Invitation(letter.Id)
        : letter.IsReset ? await Reset(letter.Id)
        : letter is { Link: { } side, Introduction: { } introduction } ? await Consent(introduction, side, letter.Id)
        : null;

    /// <summary>The token of a letter that asks a side for its consent.</summary>
    public async Task<string> Consent(string introduction, Side side, string letterId) =>
        ConsentTokens.Text(introduction, side, await Mac(letterId));

    /// <summary>The token of a letter that invites somebody to an account.</summary>
    public async Task<string> Invitation(string letterId) =>
        Convert.ToHexStringLower(await Mac($"invitation {letterId}"));

    /// <summary>The token of a letter that lets somebody set a password anew.</summary>
    public async Task<string> Reset(string letterId) => Convert.ToHexStringLower(await Mac($"reset {letterId}"));

    private async Task<byte[]> Mac(string text)
    {
        var secret = _secret ??= await grains.KeyRing().Secret("links");
        return HMACSHA256.HashData(secret.AsSpan(), Encoding.UTF8.GetBytes(text));
    }
}
