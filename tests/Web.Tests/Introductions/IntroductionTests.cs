using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Introductions;

/// <summary>introductions.md over HTTP: the whole story, and every act in every state.</summary>
public sealed class IntroductionTests(Site site)
{
    /// <summary>State, and those that may follow it (the table of introductions.md).</summary>
    private static readonly Dictionary<string, string[]> Follow = new(StringComparer.Ordinal)
    {
        ["suggested"] = ["offered", "concluded"],
        ["offered"] = ["agreed", "offered", "declined", "expired"],
        ["agreed"] = ["offered", "declined", "introduced"],
        ["introduced"] = ["underway", "concluded"],
        ["underway"] = ["concluded"],
        ["concluded"] = [],
        ["declined"] = [],
    };

    /// <summary>
    /// What is done by whom with what, and in which states it is allowed with the state that it leads to.
    /// </summary>
    private static readonly (string Verb, string Role, string? Body, Dictionary<string, string> Allowed)[] Acts =
    [
        ("offer", "officer", "{}", new() { ["suggested"] = "offered" }),
        ("consent", "enterprise", "{}", new() { ["offered"] = "offered" }),
        ("withdraw", "enterprise", null, new() { ["agreed"] = "offered" }),
        (
            "decline",
            "enterprise",
            """{"reason":"Too far."}""",
            new() { ["offered"] = "declined", ["agreed"] = "declined" }
        ),
        ("introduce", "officer", null, new() { ["agreed"] = "introduced" }),
        ("meet", "officer", Story.Meeting, new() { ["introduced"] = "underway" }),
        (
            "conclude",
            "officer",
            """{"outcome":"noFit"}""",
            new()
            {
                ["suggested"] = "concluded",
                ["introduced"] = "concluded",
                ["underway"] = "concluded",
            }
        ),
        ("restart", "officer", null, []),
    ];

    public static TheoryData<string> States => [.. Follow.Keys];

    [Fact]
    public async Task A_whole_story_goes_from_a_wish_to_aftercare_and_names_nobody_before_its_time()
    {
        var story = await Story.Begin(site);
        await story.Suggest("enterprise");
        Assert.Equal(404, await story.As("owner").Send("GET", $"/api/introductions/{story.Id}").Status());
        var asked = await story.Seen("enterprise");
        Assert.Equal(("suggested", "officer"), ((string)asked["state"]!, (string)asked["holder"]!));

        await story.Done("officer", "offer");
        var (seeker, owner) = (await story.Seen("enterprise"), await story.Seen("owner"));
        Assert.Null(owner["seeker"]!["party"]);
        Assert.Null(owner["seeker"]!["name"]);
        Assert.Null(owner["demand"]);
        Assert.Equal((string)seeker["seeker"]!["alias"]!["en"]!, (string)owner["seeker"]!["alias"]!["en"]!);
        Assert.Equal("lifeAndHealth", (string)owner["seeker"]!["teaser"]!["industry"]!);

        await story.Next("agreed");
        Assert.Null((await story.Seen("owner"))["seeker"]!["details"]);
        await story.Next("introduced");
        (seeker, owner) = (await story.Seen("enterprise"), await story.Seen("owner"));
        Assert.Equal("Ms Ho", (string)owner["seeker"]!["details"]!["people"]![0]!["name"]!);
        Assert.Contains(
            "owner@sample",
            seeker["counterpart"]!["details"]!["people"]!.AsArray().Select(person => (string?)person!["email"])
        );

        var underway = await story.Done("officer", "meet", Story.Meeting);
        var meeting = underway["meetings"]![0]!;
        Assert.Equal("2031-03-04T02:00:00Z", (string)meeting["at"]!);
        using var moved = await story.Send(
            "officer",
            "PUT",
            $"/meetings/{(string)meeting["id"]!}",
            """{"at":"2031-03-05T10:00:00+08:00","place":"On site","kind":"siteVisit"}""",
            $"\"{underway["version"]}\""
        );
        var after = (await moved.Json())["meetings"]![0]!;
        Assert.Equal(
            (1, "siteVisit", (string)meeting["id"]!),
            ((int)after["revision"]!, (string)after["kind"]!, (string)after["id"]!)
        );
        Assert.Equal(
            404,
            await story
                .Send("officer", "PUT", $"/meetings/{new string('0', 32)}", Story.Meeting, await story.Tag("officer"))
                .Status()
        );
        Assert.Equal(2, (await story.Done("officer", "meetings", Story.Meeting))["meetings"]!.AsArray().Count);

        await story.Next("concluded");
        var cared = await story.Done("officer", "aftercare", """{"on":"2031-06-01","note":"Called; all is well."}""");
        Assert.Equal(
            ("2031-06-01", "Called; all is well."),
            ((string)cared["aftercareOn"]!, (string)cared["aftercare"]![0]!["note"]!)
        );
        seeker = await story.Seen("enterprise");
        Assert.Equal(("concluded", "landed"), ((string)seeker["state"]!, (string)seeker["outcome"]!));
        foreach (var kept in new[] { "reason", "aftercare", "aftercareOn", "movedBy", "override" })
            Assert.Null(seeker[kept]);
    }

    [Theory, MemberData(nameof(States))]
    public async Task What_the_table_does_not_allow_in_a_state_is_409_with_the_states_that_are_and_changes_nothing(
        string state
    )
    {
        var story = await Story.At(site, state);
        var before = (await story.Seen("officer")).ToJsonString();
        foreach (var (verb, role, body, allowed) in Acts.Where(act => !act.Allowed.ContainsKey(state)))
        {
            using var answer = await story.Do(role, verb, body);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode == 409, $"{verb} in {state}: {(int)answer.StatusCode} {text}");
            Assert.Equal(
                Follow[state].Order(),
                JsonNode.Parse(text)!["allowed"]!.AsArray().Select(node => (string)node!).Order()
            );
        }

        Assert.Equal(before, (await story.Seen("officer")).ToJsonString());
    }

    [Theory, MemberData(nameof(States))]
    public async Task What_the_table_allows_in_a_state_leads_where_it_says(string state)
    {
        foreach (var (verb, role, body, allowed) in Acts.Where(act => act.Allowed.ContainsKey(state)))
        {
            var story = await Story.At(site, state);
            var moved = await story.Done(role, verb, body);
            Assert.Equal((verb, allowed[state]), (verb, (string)moved["state"]!));
        }
    }

    [Theory, MemberData(nameof(States))]
    public async Task An_officer_reads_the_moves_of_the_state_with_every_card_and_a_party_reads_none(string state)
    {
        var story = await Story.At(site, state);
        var expected = Acts.Where(act => act.Role == "officer" && act.Allowed.ContainsKey(state))
            .Select(act => $"{act.Verb} {act.Allowed[state]}")
            .ToList();
        Assert.Equal(expected, Moves(await story.Seen("officer")));
        var list = await story.As("officer").Send("GET", $"/api/introductions?state={state}&limit=500").Json();
        Assert.Equal(expected, Moves(CardOf(list["items"]!, story.Id)));
        var desk = await story.As("officer").Send("GET", "/api/desk").Json();
        Assert.Equal(expected, Moves(CardOf(desk["introductions"]!, story.Id)));
        if (state is not ("concluded" or "declined"))
            Assert.Equal(expected, Moves(await story.Done("officer", "assign", """{"officer":"admin@sample"}""")));
        Assert.Null((await story.Seen("enterprise"))["moves"]);
    }

    [Theory, MemberData(nameof(States))]
    public async Task Meetings_are_booked_while_it_is_underway_care_comes_after_the_end_and_officers_change_before(
        string state
    )
    {
        var story = await Story.At(site, state);
        var open = state is not ("concluded" or "declined");
        Assert.Equal(open ? 200 : 409, await story.Do("officer", "assign", """{"officer":"admin@sample"}""").Status());
        Assert.Equal(state == "underway" ? 200 : 409, await story.Do("officer", "meetings", Story.Meeting).Status());
        Assert.Equal(
            state == "concluded" ? 200 : 409,
            await story.Do("officer", "aftercare", """{"note":"Called."}""").Status()
        );
    }

    [Fact]
    public async Task A_consent_can_be_taken_back_and_given_again_until_the_details_are_out()
    {
        var story = await Story.At(site, "offered");
        using var none = await story.Do("enterprise", "withdraw");
        Assert.Equal(409, (int)none.StatusCode);
        await story.Done("enterprise", "consent");
        var given = await story.Tag("enterprise");
        await story.Done("enterprise", "consent");
        Assert.Equal(given, await story.Tag("enterprise"));
        await story.Done("owner", "consent");
        Assert.Equal("agreed", (string)(await story.Seen("officer"))["state"]!);
        Assert.Equal("offered", (string)(await story.Done("owner", "withdraw"))["state"]!);
        Assert.Equal(409, await story.Do("officer", "introduce").Status());
        await story.Done("owner", "consent");
        await story.Done("officer", "introduce");
        Assert.Equal(409, await story.Do("owner", "withdraw").Status());
    }

    [Fact]
    public async Task What_one_side_answers_moves_neither_the_other_s_version_nor_anything_that_it_reads()
    {
        var story = await Story.At(site, "offered");
        var before = await story.Seen("enterprise");
        await story.Done("owner", "consent");
        Assert.Equal(before.ToJsonString(), (await story.Seen("enterprise")).ToJsonString());
        await story.Done("owner", "withdraw");
        Assert.Equal(before.ToJsonString(), (await story.Seen("enterprise")).ToJsonString());
        await story.Done("owner", "consent");
        using var answer = await story.As("enterprise").Send("GET", $"/api/introductions/{story.Id}");
        Assert.Equal($"\"{before["version"]}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("agreed", (string)(await story.Done("enterprise", "consent"))["state"]!);
    }

    [Fact]
    public async Task An_officer_consents_for_nobody_and_a_party_does_nothing_of_an_officer_s()
    {
        var story = await Story.At(site, "offered");
        foreach (var verb in new[] { "consent", "withdraw", "decline" })
            Assert.Equal((verb, 403), (verb, await story.Do("officer", verb).Status()));
        foreach (var role in new[] { "enterprise", "owner" })
        {
            foreach (
                var (verb, body) in new[]
                {
                    ("offer", "{}"),
                    ("introduce", null),
                    ("meet", Story.Meeting),
                    ("meetings", Story.Meeting),
                    ("conclude", """{"outcome":"noFit"}"""),
                    ("restart", null),
                    ("assign", """{"officer":"officer@sample"}"""),
                    ("aftercare", "{}"),
                }
            )
                Assert.Equal((role, verb, 403), (role, verb, await story.Do(role, verb, body).Status()));
        }

        Assert.Equal("offered", (string)(await story.Seen("officer"))["state"]!);
    }

    [Fact]
    public async Task Every_act_needs_the_version_that_its_doer_sees()
    {
        var story = await Story.At(site, "offered");
        foreach (var (verb, role, body, _) in Acts)
        {
            foreach (var ifMatch in new[] { null, "\"77\"", "*", "1" })
                Assert.Equal(
                    (verb, ifMatch, 412),
                    (verb, ifMatch, await story.Send(role, "POST", $"/{verb}", body, ifMatch).Status())
                );
        }

        // Two officers at once: the first wins.
        var tag = await story.Tag("officer");
        await story.Done("officer", "assign", """{"officer":"admin@sample"}""");
        using var late = await story.Do("admin", "assign", """{"officer":"officer@sample"}""", tag);
        Assert.Equal(412, (int)late.StatusCode);
        // The second is told what is there now, who was first, and when; a side is not told who.
        var problem = await late.Json();
        Assert.Equal("officer@sample", (string?)problem["by"]);
        Assert.InRange(
            (DateTimeOffset)problem["at"]!,
            TimeProvider.System.GetUtcNow().AddMinutes(-10),
            TimeProvider.System.GetUtcNow()
        );
        Assert.True(JsonNode.DeepEquals(await story.Seen("admin"), problem["record"]));
        using var side = await story.Send("enterprise", "POST", "/decline", "{}", "\"77\"");
        problem = await side.Json();
        Assert.Null(problem["by"]);
        Assert.True(JsonNode.DeepEquals(await story.Seen("enterprise"), problem["record"]));
    }

    private static IEnumerable<string> Moves(JsonNode card) =>
        card["moves"]!.AsArray().Select(move => $"{move!["act"]} {move["to"]}");

    private static JsonNode CardOf(JsonNode cards, string id) =>
        cards.AsArray().Single(card => (string)card!["id"]! == id)!;
}
