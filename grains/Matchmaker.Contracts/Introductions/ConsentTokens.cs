using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Introductions;

/// <summary>The token of a mailed link: it names its introduction, and is kept nowhere but in the mail.</summary>
public static class ConsentTokens
{
    /// <summary>The token's text.</summary>
    /// <param name="mac">The part that cannot be guessed.</param>
    public static string Text(string introduction, Side side, ReadOnlySpan<byte> mac) =>
        $"{introduction}.{(side is Side.Seeker ? 's' : 'c')}.{Convert.ToHexStringLower(mac)}";

    /// <summary>The id of the introduction that a token names; null: not a token.</summary>
    public static string? IntroductionOf(string token) =>
        token.Split('.') is [var id, "s" or "c", { Length: 64 }] && RecordIds.IsGiven(id) ? id : null;
}
