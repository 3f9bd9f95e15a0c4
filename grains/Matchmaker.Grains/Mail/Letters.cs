using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>Letters as they enter the outbox: in the commit of what caused them.</summary>
internal static class Letters
{
    /// <param name="face">As of what the letter is about.</param>
    /// <param name="counterpart">The other side's party; null: there is none.</param>
    public static RecordWrite Write(Letter letter, Face face, string? counterpart) => new(
        RecordKind.Letter, letter.Id, counterpart, Caller.System.Email!, 0, RecordJson.Write(letter), face with { Kind = RecordKind.Letter, Visible = false }, "", null);
}
