using System.Security.Cryptography;
using System.Text;

namespace Matchmaker.Contracts.Accounts;

/// <summary>The hash of a mailed token, which alone is stored.</summary>
public static class TokenHash
{
    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Of(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
