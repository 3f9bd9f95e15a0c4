using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Grains.Mail;

/// <summary>
/// Makes the tokens of mailed links: worked out anew each time a mail goes out, so that none is kept.
/// </summary>
internal sealed class LinkSecret(IGrainFactory grains)
{
    private ImmutableArray<byte>? _secret;

    /// <summary>The token of one letter: always the same, and known to nobody who has only the letter.</summary>
    public async Task<string> Token(string introduction, Side side, string letterId)
    {
        var secret = _secret ??= await grains.KeyRing().Secret("links");
        return ConsentTokens.Text(
            introduction,
            side,
            HMACSHA256.HashData(secret.AsSpan(), Encoding.UTF8.GetBytes(letterId))
        );
    }
}
