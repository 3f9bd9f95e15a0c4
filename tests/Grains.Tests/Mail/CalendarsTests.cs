using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Mail;

public sealed class CalendarsTests
{
    private static readonly Meeting Visit = new(
        Some.Id(1),
        MeetingKind.SiteVisit,
        new(2026, 12, 1, 7, 0, 0, TimeSpan.Zero),
        90,
        "5 Works Road, Kwun Tong\n觀塘",
        ["a@x.hk", "b@y.hk"],
        2,
        "Bring boots; and papers"
    );

    private static readonly Ical.Net.Calendar Read = Ical.Net.Calendar.Load(
        Calendars.Of(Visit, "matchmaker@example.hk", Some.Noon)
    )!;

    [Fact]
    public void A_calendar_reads_the_same_instant_back_in_Hong_Kong_s_time()
    {
        var meeting = Assert.Single(Read.Events);
        Assert.Equal(Visit.At.UtcDateTime, meeting.Start!.AsUtc);
        Assert.Equal(Visit.At.AddMinutes(90).UtcDateTime, meeting.End!.AsUtc);
        Assert.Equal("Asia/Hong_Kong", meeting.Start.TzId);
        Assert.Equal("Asia/Hong_Kong", Assert.Single(Read.TimeZones).TzId);
    }

    [Fact]
    public void It_is_a_request_that_replaces_the_revision_before()
    {
        var meeting = Assert.Single(Read.Events);
        Assert.Equal(("REQUEST", $"{Visit.Id}@matchmaker", 2), (Read.Method, meeting.Uid, meeting.Sequence));
    }

    [Fact]
    public void It_names_place_organiser_and_guests_and_no_company()
    {
        var meeting = Assert.Single(Read.Events);
        Assert.Equal((Visit.Place, Visit.Note), (meeting.Location, meeting.Description));
        Assert.Equal("mailto:matchmaker@example.hk", meeting.Organizer!.Value!.ToString());
        Assert.Equal(["mailto:a@x.hk", "mailto:b@y.hk"], meeting.Attendees.Select(guest => guest.Value!.ToString()));
        Assert.Equal("實地視察 / Site visit", meeting.Summary);
    }
}
