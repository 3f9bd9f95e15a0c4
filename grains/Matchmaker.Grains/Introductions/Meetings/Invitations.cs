using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Grains.Introductions.Meetings;

/// <summary>
/// Who holds an invitation to a meeting, and what each of them must be told when it changes, so that no calendar keeps
/// a meeting that is not theirs any more. Pure.
/// </summary>
internal static class Invitations
{
    /// <summary>What is due to whom about a meeting; nothing while its revision stays.</summary>
    /// <param name="after">With the officer, or the stand-in, to whom letters go now.</param>
    /// <param name="meeting">One of <paramref name="after"/>'s.</param>
    public static IEnumerable<(string To, InvitationChange Change)> Due(
        Introduction before,
        Introduction after,
        Meeting meeting
    )
    {
        var known = Known(before, meeting);
        if (known?.Revision == meeting.Revision)
            return [];
        var (holders, guests) = (Holders(before, known), GuestsOf(after, meeting));
        var changed = known is not null && !IsSame(known, meeting);
        return
        [
            .. holders.Except(guests, StringComparer.OrdinalIgnoreCase).Select(to => (to, InvitationChange.Cancelled)),
            .. guests.Except(holders, StringComparer.OrdinalIgnoreCase).Select(to => (to, InvitationChange.Invited)),
            .. guests
                .Intersect(holders, StringComparer.OrdinalIgnoreCase)
                .Where(_ => changed)
                .Select(to => (to, InvitationChange.Changed)),
        ];
    }

    /// <summary>The introduction that knows who holds an invitation once what is due was sent.</summary>
    /// <param name="before">Null: it is new, and has no meeting.</param>
    /// <param name="addressed">The same with the officer, or the stand-in, to whom letters go now.</param>
    public static Introduction Sent(Introduction? before, Introduction after, Introduction addressed)
    {
        var changed = after.Meetings.Where(meeting => Known(before, meeting)?.Revision != meeting.Revision).ToList();
        if (changed.Count == 0)
            return after;
        var inside = after.Inside ?? new();
        return after with
        {
            Inside = inside with
            {
                Invited = (inside.Invited ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty).SetItems(
                    changed.Select(meeting => KeyValuePair.Create(meeting.Id, GuestsOf(addressed, meeting)))
                ),
            },
        };
    }

    private static Meeting? Known(Introduction? before, Meeting meeting) =>
        before?.Meetings.FirstOrDefault(booked => booked.Id == meeting.Id);

    // Meetings that were booked before holders were kept went to all guests.
    private static ImmutableArray<string> Holders(Introduction introduction, Meeting? meeting) =>
        meeting is null ? []
        : introduction.Inside?.Invited?.GetValueOrDefault(meeting.Id) is { IsDefault: false } kept ? kept
        : GuestsOf(introduction, meeting);

    // Nobody has a part in a meeting that does not take place.
    private static ImmutableArray<string> GuestsOf(Introduction introduction, Meeting meeting) =>
        meeting.Cancelled
            ? []
            :
            [
                .. meeting
                    .People.Concat(introduction.Officer is { } officer ? [officer] : [])
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];

    private static bool IsSame(Meeting known, Meeting meeting) =>
        known with { Revision = meeting.Revision, People = meeting.People } == meeting
        && known.People.SequenceEqual(meeting.People, StringComparer.Ordinal);
}

/// <summary>What somebody is told about a meeting.</summary>
internal enum InvitationChange
{
    Invited,
    Changed,

    /// <summary>It does not take place, or no longer with them.</summary>
    Cancelled,
}
