using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Introductions.Timelines;

/// <summary>What happened to an introduction, told from its entries in the journal. Pure.</summary>
internal static class IntroductionTimeline
{
    /// <summary>The whole timeline, oldest first.</summary>
    /// <param name="entries">The introduction's own, in the journal's order.</param>
    public static ImmutableArray<TimelineEntry> Of(
        IEnumerable<JournalEntry> entries,
        IEnumerable<RenderedLetter> letters
    ) => [.. entries.SelectMany(Of).Concat(letters.Select(Written)).OrderBy(entry => entry.At)];

    /// <summary>What one entry of an introduction or a letter tells; nothing where only its readers changed.</summary>
    public static IEnumerable<TimelineEntry> Of(JournalEntry entry)
    {
        if (entry.After is null)
            return [];
        var at = Instants.Read(entry.At);
        return entry.Kind == RecordKind.Introduction
            ? Between(
                entry.Before is { } before ? RecordJson.Read<Introduction>(before) : null,
                RecordJson.Read<Introduction>(entry.After),
                entry.Actor,
                at
            )
            : Returned(entry.Before, RecordJson.Read<Letter>(entry.After), at);
    }

    /// <summary>The introduction that a journal entry is about; null: a letter about something else.</summary>
    public static string? IntroductionOf(JournalEntry entry) =>
        entry.Kind == RecordKind.Introduction ? entry.Id
        : entry.After is { } letter ? RecordJson.Read<Letter>(letter).Introduction
        : null;

    private static TimelineEntry Written(RenderedLetter letter) =>
        new(
            letter.At,
            TimelineKind.Written,
            Letter: new(letter.Id, letter.To, letter.Subject, letter.Text, letter.SentAt, letter.Failure)
        );

    /// <param name="before">Null: it is new.</param>
    private static List<TimelineEntry> Between(Introduction? before, Introduction after, string by, DateTimeOffset at)
    {
        if (before is null)
            return [new(at, TimelineKind.Created, by, after.AskedBy, after.State)];
        var told = new List<TimelineEntry>();
        if (after.AskedBy is { } asker && before.AskedBy is null)
            told.Add(new(at, TimelineKind.Asked, by, asker));
        foreach (var side in Enum.GetValues<Side>())
            told.AddRange(Answers(before, after, side, by, at));
        if (after.State != before.State)
            told.Add(
                new(at, TimelineKind.Moved, by, after.Inside?.MovedBy, after.State, null, after.Reason, after.Outcome)
            );
        else if (after.MovedAt == before.MovedAt && (after.Inside?.Stage ?? 0) > (before.Inside?.Stage ?? 0))
            told.Add(new(at, TimelineKind.Reminded, by));
        if (after.Officer is { } officer && officer != before.Officer)
            told.Add(new(at, TimelineKind.Assigned, by, Text: officer));
        told.AddRange(after.Meetings.SelectMany(meeting => Meetings(before, meeting, by, at)));
        told.AddRange(
            (after.Notes ?? [])
                .Skip(before.Notes?.Length ?? 0)
                .Select(note => new TimelineEntry(at, TimelineKind.Noted, note.By, Text: note.Text))
        );
        told.AddRange(
            (after.Aftercare ?? [])
                .Skip(before.Aftercare?.Length ?? 0)
                .Select(care => new TimelineEntry(at, TimelineKind.CaredFor, care.By, Text: care.Note))
        );
        return told;
    }

    private static IEnumerable<TimelineEntry> Answers(
        Introduction before,
        Introduction after,
        Side side,
        string by,
        DateTimeOffset at
    )
    {
        var (was, now) = (before.On(side), after.On(side));
        foreach (var vouch in (now.MailboxVouches ?? []).Skip(was.MailboxVouches?.Length ?? 0))
            yield return new(at, TimelineKind.Vouched, vouch.By, side);
        if (was.Consent is null && now.Consent is { } given)
            yield return new(at, TimelineKind.Consented, by, side, Through: given.Through);
        // A restart voids consents too, but nobody took them back.
        if (was.Consent is not null && now.Consent is null && before.State is not IntroductionState.Expired)
            yield return new(at, TimelineKind.Withdrew, by, side);
        if (was.Consent is { } old && now.Consent is { } present && old.Counts != present.Counts)
            yield return new(at, present.Counts ? TimelineKind.Counted : TimelineKind.Doubted, by, side);
        if (now.TimesAsked is { } asked && asked != was.TimesAsked)
            yield return new(at, TimelineKind.TimesAsked, by, side);
        if (now.Times is { } times && times.At != was.Times?.At)
            yield return new(at, TimelineKind.TimesOffered, by, side);
    }

    private static IEnumerable<TimelineEntry> Meetings(
        Introduction before,
        Meeting meeting,
        string by,
        DateTimeOffset at
    )
    {
        var known = before.Meetings.FirstOrDefault(booked => booked.Id == meeting.Id);
        if (known is null)
            yield return new(at, TimelineKind.Booked, by, Meeting: meeting);
        else if (meeting.Cancelled && !known.Cancelled)
            yield return new(at, TimelineKind.Cancelled, by, Meeting: meeting);
        // A hand-over counts the revision up for calendars; the meeting stays as it was.
        else if (
            (meeting.At, meeting.Minutes, meeting.Place, meeting.Kind, meeting.Note)
                != (known.At, known.Minutes, known.Place, known.Kind, known.Note)
            || !meeting.People.SequenceEqual(known.People, StringComparer.Ordinal)
        )
            yield return new(at, TimelineKind.Rebooked, by, Meeting: meeting);
    }

    // Letters to invented mailboxes are kept back, so that none of them comes back.
    private static IEnumerable<TimelineEntry> Returned(string? before, Letter after, DateTimeOffset at) =>
        after is { Failure: { } failure, Introduction: not null }
        && failure != OutboxGrain.Invented
        && (before is null || RecordJson.Read<Letter>(before).Failure is null)
            ? [new(at, TimelineKind.Returned, after.To, Text: failure)]
            : [];
}
