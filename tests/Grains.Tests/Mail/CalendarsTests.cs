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

    private static readonly CalendarFile Read = CalendarFile.Read(
        Calendars.Of(Visit, "matchmaker@example.hk", Some.Noon)
    );

    [Fact]
    public void A_calendar_reads_the_same_instant_back_in_Hong_Kong_s_time()
    {
        Assert.Equal((Visit.At, Visit.At.AddMinutes(90)), (Read.Start, Read.End));
        Assert.Equal("Asia/Hong_Kong", Read.Zone);
        Assert.Equal("Asia/Hong_Kong", Assert.Single(Read.Zones));
    }

    [Fact]
    public void It_is_a_request_that_replaces_the_revision_before() =>
        Assert.Equal(
            ("REQUEST", "CONFIRMED", $"{Visit.Id}@matchmaker", 2),
            (Read.Method, Read.Status, Read.Uid, Read.Sequence)
        );

    [Fact]
    public void A_cancelled_meeting_is_taken_out_of_calendars()
    {
        var file = CalendarFile.Read(
            Calendars.Of(Visit with { Cancelled = true, Revision = 3 }, "matchmaker@example.hk", Some.Noon)
        );
        Assert.Equal(
            ("CANCEL", "CANCELLED", $"{Visit.Id}@matchmaker", 3),
            (file.Method, file.Status, file.Uid, file.Sequence)
        );
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
            var entry = CalendarFile.Read(file);
            Assert.Equal((meeting.Place, meeting.Note), (entry.Place, entry.Note ?? ""));
        }
    }

    [Fact]
    public void A_known_place_stands_on_the_map()
    {
        var file = Calendars.Of(Visit with { Point = new(22.3125, 114.2196) }, "matchmaker@example.hk", Some.Noon);
        Assert.Matches(@"\r\nGEO:22\.31250*;114\.21960*\r\n", file);
        Assert.Equal(Visit.Place, CalendarFile.Read(file).Place);
    }

    [Fact]
    public void It_names_place_organiser_and_guests_and_no_company()
    {
        Assert.Equal((Visit.Place, Visit.Note), (Read.Place, Read.Note));
        Assert.Equal("mailto:matchmaker@example.hk", Read.Organiser);
        Assert.Equal(["mailto:a@x.hk", "mailto:b@y.hk"], Read.Guests);
        Assert.Equal("實地視察 / Site visit", Read.Summary);
    }

    private static string Text(Random chance, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Signs[chance.Next(Signs.Length)]));
}
