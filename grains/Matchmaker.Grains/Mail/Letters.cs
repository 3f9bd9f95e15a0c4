using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Accounts;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Mail;

/// <summary>Letters as they enter the outbox and stand in it. Pure.</summary>
internal static class Letters
{
    /// <summary>Of the search text: the instant at which a letter was put into the outbox.</summary>
    public const int StampLength = 28;

    private const string Waiting = "~";

    /// <param name="template">A row of letters.csv.</param>
    /// <param name="texts">What fills its places, in their order.</param>
    public static Letter For(string to, string template, DateTimeOffset at, params IEnumerable<LetterText> texts) =>
        new()
        {
            Id = RecordIds.New(),
            To = to,
            Template = template,
            Texts = [.. texts],
            At = at,
        };

    public static LetterText Text(LocalText? text) => new(text ?? new(Plain: ""));

    public static LetterText Text(string? text) => new(new(Plain: text ?? ""));

    /// <param name="code">A row of labels.csv.</param>
    public static LetterText Code(string code) => new(new(Plain: code), Code: true);

    /// <summary>A new letter, for the commit of what caused it.</summary>
    /// <param name="visibility">As of what the letter is about.</param>
    /// <param name="counterpart">The other side's party; null: there is none.</param>
    public static RecordWrite Write(Letter letter, Visibility visibility, string? counterpart) =>
        Write(letter, visibility, counterpart, 0);

    /// <param name="expected">The version in the store; 0: it is new.</param>
    public static RecordWrite Write(Letter letter, Visibility visibility, string? counterpart, long expected) =>
        new RecordWrite.Put(
            RecordKind.Letter,
            letter.Id,
            expected,
            Caller.System.Email!,
            RecordJson.Write(letter),
            visibility with
            {
                Kind = RecordKind.Letter,
                Visible = false,
            },
            Stamp(letter),
            Parent: counterpart
        );

    // The outbox is listed by time and searched by state: both are in an indexed column.
    private static string Stamp(Letter letter) =>
        Instants.Text(letter.At) + (letter is { SentAt: null, Failure: null } ? Waiting : "");
}
