using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>What becomes of the project's matches: introductions, pins, and leads that are put aside.</summary>
internal sealed partial class Project
{
    private async Task Suggest()
    {
        var demand = Any("demands");
        var found = await Send(Officer, "GET", $"/api/demands/{demand}/matches?top=60");
        string[] matches =
        [
            .. found
                ?["matches"]?.AsArray()
                .Select(match => (string)match!["id"]!)
                .Where(match => !_forbidden.Contains(match))
                ?? [],
        ];
        // Rather those who can answer.
        if (matches.Where(_answering.Contains).ToArray() is { Length: > 0 } some && _chance.Next(4) > 0)
            matches = some;
        if (matches.Length == 0)
            return;
        var who = _chance.Next(3) == 0 ? Person : Officer;
        if (
            await Send(
                who,
                "POST",
                "/api/introductions",
                $$"""{"demand":"{{demand}}","match":"{{matches[_chance.Next(matches.Length)]}}"}"""
            ) is
            { } made
        )
            Keep("introductions", made);
    }

    private async Task Move()
    {
        var latest = Hidden("introductions").TakeLast(8).ToArray();
        if (
            latest.Length == 0
            || latest[_chance.Next(latest.Length)] is not { } id
            || await Send(Officer, "GET", $"/api/introductions/{id}") is not { } it
        )
            return;
        var party = (string)it["counterpart"]!["party"]!;
        var counterpart = party == "firms/f2" ? TwinSystems.SecondFirm : TwinSystems.SecondOwner;
        var mailbox = party is "firms/f2" or "owners/o2" ? "" : ",\"counterpartMailbox\":\"post@counterpart.example\"";
        var (who, verb, body) = ((string)it["state"]!, _chance.Next(6)) switch
        {
            ("suggested", 0) => (
                Officer,
                "conclude",
                """{"outcome":"noFit","reason":"Zephyr thought better of it."}"""
            ),
            ("suggested", 1) => (Officer, "assign", $$"""{"officer":"{{TwinSystems.Cleared}}"}"""),
            ("suggested", _) => (Officer, "offer", $$"""{"override":"They know each other."{{mailbox}}}"""),
            ("offered", 0) => (counterpart, "decline", """{"reason":"Too secret."}"""),
            ("offered", 1) => (Person, "withdraw", null),
            ("offered", < 4) => (Person, "consent", """{"contact":{"name":"Zephyr"}}"""),
            ("offered", _) => (counterpart, "consent", null),
            ("agreed", 0) => (counterpart, "withdraw", null),
            ("agreed", _) => (Officer, "introduce", null),
            ("introduced", _) => (
                Officer,
                "meet",
                """{"at":"2031-03-04T10:00:00+08:00","place":"Zephyr House","people":["a@zephyr.example"]}"""
            ),
            ("underway", < 2) => (
                Officer,
                "meetings",
                """{"at":"2031-03-05T10:00:00+08:00","place":"Zephyr House","kind":"trial"}"""
            ),
            ("underway", _) => (Officer, "conclude", """{"outcome":"landed","reason":"Zephyr lands."}"""),
            _ => (Officer, "aftercare", """{"on":"2031-05-05","note":"Zephyr is happy."}"""),
        };
        await Act(id, who, verb, body);
    }

    // One that goes the whole way, and one that ends early, whatever chance does with the others.
    private async Task Tell(bool declines)
    {
        var demand = Hidden("demands")[0];
        var found = await Send(Officer, "GET", $"/api/demands/{demand}/matches?top=500");
        var match = found!["matches"]!
            .AsArray()
            .Select(node => (string)node!["id"]!)
            .Where(_answering.Contains)
            .ElementAt(declines ? 0 : 1);
        var id = Keep(
            "introductions",
            (await Send(Officer, "POST", "/api/introductions", $$"""{"demand":"{{demand}}","match":"{{match}}"}"""))!
        );
        await Act(id, Officer, "offer", """{"override":"They know each other."}""");
        await Act(id, Person, "consent", null);
        await Act(id, TwinSystems.SecondOwner, declines ? "decline" : "consent", null);
        if (declines)
            return;
        await Act(id, Officer, "introduce", null);
        await Visit(id);
        await Act(id, Officer, "meet", Story.Meeting);
        await Act(id, Officer, "conclude", """{"outcome":"landed","reason":"Zephyr lands."}""");
    }

    private async Task Act(string id, string who, string verb, string? body)
    {
        if (await Send(who, "GET", $"/api/introductions/{id}") is { } seen)
            await Send(who, "POST", $"/api/introductions/{id}/{verb}", body, $"\"{seen["version"]}\"");
    }

    // Planned, and its times asked for.
    private async Task Visit(string introduction)
    {
        var owner = (string)(await Send(Officer, "GET", $"/api/introductions/{introduction}"))!["seeker"]!["party"]!;
        var day = $"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}";
        var window = $$"""{"from":"{{day}}T13:00:00+08:00","to":"{{day}}T18:00:00+08:00"}""";
        var body = $$"""{"owner":"{{owner}}","window":{{window}},"stops":[{"introduction":"{{introduction}}"}]}""";
        if (await Send(Officer, "POST", "/api/visits", body) is { } visit)
            await Send(Officer, "POST", $"/api/visits/{Keep("visits", visit)}/ask", null, $"\"{visit["version"]}\"");
    }

    private async Task Pin()
    {
        var (demand, kind) = (Any("demands"), _chance.Next(2) == 0 ? "pin" : "demote");
        var found = await Send(Officer, "GET", $"/api/demands/{demand}/matches?top=5");
        if (found?["matches"] is not JsonArray { Count: > 0 } matches)
            return;
        var body =
            $$"""{"demand":"{{demand}}","match":"{{(string)matches[0]!["id"]!}}","kind":"{{kind}}","reason":"Zephyr likes it."}""";
        if (await Send(Officer, "POST", "/api/pins", body) is { } pin)
            await Send(
                TwinSystems.Cleared,
                "POST",
                $"/api/pins/{Keep("pins", pin)}/approve",
                null,
                $"\"{pin["version"]}\""
            );
    }

    private async Task Aside()
    {
        var board = await Send(Officer, "GET", "/api/desk");
        if (
            board?["leads"]?.AsArray().FirstOrDefault(lead => Hidden("demands").Contains((string)lead!["demand"]!))
            is not { } lead
        )
            return;
        var pair = $"\"demand\":\"{(string)lead["demand"]!}\",\"match\":\"{(string)lead["match"]!}\"";
        await Send(
            Officer,
            "POST",
            _chance.Next(2) == 0 ? "/api/desk/later" : "/api/desk/unsuitable",
            $"{{{pair}{(_chance.Next(2) == 0 ? "" : ",\"reason\":\"Zephyr knows it.\"")}}}"
        );
    }
}
