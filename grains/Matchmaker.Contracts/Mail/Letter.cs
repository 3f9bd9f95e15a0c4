using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Mail;

/// <summary>
/// A mail in the outbox: written with what caused it in one commit, sent at least once, each time under the same
/// message id. It holds codes, not prose: the words are put to it when it goes out. A link's token is never part of it.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Letter : Record
{
    /// <summary>The address.</summary>
    public required string To { get; init; }

    /// <summary>A row of letters.csv.</summary>
    public required string Template { get; init; }

    /// <summary>The texts of the template's placeholders, in order.</summary>
    public ImmutableArray<LetterText> Texts { get; init; } = [];

    /// <summary>The introduction that the letter is about; null: none.</summary>
    public string? Introduction { get; init; }

    /// <summary>The side whose link to answer it carries; null: it carries none.</summary>
    public Side? Link { get; init; }

    /// <summary>Whether its link creates an account; the token is never part of the letter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInvitation { get; init; }

    /// <summary>Whether its link sets an account's password anew; the token is never part of the letter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReset { get; init; }

    /// <summary>
    /// In which its reader asked for it: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; null: nobody did.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>The meeting to which it invites; null: none.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>When it was put into the outbox.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When a server took it; null: not yet.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why it will never be sent, as the server said; null: it may be.</summary>
    public string? Failure { get; init; }
}

/// <summary>A text that fills a place: the same in all languages, or one for each.</summary>
/// <param name="Code">True: the text is a code, and its label is written.</param>
[GenerateSerializer, Immutable]
public sealed record LetterText(
    LocalText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Code = false
);

/// <summary>Sends the waiting letters, if a mail server is configured. Key: 0.</summary>
[Alias("outbox")]
public interface IOutboxGrain : IGrainWithIntegerKey
{
    /// <summary>Tells that there is something new; returns at once.</summary>
    [Alias("wake"), OneWay]
    Task Wake();

    /// <summary>
    /// The letters that the caller may see, newest first, as they read; links left out. Empty for all but the office.
    /// </summary>
    [Alias("list"), Repeatable]
    Task<Page<RenderedLetter>> List(Caller caller, string? after, int limit, CancellationToken cancellation = default);

    /// <summary>Letters as the office reads them, before they are written; links left out. Nothing is kept or
    /// sent.</summary>
    [Alias("render"), Repeatable]
    Task<ImmutableArray<RenderedLetter>> Render(ImmutableArray<Letter> letters);

    /// <summary>A meeting as an iCalendar file (RFC 5545), for readers of the introduction.</summary>
    /// <exception cref="NotFoundException">There is no such meeting that the caller may know of.</exception>
    [Alias("calendar"), ResponseTimeout(Patience.Once)]
    Task<string> Calendar(Caller caller, string introduction, string meeting, CancellationToken cancellation = default);
}

/// <summary>A letter as it reads, for officers.</summary>
/// <param name="Language">The one that its reader chose; null: none is known, and it is in all three.</param>
[GenerateSerializer, Immutable]
public sealed record RenderedLetter(
    string Id,
    string To,
    string Subject,
    string Text,
    string? Introduction,
    DateTimeOffset At,
    DateTimeOffset? SentAt,
    string? Failure,
    string? Language = null
);
