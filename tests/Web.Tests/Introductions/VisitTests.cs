using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Introductions;

/// <summary>A visit over HTTP: offered times, the plan, the booking, and what each refuses.</summary>
public sealed class VisitTests(Site site)
{
    private static readonly string Day = $"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}";

    [Fact]
    public async Task Both_sides_offer_times_and_the_office_books_the_plan()
    {
        var story = await Story.At(site, "introduced");
        var officer = story.As("officer");
        var made = await officer.Send("POST", "/api/visits", Visit(story)).Json();
        var path = $"/api/visits/{(string)made["id"]!}";

        // The building of this story has no location: the stop asks for a place.
        Assert.Equal("noPlace", (string)(await Plan())["stops"]![0]!["problem"]!);
        var place = new JsonObject
        {
            ["text"] = "觀塘鴻圖道 12 號",
            ["point"] = new JsonObject { ["lat"] = 22.31, ["lon"] = 114.22 },
        };
        made = await officer.Send("PUT", path, Visit(story, place), Tag(made)).Json();
        Assert.Equal(200, await officer.Send("POST", $"{path}/ask", null, Tag(made)).Status());
        foreach (var role in new[] { "enterprise", "owner" })
            await story.Done(role, "times", Slots("14:00", "16:00"));
        using (var own = await story.Do("owner", "times", """{"slots":[{"from":"x"}]}"""))
            Assert.Equal(422, (int)own.StatusCode);
        Assert.Equal(409, await officer.Send("POST", $"{path}/ask", null, Tag(made)).Status());

        var plan = await Plan();
        Assert.True((bool)plan["fits"]!);
        var at = (string)plan["stops"]![0]!["at"]!;
        Assert.Equal(DateTimeOffset.Parse($"{Day}T14:00:00+08:00", null), DateTimeOffset.Parse(at, null));
        Assert.Equal(422, await officer.Send("POST", $"{path}/book", """{"time":[]}""", Tag(made)).Status());
        Assert.Equal(409, await officer.Send("POST", $"{path}/book", """{"times":[]}""", Tag(made)).Status());
        Assert.Equal(412, await officer.Send("POST", $"{path}/book", Times(at), "\"77\"").Status());
        made = await officer.Send("POST", $"{path}/book", Times(at), Tag(made)).Json();

        var meeting = (await story.Seen("owner"))["meetings"]![0]!;
        Assert.Equal(("觀塘鴻圖道 12 號", at), ((string)meeting["place"]!, (string)meeting["at"]!));
        using var invitation = await story
            .As("owner")
            .GetAsync($"/api/introductions/{story.Id}/meetings/{(string)meeting["id"]!}.ics");
        var file = CalendarFile.Read(await invitation.Content.ReadAsStringAsync());
        Assert.Equal("REQUEST", file.Method);
        Assert.Equal(409, await officer.Send("DELETE", path, null, Tag(made)).Status());
        made = await officer.Send("POST", $"{path}/cancel", null, Tag(made)).Json();
        Assert.True((bool)(await story.Seen("owner"))["meetings"]![0]!["cancelled"]!);
        Assert.Equal(204, await officer.Send("DELETE", path, null, Tag(made)).Status());

        string Times(string time) => $$"""{"times":[{"introduction":"{{story.Id}}","at":"{{time}}"}]}""";
        Task<JsonObject> Plan() => officer.Send("GET", $"{path}/plan").Json();
    }

    private static string Tag(JsonObject record) => $"\"{(int)record["version"]!}\"";

    private static string Slots(string from, string to) =>
        $$"""{"slots":[{"from":"{{Day}}T{{from}}:00+08:00","to":"{{Day}}T{{to}}:00+08:00"}]}""";

    private static string Visit(Story story, JsonObject? place = null)
    {
        var stop = new JsonObject { ["introduction"] = story.Id };
        if (place is not null)
            stop["place"] = place;
        return new JsonObject
        {
            ["owner"] = "enterprises/e1",
            ["window"] = new JsonObject { ["from"] = $"{Day}T13:00:00+08:00", ["to"] = $"{Day}T18:00:00+08:00" },
            ["stops"] = new JsonArray(stop),
        }.ToJsonString();
    }
}
