using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Grains.Mail;

/// <summary>Meetings as calendars take them in (RFC 5545): a newer revision replaces the older one, and a
/// cancelled one takes it away. Pure.</summary>
internal static class Calendars
{
    private const string Zone = "Asia/Hong_Kong";
    private const string Fold = "\r\n ";
    private const int MaxOctets = 75;

    /// <param name="organizer">The address that invites.</param>
    /// <param name="at">When this revision was written.</param>
    public static string Of(Meeting meeting, string organizer, DateTimeOffset at)
    {
        var calendar = new Ical.Net.Calendar { Method = MethodOf(meeting), ProductId = "-//Matchmaker//EN" };
        calendar.AddChild(HongKongTime());
        calendar.Events.Add(EventOf(meeting, organizer, at));
        return Folded(new CalendarSerializer().SerializeToString(calendar)!);
    }

    // The library folds within a character of two halves, such as 𨋢, of which nothing is then left in the mail.
    private static string Folded(string file)
    {
        var folded = new StringBuilder(file.Length);
        var octets = 0;
        foreach (var sign in file.Replace(Fold, "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (sign.Value is '\r' or '\n')
            {
                octets = 0;
            }
            else if ((octets += sign.Utf8SequenceLength) > MaxOctets)
            {
                folded.Append(Fold);
                octets = 1 + sign.Utf8SequenceLength;
            }

            folded.Append(sign.ToString());
        }

        return folded.ToString();
    }

    /// <summary>What a calendar is asked to do with it; the mail's content type names it too.</summary>
    public static string MethodOf(Meeting meeting) =>
        meeting.Cancelled ? CalendarMethods.Cancel : CalendarMethods.Request;

    private static CalendarEvent EventOf(Meeting meeting, string organizer, DateTimeOffset at)
    {
        // Without names: a guest may not know both sides.
        var label = LetterWords.Label(
            $"meeting.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(meeting.Kind.ToString())}"
        );
        return new()
        {
            Uid = $"{meeting.Id}@matchmaker",
            Sequence = meeting.Revision,
            DtStamp = new CalDateTime(at.UtcDateTime),
            Start = Here(meeting.At),
            End = Here(meeting.At.AddMinutes(meeting.Minutes)),
            Summary = $"{label.ZhHant} / {label.En}",
            Description = meeting.Note,
            Location = meeting.Place,
            GeographicLocation = meeting.Point is { } point ? new(point.Lat, point.Lon) : null,
            Status = meeting.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new($"mailto:{organizer}") { CommonName = "Matchmaker" },
            Attendees =
            [
                .. meeting.People.Select(address => new Attendee($"mailto:{address}")
                {
                    Role = ParticipationRole.RequiredParticipant,
                    ParticipationStatus = EventParticipationStatus.NeedsAction,
                    Rsvp = !meeting.Cancelled,
                }),
            ],
        };
    }

    private static CalDateTime Here(DateTimeOffset at) =>
        new(DateTime.SpecifyKind(at.ToOffset(HongKong.Offset).DateTime, DateTimeKind.Unspecified), Zone);

    // Written by hand: the library's time zone has a summer time that ended in 1979.
    private static VTimeZone HongKongTime()
    {
        var zone = new VTimeZone(Zone);
        zone.AddChild(
            new VTimeZoneInfo("STANDARD")
            {
                Start = new CalDateTime(new DateTime(1979, 10, 21, 3, 30, 0, DateTimeKind.Unspecified)),
                OffsetFrom = new(HongKong.Offset),
                OffsetTo = new(HongKong.Offset),
                TimeZoneName = "HKT",
            }
        );
        return zone;
    }
}
