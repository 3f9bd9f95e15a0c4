using System.Security.Cryptography;
using System.Text;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>Makes the tokens of mailed links: worked out anew each time a mail goes out, so that none is kept.</summary>
internal sealed class LinkSecret(IGrainFactory grains)
{
    /// <summary>The token of one letter: always the same, and known to nobody who has only the letter.</summary>
    public async Task<string> Token(string introduction, Side side, string letterId) =>
        ConsentTokens.Text(introduction, side, HMACSHA256.HashData((await grains.KeyRing().Secret("links")).AsSpan(), Encoding.UTF8.GetBytes(letterId)));
}
