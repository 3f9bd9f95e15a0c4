using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Introductions;

/// <summary>What is sent with an introduction's acts, asked twice, and refused for a declared interest.</summary>
public sealed class IntroductionRuleTests(Site site)
{
    [Theory]
    [InlineData("suggested", "officer", "offer", """{"override":7}""", "override")]
    [InlineData("suggested", "officer", "offer", """{"seekerMailbox":"nobody"}""", "seekerMailbox")]
    [InlineData("suggested", "officer", "offer", """{"counterpartMailbox":"nobody"}""", "counterpartMailbox")]
    [InlineData("suggested", "officer", "offer", """{"frob":1}""", "frob")]
    [InlineData("suggested", "officer", "conclude", "{}", "outcome")]
    [InlineData("suggested", "officer", "conclude", """{"outcome":"married"}""", "outcome")]
    [InlineData("suggested", "officer", "conclude", """{"outcome":"landed","aftercareOn":"soon"}""", "aftercareOn")]
    [InlineData(
        "suggested",
        "officer",
        "conclude",
        """{"outcome":"landed","jobs":-1,"floorArea":0.25}""",
        "floorArea jobs"
    )]
    [InlineData("suggested", "officer", "conclude", """{"outcome":"landed","investment":100000000001}""", "investment")]
    [InlineData("suggested", "officer", "conclude", """{"outcome":"landed","investment":0.5}""", "investment")]
    [InlineData("suggested", "officer", "conclude", """{"outcome":"landed","jobs":1.5}""", "jobs")]
    [InlineData("suggested", "officer", "conclude", """{"outcome":"noFit","jobs":3}""", "jobs")]
    [InlineData("suggested", "officer", "assign", "{}", "officer")]
    [InlineData("suggested", "officer", "assign", """{"officer":"nobody@x.hk"}""", "officer")]
    [InlineData("suggested", "officer", "assign", """{"officer":"firm@sample"}""", "officer")]
    [InlineData("offered", "owner", "consent", """{"contact":{"frob":1}}""", "contact.frob")]
    [InlineData("offered", "owner", "consent", """{"contact":{"name":["x"]}}""", "contact.name")]
    [InlineData("offered", "owner", "decline", """{"reason":{}}""", "reason")]
    [InlineData("introduced", "officer", "meet", "{}", "at place")]
    [InlineData("introduced", "officer", "meet", """{"at":"2031-03-04T10:00:00","place":"x"}""", "at")]
    [InlineData("introduced", "officer", "meet", """{"at":"2031-03-04","place":"x"}""", "at")]
    [InlineData("introduced", "officer", "meet", """{"at":"2021-03-04T10:00:00Z","place":" "}""", "at place")]
    [InlineData(
        "introduced",
        "officer",
        "meet",
        """{"at":"2031-03-04T10:00:00Z","place":"x","minutes":5,"people":["a@x.hk","b"]}""",
        "minutes people[1]"
    )]
    [InlineData(
        "introduced",
        "officer",
        "meet",
        """{"at":"2031-03-04T10:00:00Z","place":"x","kind":"dinner"}""",
        "kind"
    )]
    public async Task A_bad_body_is_refused_at_its_path_and_nothing_is_done(
        string state,
        string role,
        string verb,
        string body,
        string paths
    )
    {
        var story = await Story.At(site, state);
        var before = (await story.Seen("officer")).ToJsonString();
        using var answer = await story.Do(role, verb, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 422, $"{(int)answer.StatusCode} {text}");
        Assert.Equal(
            paths.Split(' '),
            JsonNode.Parse(text)!["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(before, (await story.Seen("officer")).ToJsonString());
    }

    [Theory]
    [InlineData("{}", "demand match")]
    [InlineData("""{"demand":"d1","match":7}""", "match")]
    [InlineData("""{"demand":"d1","match":"no-such"}""", "match")]
    public async Task What_is_no_match_is_refused_when_it_is_asked_for(string body, string paths)
    {
        using var http = await site.As("enterprise");
        using var answer = await http.Send("POST", "/api/introductions", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(
            paths.Split(' '),
            (await answer.Json())["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_wish_sent_twice_under_one_key_is_one_and_a_pair_has_one_open_introduction()
    {
        var story = await Story.Begin(site);
        var key = ("Idempotency-Key", Asking.Fresh("key"));
        using var first = await story.As("enterprise").Send("POST", "/api/introductions", story.Asked, null, key);
        using var again = await story.As("enterprise").Send("POST", "/api/introductions", story.Asked, null, key);
        Assert.Equal((201, 201), ((int)first.StatusCode, (int)again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal($"/api/introductions/{(string)(await first.Json())["id"]!}", $"{again.Headers.Location}");
        Assert.Equal(409, await story.As("enterprise").Send("POST", "/api/introductions", story.Asked).Status());
        Assert.Equal(409, await story.As("officer").Send("POST", "/api/introductions", story.Asked).Status());
    }

    [Fact]
    public async Task A_seeker_who_asks_for_what_an_officer_had_suggested_learns_nothing_by_a_refusal()
    {
        var story = await Story.Begin(site);
        await story.Suggest("officer");
        var suggested = story.Id;
        Assert.Equal(404, await story.As("enterprise").Send("GET", $"/api/introductions/{suggested}").Status());
        await story.Suggest("enterprise");
        Assert.Equal(suggested, story.Id);
        Assert.Equal("seeker", (string)(await story.Seen("enterprise"))["askedBy"]!);
    }

    [Fact]
    public async Task A_declared_interest_forbids_every_move_in_the_reader_s_language_and_each_try_is_in_the_journal()
    {
        var story = await Story.At(site, "offered");
        var (officer, email, _) = await site.Newcomer();
        await officer.Send("PUT", $"/api/officers/{email}", """{"interests":["owners/o1"]}""").Json();
        var version = $"\"{(await story.Seen("officer"))["version"]}\"";
        foreach (var (language, part) in new[] { ("en", "interest"), ("zh-Hant", "利益"), ("zh-Hans", "利益") })
        {
            using var refused = await officer.Send(
                "POST",
                $"/api/introductions/{story.Id}/introduce",
                null,
                version,
                ("Accept-Language", language)
            );
            Assert.Equal(
                (403, language),
                ((int)refused.StatusCode, Assert.Single(refused.Content.Headers.ContentLanguage))
            );
            Assert.Contains(part, (string)(await refused.Json())["detail"]!, StringComparison.Ordinal);
        }

        foreach (
            var (verb, body) in new[]
            {
                ("meet", Story.Meeting),
                ("conclude", """{"outcome":"noFit"}"""),
                ("assign", $$"""{"officer":"{{email}}"}"""),
                ("restart", null),
                ("aftercare", "{}"),
            }
        )
            Assert.Equal(
                (verb, 403),
                (verb, await officer.Send("POST", $"/api/introductions/{story.Id}/{verb}", body, version).Status())
            );
        using var given = await story.Do("officer", "assign", $$"""{"officer":"{{email}}"}""");
        Assert.Equal(422, (int)given.StatusCode);

        var another = await Story.Begin(site);
        var pair = $"\"demand\":\"{another.Demand}\",\"match\":\"{another.Match}\"";
        Assert.Equal(403, await officer.Send("POST", "/api/introductions", another.Asked).Status());
        Assert.Equal(
            403,
            await officer.Send("POST", "/api/pins", $$"""{{{pair}},"kind":"pin","reason":"Mine."}""").Status()
        );
        Assert.Equal(
            403,
            await officer.Send("POST", "/api/desk/unsuitable", $$"""{{{pair}},"reason":"Mine."}""").Status()
        );
        Assert.Equal(403, await officer.Send("POST", "/api/desk/later", $"{{{pair}}}").Status());

        var journal = await story.As("admin").Send("GET", "/api/journal?of=owners/o1&limit=500").Json();
        var tries = journal["items"]!
            .AsArray()
            .Where(line => (string)line!["kind"]! == "refusal" && (string)line["actor"]! == email)
            .ToList();
        Assert.Equal(12, tries.Count);
        officer.Dispose();
    }

    [Fact]
    public async Task A_pin_needs_a_reason_and_a_second_officer_and_moves_nothing()
    {
        var story = await Story.Begin(site);
        var officer = story.As("officer");
        var list = $"/api/demands/{story.Demand}/matches";
        var before = (await officer.Send("GET", list).Json())["matches"]!.ToJsonString();
        string Body(string reason) =>
            $$"""{"demand":"{{story.Demand}}","match":"{{story.Match}}","kind":"pin","reason":{{reason}}}""";
        foreach (var reason in new[] { "\"\"", "\"  \"", "null" })
        {
            using var refused = await officer.Send("POST", "/api/pins", Body(reason));
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Equal("reason", Assert.Single((await refused.Json())["errors"]!.AsObject()).Key);
        }

        var pin = await officer.Send("POST", "/api/pins", Body("\"The lift was seen.\"")).Json();
        var approval = $"/api/pins/{(string)pin["id"]!}/approve";
        Assert.Equal(("officer@sample", null), ((string)pin["proposedBy"]!, (string?)pin["approvedBy"]));
        Assert.Equal(409, await officer.Send("POST", approval, null, "\"1\"").Status());
        Assert.Equal(412, await story.As("admin").Send("POST", approval, null, "\"2\"").Status());
        var approved = await story.As("admin").Send("POST", approval, null, "\"1\"").Json();
        Assert.Equal("admin@sample", (string)approved["approvedBy"]!);
        Assert.Equal(before, (await officer.Send("GET", list).Json())["matches"]!.ToJsonString());
        Assert.Single((await officer.Send("GET", $"/api/demands/{story.Demand}/pins").Json())["items"]!.AsArray());

        // What the second officer approved is not what the first one makes of it later.
        var changed = await officer
            .Send("PUT", $"/api/pins/{(string)pin["id"]!}", Body("\"On second thoughts.\""), "\"2\"")
            .Json();
        Assert.Null(changed["approvedBy"]);
    }
}
