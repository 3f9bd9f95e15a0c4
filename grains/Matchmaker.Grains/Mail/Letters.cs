using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
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

/// <summary>How grains write to people.</summary>
internal static class LetterCalls
{
    /// <summary>
    /// Commits the state that a party was told of, together with the letters that tell it, and wakes the outbox.
    /// </summary>
    /// <param name="before">The last such state; null: this is the first.</param>
    /// <param name="state">What the party knows from now on; its id is that of <paramref name="about"/>.</param>
    /// <param name="about">What the state is about; the state is as visible as this record, but never public.</param>
    /// <param name="guard">Fails the commit if the party becomes confidential at the same moment.</param>
    /// <exception cref="VersionException">
    /// One of the three records has changed since it was read; nothing is written.
    /// </exception>
    public static async Task CommitNotified<T>(
        this IGrainFactory grains,
        string kind,
        RecordRow? before,
        T state,
        RecordRow about,
        RecordWrite guard,
        IReadOnlyCollection<Letter> letters
    )
        where T : Record
    {
        await grains.Commit([
            new RecordWrite.Put(
                kind,
                about.Id,
                before is { IsDeleted: false } ? before.Version : 0,
                Caller.System.Email!,
                RecordJson.Write(state),
                about.Visibility with
                {
                    Kind = kind,
                    Visible = false,
                }
            ),
            .. letters.Select(letter => Letters.Write(letter, about.Visibility, null)),
            new RecordWrite.Guard(about.Kind, about.Id, about.Version),
            guard,
        ]);
        if (letters.Count > 0)
            await grains.Outbox().Wake();
    }
}
