using System.Collections.Immutable;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>Everybody's calendar follows the letters, and holds what the introduction says at every moment.</summary>
public sealed class InvitationsTests
{
    private static readonly string[] People = ["a@x.hk", "b@x.hk", "c@y.hk", "d@y.hk"];
    private static readonly string[] Officers = ["one@office.hk", "two@office.hk"];

    private static Introduction Introduced { get; } =
        new()
        {
            Id = Some.Id(7),
            Board = "partners",
            State = IntroductionState.Introduced,
            Officer = Officers[0],
            Seeker = new() { Party = "enterprises/e1", Alias = new("Harbour") },
            Counterpart = new() { Party = "firms/f1", Alias = new("Lantern") },
            Inside = new(),
        };

    [Fact]
    public void Any_course_of_bookings_changes_hand_overs_and_ends_leaves_every_calendar_right()
    {
        for (var seed = 0; seed < 400; seed++)
            new Course(new Random(seed)).Run();
    }

    [Fact]
    public void Bookings_from_before_holders_were_kept_are_cancelled_for_all_their_guests()
    {
        var (moves, meeting) = (new IntroductionMoves(Officers[0], Some.Noon), Booking(1, People[..2], 3));
        var kept = moves.Meet(Introduced, meeting);
        var letters = IntroductionLetters.Of(kept, moves.Conclude(kept, new(IntroductionOutcome.NoFit)), Some.Noon);
        Assert.Equal(
            [People[0], People[1], Officers[0]],
            letters.Where(letter => letter.Template == "meetingCancelled").Select(letter => letter.To)
        );
    }

    [Fact]
    public void Who_is_taken_off_reads_nobody_else_s_address()
    {
        var (moves, meeting) = (new IntroductionMoves(Officers[0], Some.Noon), Booking(1, People[..3], 3));
        var kept = moves.Meet(Introduced, meeting);
        var letter = IntroductionLetters
            .Of(kept, IntroductionMoves.Rebook(kept, meeting with { People = [.. People[1..3]] }), Some.Noon)
            .Single(letter => letter.Template == "meetingCancelled");
        Assert.Equal((People[0], 1), (letter.To, letter.Meeting!.Revision));
        Assert.Equal([People[0]], letter.Meeting.People);
    }

    [Fact]
    public void A_meeting_that_took_place_stays_when_the_introduction_ends()
    {
        var moves = new IntroductionMoves(Officers[0], Some.Noon);
        var met = moves.Meet(Introduced, Booking(1, People, 3));
        var later = new IntroductionMoves(Officers[0], Some.Noon.AddDays(4));
        var ended = later.Conclude(met, new(IntroductionOutcome.Landed));
        Assert.Equal(met.Meetings, ended.Meetings);
    }

    private static Meeting Booking(int id, IEnumerable<string> people, int days) =>
        new(Some.Id(id), MeetingKind.Meeting, Some.Noon.AddDays(days), 60, "Room 5", [.. people]);

    /// <summary>One course of acts, with the calendars of all who might be invited.</summary>
    private sealed class Course(Random chance)
    {
        private readonly Dictionary<
            string,
            Dictionary<string, (int Sequence, string Place, bool Cancelled)>
        > _calendars = People
            .Concat(Officers)
            .ToDictionary(person => person, _ => new Dictionary<string, (int, string, bool)>());

        private readonly IntroductionMoves _moves = new(Officers[0], Some.Noon);
        private Introduction _now = Introduced;
        private int _booked;

        public void Run()
        {
            Save(_moves.Meet(_now, New()));
            for (var step = 0; step < 12; step++)
                Save(Next());
            Save(_moves.Conclude(_now, new(IntroductionOutcome.NoFit)));
            Assert.All(
                _calendars.Values,
                calendar => Assert.All(calendar.Values, entry => Assert.True(entry.Cancelled))
            );
        }

        private Introduction Next()
        {
            var ahead = _now.Meetings.Where(meeting => !meeting.Cancelled).ToList();
            return (chance.Next(5), ahead.Count) switch
            {
                (0, _) or (_, 0) => IntroductionMoves.Rebook(_now, New()),
                (1, _) => IntroductionMoves.Rebook(_now, Any(ahead) with { People = Anybody() }),
                (2, _) => IntroductionMoves.Rebook(_now, Any(ahead) with { Place = $"Room {chance.Next(9)}" }),
                (3, _) => IntroductionMoves.Cancel(_now, Any(ahead)),
                _ => _moves.Assign(_now, Officers[chance.Next(2)]),
            };
        }

        private void Save(Introduction next)
        {
            var letters = IntroductionLetters.Of(_now, next, Some.Noon);
            _now = Invitations.Sent(_now, next, next);
            foreach (var letter in letters.Where(letter => letter.Meeting is not null))
                Receive(letter);
            foreach (var (person, calendar) in _calendars)
                Assert.Equal(
                    _now.Meetings.Where(meeting => !meeting.Cancelled)
                        .Where(meeting => meeting.People.Contains(person) || _now.Officer == person)
                        .Select(meeting => (meeting.Id, meeting.Place))
                        .Order(),
                    calendar
                        .Where(entry => !entry.Value.Cancelled)
                        .Select(entry => (entry.Key, entry.Value.Place))
                        .Order()
                );
        }

        // As RFC 5546 has it: a lower sequence than the calendar holds is out of date.
        private void Receive(Letter letter)
        {
            var entry = CalendarFile.Read(Calendars.Of(letter.Meeting!, "matchmaker@x.hk", Some.Noon));
            var calendar = _calendars[letter.To];
            var id = entry.Uid.Split('@')[0];
            var isCancelled = entry.Method == "CANCEL";
            Assert.Equal(isCancelled, entry.Status == "CANCELLED");
            if (calendar.TryGetValue(id, out var known))
                Assert.True(entry.Sequence > known.Sequence, "an update must be newer than what it replaces");
            else
                Assert.False(isCancelled, "only who was invited is told of a cancellation");
            calendar[id] = (entry.Sequence, entry.Place!, isCancelled);
        }

        private Meeting New() => Booking(100 + _booked++, Anybody(), 1 + chance.Next(9));

        private ImmutableArray<string> Anybody() => [.. People.Where(_ => chance.Next(2) == 0)];

        private T Any<T>(List<T> from) => from[chance.Next(from.Count)];
    }
}
