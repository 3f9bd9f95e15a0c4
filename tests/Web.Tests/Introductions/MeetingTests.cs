using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Introductions;

/// <summary>Meetings that end, in the calendars of those who were invited, and the office's notes.</summary>
public sealed class MeetingTests(Site site)
{
    [Fact]
    public async Task An_introduction_that_ends_before_its_meeting_takes_it_off_every_guest_s_calendar()
    {
        var (story, guests) = await Booked();
        await story.Next("concluded");
        foreach (var guest in guests)
            await Cancelled(guest, 1);
        var meeting = (await story.Seen("enterprise"))["meetings"]![0]!;
        Assert.Equal((true, 1), ((bool)meeting["cancelled"]!, (int)meeting["revision"]!));
        using var answer = await story
            .As("enterprise")
            .GetAsync($"/api/introductions/{story.Id}/meetings/{(string)meeting["id"]!}.ics");
        var file = CalendarFile.Read(await answer.Content.ReadAsStringAsync());
        Assert.Equal(("CANCEL", "CANCELLED"), (file.Method, file.Status));
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Who_is_taken_off_is_told_and_the_others_read_of_the_change()
    {
        var (story, guests) = await Booked();
        var meeting = (await story.Seen("officer"))["meetings"]![0]!;
        using var changed = await story.Send(
            "officer",
            "PUT",
            $"/meetings/{(string)meeting["id"]!}",
            Booking(guests[1..]),
            await story.Tag("officer")
        );
        Assert.Equal(200, (int)changed.StatusCode);
        await Cancelled(guests[0], 1);
        await Received(guests[1], "REQUEST", 1);
    }

    [Fact]
    public async Task A_meeting_is_cancelled_once_and_only_before_it_begins()
    {
        var (story, guests) = await Booked();
        var id = (string)(await story.Seen("officer"))["meetings"]![0]!["id"]!;
        using (var refused = await story.Send("officer", "DELETE", $"/meetings/{id}", null, "\"1\""))
        {
            Assert.Equal(412, (int)refused.StatusCode);
            Assert.Equal(story.Id, (string)(await refused.Json())["record"]!["id"]!);
        }

        var tag = await story.Tag("officer");
        Assert.Equal(403, await story.Send("enterprise", "DELETE", $"/meetings/{id}", null, tag).Status());
        Assert.Equal(200, await story.Send("officer", "DELETE", $"/meetings/{id}", null, tag).Status());
        await Cancelled(guests[0], 1);
        tag = await story.Tag("officer");
        Assert.Equal(404, await story.Send("officer", "DELETE", $"/meetings/{id}", null, tag).Status());
        Assert.Equal(404, await story.Send("officer", "PUT", $"/meetings/{id}", Booking(guests), tag).Status());
        Assert.Equal("underway", (string)(await story.Seen("officer"))["state"]!);
    }

    [Fact]
    public async Task Notes_are_the_office_s_alone_and_found_by_their_words_in_any_script()
    {
        var story = await Story.At(site, "offered");
        var path = $"/api/introductions/{story.Id}/notes";
        var word = Asking.Fresh("水母");
        foreach (var text in new[] { $"廠長想先看樓底 {word}", "Boss decides in March" })
            await story.As("officer").Send("POST", path, new JsonObject { ["text"] = text }.ToJsonString()).Json();
        Assert.Equal(422, await story.As("officer").Send("POST", path, """{"text":" "}""").Status());
        Assert.Equal(403, await story.As("enterprise").Send("POST", path, """{"text":"Hello"}""").Status());

        var notes = (await story.Seen("officer"))["notes"]!.AsArray();
        Assert.Equal(
            [("officer@sample", $"廠長想先看樓底 {word}"), ("officer@sample", "Boss decides in March")],
            notes.Select(note => ((string)note!["by"]!, (string)note["text"]!))
        );
        Assert.All(notes, note => Assert.NotNull(note!["at"]));
        foreach (var role in new[] { "enterprise", "owner" })
        {
            Assert.DoesNotContain(word, (await story.Seen(role)).ToJsonString(), StringComparison.Ordinal);
            Assert.Empty(await Found(story, role, word));
        }

        Assert.Equal([story.Id], await Found(story, "officer", $"{word} 厂长"));
        Assert.Empty(await Found(story, "officer", $"{word} {Asking.Fresh("absent")}"));
    }

    private static async Task<string[]> Found(Story story, string role, string text)
    {
        var list = await story
            .As(role)
            .Send("GET", $"/api/introductions?limit=500&q={Uri.EscapeDataString(text)}")
            .Json();
        return [.. list["items"]!.AsArray().Select(card => (string)card!["id"]!)];
    }

    private async Task<(Story Story, string[] Guests)> Booked()
    {
        var story = await Story.At(site, "introduced");
        string[] guests = [$"{Asking.Fresh("a")}@x.hk", $"{Asking.Fresh("b")}@x.hk"];
        await story.Done("officer", "meet", Booking(guests));
        foreach (var guest in guests)
            await Received(guest, "REQUEST", 0);
        return (story, guests);
    }

    private static string Booking(string[] guests) =>
        new JsonObject
        {
            ["at"] = "2031-03-04T10:00:00+08:00",
            ["place"] = "12 Hung To Road",
            ["people"] = new JsonArray([.. guests.Select(guest => (JsonNode)guest)]),
        }.ToJsonString();

    private async Task Cancelled(string guest, int sequence) =>
        Assert.Equal("CANCELLED", (await Received(guest, "CANCEL", sequence)).Status);

    /// <summary>The calendar file of a mail that a guest received, once it came.</summary>
    private async Task<CalendarFile> Received(string guest, string method, int sequence)
    {
        CalendarFile? file = null;
        await Eventually.Until(
            $"{method} {sequence} comes to {guest}",
            () =>
                (
                    file = site
                        .Mail.Mails.Where(mail => mail.To == guest)
                        .SelectMany(mail => mail.Calendars)
                        .LastOrDefault(calendar => (calendar.Method, calendar.Sequence) == (method, sequence))
                )
                    is not null
        );
        return file!;
    }
}
