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

    private static readonly string[] Signs =
    [
        "a",
        "Z",
        " ",
        ",",
        ";",
        ":",
        "\\",
        "\n",
        "\"",
        "觀",
        "塘",
        "𨋢",
        "é",
        "=",
        "\t",
    ];

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
    public void A_cancelled_meeting_is_taken_out_of_calendars()
    {
        var calendar = Ical.Net.Calendar.Load(
            Calendars.Of(Visit with { Cancelled = true, Revision = 3 }, "matchmaker@example.hk", Some.Noon)
        )!;
        var meeting = Assert.Single(calendar.Events);
        Assert.Equal(
            ("CANCEL", "CANCELLED", $"{Visit.Id}@matchmaker", 3),
            (calendar.Method, meeting.Status, meeting.Uid, meeting.Sequence)
        );
    }

    /// <summary>
    /// The files that the page's tests read with another parser: they are what the system writes, to the byte.
    /// MATCHMAKER_WRITE_CALENDARS=1 writes them anew.
    /// </summary>
    [Theory]
    [InlineData("request.ics", false)]
    [InlineData("cancel.ics", true)]
    public void The_files_that_a_second_parser_reads_are_what_is_sent(string name, bool isCancelled)
    {
        var path = Path.Combine(Built.Home, "tests", "Grains.Tests", "Mail", "calendars", name);
        var text = Calendars.Of(
            isCancelled ? Visit with { Cancelled = true, Revision = 3 } : Visit,
            "matchmaker@example.hk",
            Some.Noon
        );
        if (Environment.GetEnvironmentVariable("MATCHMAKER_WRITE_CALENDARS") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Fact]
    public void Any_text_of_a_meeting_comes_back_and_no_line_is_longer_than_75_octets()
    {
        var chance = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var meeting = Visit with
            {
                Place = Text(chance, 1 + chance.Next(300)),
                Note = Text(chance, chance.Next(900)),
            };
            var file = Calendars.Of(meeting, "matchmaker@example.hk", Some.Noon);
            Assert.All(
                file.Split("\r\n"),
                line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line)
            );
            Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
            var entry = Assert.Single(Ical.Net.Calendar.Load(file)!.Events);
            Assert.Equal((meeting.Place, meeting.Note), (entry.Location, entry.Description ?? ""));
        }
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

    private static string Text(Random chance, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Signs[chance.Next(Signs.Length)]));
}
