using System.Security.Cryptography;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>The token of a link to a sheet: it names its link, and is kept nowhere.</summary>
public static class SheetTokens
{
    /// <summary>A fresh token, of which 256 bits cannot be guessed.</summary>
    /// <param name="link">The link's id, as <see cref="RecordIds.New"/> makes it.</param>
    public static string New(string link) => $"{link}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>The id of the link that a token names; null: not a token.</summary>
    public static string? LinkOf(string token) =>
        token.Split('.') is [var link, { Length: 64 }] && RecordIds.IsGiven(link) ? link : null;
}
