using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Mail;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using static Matchmaker.Contracts.Introductions.IntroductionState;

namespace Matchmaker.Grains.Introductions;

/// <summary>
/// The letters that a change of an introduction causes. Pure. A side's letter is written from its own view
/// (<see cref="Introduction.For"/>). An officer's letter uses aliases: others may read the mailbox.
/// </summary>
internal static class IntroductionLetters
{
    private static readonly ImmutableArray<Side> Both = [Side.Seeker, Side.Counterpart];

    /// <param name="before">Null: it is new.</param>
    public static ImmutableArray<Letter> Of(Introduction? before, Introduction after, DateTimeOffset now)
    {
        var post = new Post(after, now);
        if (before is null || after.State != before.State)
            Moved(before, after, post);
        if (before is not null)
        {
            Answered(before, after, post);
            Reminded(before, after, post);
            Booked(before, after, post);
            Timed(before, after, post);
        }

        return post.Written;
    }

    private static void Moved(Introduction? before, Introduction after, Post post)
    {
        switch (after.State)
        {
            case Offered when before?.State is Suggested or Expired:
                post.ToBoth("consentAsked", link: true);
                break;
            case Agreed:
                post.ToOfficer("bothAgreed");
                break;
            case Declined:
                post.ToOfficer(
                    "declinedForOfficer",
                    Letters.Text(after.Inside?.MovedBy is { } side ? after.On(side).Alias : null)
                );
                post.ToSides(Both.Where(other => other != after.Inside?.MovedBy), "declined");
                break;
            case Expired:
                post.ToOfficer("expiredForOfficer");
                post.ToBoth("expired");
                break;
            case Introduced:
                post.ToBoth("introduced", texts: Details);
                break;
            case Concluded when after is { ReleasedAt: not null, Outcome: { } outcome }:
                post.ToBoth("concluded", texts: _ => [LetterWords.Code("outcome", outcome)]);
                break;
        }
    }

    private static void Answered(Introduction before, Introduction after, Post post)
    {
        foreach (var side in Both)
        {
            if (before.On(side).Consent is null && after.On(side).Consent is not null)
                post.ToSides([side], "consentGiven", link: true);
            // A restart voids consents too, but nobody took them back.
            if (before.On(side).Consent is not null && after.On(side).Consent is null && before.State is not Expired)
                post.ToOfficer("consentWithdrawn", Letters.Text(after.On(side).Alias));
        }
    }

    private static void Reminded(Introduction before, Introduction after, Post post)
    {
        if (
            after.State != before.State
            || after.MovedAt != before.MovedAt
            || (after.Inside?.Stage ?? 0) <= (before.Inside?.Stage ?? 0)
        )
            return;
        if (IntroductionView.HolderOf(after) is Holder.Officer)
            post.ToOfficer(
                after.Overdue ? "lastReminder" : "reminderForOfficer",
                LetterWords.Code("state", after.State)
            );
        else
            post.ToSides(Both.Where(side => after.On(side).Consent is null), "reminder", link: true);
        if (after.Overdue && !before.Overdue)
            post.ToSides(Both.Where(after.Knows), "stillOpen");
    }

    private static void Booked(Introduction before, Introduction after, Post post)
    {
        foreach (var meeting in after.Meetings)
        {
            foreach (var (to, change) in Invitations.Due(before, after, meeting))
                post.Invite(to, change, meeting);
        }
    }

    private static void Timed(Introduction before, Introduction after, Post post)
    {
        foreach (var side in Both)
        {
            var (was, now) = (before.On(side), after.On(side));
            if (now.TimesAsked is { } asked && asked != was.TimesAsked)
                post.ToSides([side], "timesAsked", texts: _ => [Letters.Text(MeetingWords.Day(asked.Day))]);
            // The officer who entered them knows them.
            if (now.Times is { ByOffice: false, Slots.IsEmpty: false } times && times != was.Times)
                post.ToOfficer("timesOffered", Letters.Text(now.Alias));
        }
    }

    private static IEnumerable<LetterText> Details(Participant other) =>
        [
            Letters.Text(string.Join('\n', (other.Details?.People ?? []).Select(Line))),
            other.Details?.Address is { } address ? Letters.Text(address) : Letters.Code("text.none"),
        ];

    private static string Line(Person person) =>
        string.Join(
            ", ",
            new[] { person.Name, person.Email, person.Phone }.Where(part => !string.IsNullOrWhiteSpace(part))
        );

    /// <summary>Gathers the letters of one change.</summary>
    private sealed class Post(Introduction introduction, DateTimeOffset now)
    {
        private readonly LocalText _board =
            BoardTable.Find(introduction.Board)?.Label ?? new(Plain: introduction.Board);

        public ImmutableArray<Letter> Written { get; private set; } = [];

        public void ToOfficer(string template, params IEnumerable<LetterText> more)
        {
            if (introduction.Officer is { } officer)
                Add(
                    officer,
                    template,
                    [
                        Letters.Text(introduction.Seeker.Alias),
                        Letters.Text(introduction.Counterpart.Alias),
                        Letters.Text(_board),
                        .. more,
                    ]
                );
        }

        public void ToBoth(
            string template,
            bool link = false,
            Func<Participant, IEnumerable<LetterText>>? texts = null
        ) => ToSides(Both, template, link, texts);

        /// <param name="texts">
        /// What follows the other's name and what it is about, from the other side as this one reads it; null: the
        /// board.
        /// </param>
        public void ToSides(
            IEnumerable<Side> sides,
            string template,
            bool link = false,
            Func<Participant, IEnumerable<LetterText>>? texts = null
        )
        {
            foreach (var side in sides)
            {
                var seen = introduction.For(side);
                if (seen.On(side).Mailbox is not { } mailbox)
                    continue;
                var other = seen.On(side.Other());
                var about = (side is Side.Seeker ? seen.DemandName : seen.MatchName) ?? _board;
                Add(
                    mailbox,
                    template,
                    [
                        Letters.Text(other.Name ?? other.Alias),
                        Letters.Text(about),
                        .. texts?.Invoke(other) ?? [Letters.Text(_board)],
                    ],
                    link ? side : null
                );
            }
        }

        public void Invite(string to, InvitationChange change, Meeting meeting) =>
            Add(
                to,
                change switch
                {
                    InvitationChange.Invited => "meeting",
                    InvitationChange.Changed => "meetingChanged",
                    _ => "meetingCancelled",
                },
                MeetingWords.Of(meeting),
                // Who is taken off reads of a cancelled meeting, with nobody else's address.
                meeting: change is InvitationChange.Cancelled
                    ? meeting with
                    {
                        Cancelled = true,
                        People = [to],
                    }
                    : meeting
            );

        private void Add(
            string to,
            string template,
            IEnumerable<LetterText> texts,
            Side? link = null,
            Meeting? meeting = null
        ) =>
            Written = Written.Add(
                Letters.For(to, template, now, texts) with
                {
                    Introduction = introduction.Id,
                    Link = link,
                    Meeting = meeting,
                }
            );
    }
}
