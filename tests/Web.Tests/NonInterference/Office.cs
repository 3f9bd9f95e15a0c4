using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>What is known of both systems, and what uncleared people change in both, step by step and alike.</summary>
internal sealed class Office(RequestGenerator walk, Random chance, Func<string, IReadOnlyList<string>> hidden)
{
    private static readonly string[] Collections =
    [
        "buildings",
        "spaces",
        "firms",
        "centres",
        "owners",
        "enterprises",
        "demands",
        "briefs",
        "opportunities",
        "enquiries",
        "taxonomies",
        "officers",
        "accounts",
    ];
    private static readonly string[] Parties =
    [
        "enterprise@sample",
        "firm@sample",
        "owner@sample",
        TwinSystems.SecondFirm,
        TwinSystems.SecondOwner,
    ];

    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.Ordinal)
    {
        ["introductions"] = [],
        ["pins"] = [],
    };
    private readonly List<string> _ownDemands = ["d1", "d2", "f1-o1"];
    private int _made;

    /// <summary>Looks around, before anything happens.</summary>
    public async Task Look()
    {
        foreach (var collection in Collections)
        {
            var page = await walk.Take(new Request("admin@sample", "GET", $"/api/{collection}?limit=500"));
            _ids[collection] =
            [
                .. page.Body!["items"]!
                    .AsArray()
                    .Select(item => (string)item!["id"]!)
                    .Where(_ => collection is not "spaces" || chance.Next(3) == 0),
            ];
        }
    }

    /// <summary>An id by chance; now and then one that only the busy system has, or that nobody has.</summary>
    public string Id(string collection)
    {
        var from = chance.Next(4) == 0 ? hidden(collection) : _ids.GetValueOrDefault(collection, []);
        return from.Count == 0 ? new string('0', 32) : from[chance.Next(from.Count)];
    }

    /// <summary>One change by somebody, in both.</summary>
    public Task Act() =>
        chance.Next(13) switch
        {
            0 or 1 => SaveDemand(),
            2 => SaveSpace(),
            3 => Publish(),
            4 or 5 => Suggest(),
            6 or 7 or 8 => Move(),
            9 => Pin(),
            10 => PutAside(),
            11 => SaveOther(),
            _ => TryHidden(),
        };

    private async Task SaveDemand()
    {
        var (who, board, criteria) = chance.Next(3) switch
        {
            0 => (
                "enterprise@sample",
                "sites",
                $$"""{"attribute":"area","limit":{{chance.Next(50, 600)}},"op":"atLeast"}"""
            ),
            1 => ("enterprise@sample", "partners", """{"attribute":"capabilities","op":"covers","value":"process"}"""),
            _ => ("firm@sample", "opportunities", """{"attribute":"needs","op":"covers","value":"process"}"""),
        };
        var id = $"walk-{_made++}";
        await walk.Take(
            new Request(
                who,
                "PUT",
                $"/api/demands/{id}",
                $$"""{"board":"{{board}}","name":"{{id}}","criteria":[{{criteria}}],"notifyAbove":{{chance.Next(20, 70)}} }"""
            )
        );
        _ids["demands"].Add(id);
        _ownDemands.Add(id);
        await walk.Hear(who, "Watch", id, null);
        await walk.Hear(TwinSystems.Uncleared, "Watch", id, null);
    }

    private async Task SaveSpace()
    {
        var own = _ids["spaces"][chance.Next(_ids["spaces"].Count)].Split('/');
        var path = $"/api/buildings/{own[0]}/spaces/{own[1]}";
        var found = await walk.Take(new Request(TwinSystems.Uncleared, "GET", path));
        if (found.Status != 200)
            return;
        var body = found.Body!.AsObject();
        body["values"]!["area"] = chance.Next(60, 1500);
        body["values"]!["rent"] = chance.Next(90, 340);
        await walk.Take(
            new Request(
                chance.Next(3) == 0 ? "owner@sample" : TwinSystems.Uncleared,
                "PUT",
                path,
                body.ToJsonString(),
                found.Version
            )
        );
    }

    private async Task Publish()
    {
        var body =
            $$"""{"name":"need {{_made}}","public":true,"values":{"industry":"robotics","needs":["process/machining"]} }""";
        var made = await walk.Take(
            new Request("enterprise@sample", "POST", "/api/opportunities", body, Key: $"walk-{_made++}")
        );
        if (made.Status == 201)
            _ids["opportunities"].Add((string)made.Body!["id"]!);
        var asked = await walk.Take(
            new Request(
                "firm@sample",
                "POST",
                "/api/enquiries",
                """{"board":"research","text":"Who grows diamonds?"}""",
                Key: $"walk-{_made++}"
            )
        );
        _ids["enquiries"].Add((string)asked.Body!["id"]!);
    }

    private async Task Suggest()
    {
        var demand = _ownDemands[chance.Next(_ownDemands.Count)];
        var found = await walk.Take(new Request("admin@sample", "GET", $"/api/demands/{demand}/matches?top=12"));
        if (found.Body?["matches"] is not JsonArray { Count: > 0 } matches)
            return;
        var match = (string)matches[chance.Next(matches.Count)]!["id"]!;
        var who = new[] { TwinSystems.Uncleared, "admin@sample", "enterprise@sample", "firm@sample" }[chance.Next(4)];
        var made = await walk.Take(
            new Request(
                who,
                "POST",
                "/api/introductions",
                $$"""{"demand":"{{demand}}","match":"{{match}}"}""",
                Key: $"walk-{_made++}"
            )
        );
        if (made.Status == 201)
            _ids["introductions"].Add((string)made.Body!["id"]!);
    }

    private async Task Move()
    {
        if (_ids["introductions"].Count == 0)
            return;
        var path =
            $"/api/introductions/{_ids["introductions"][^Math.Min(_ids["introductions"].Count, 1 + chance.Next(6))]}";
        var (who, verb, body) = chance.Next(11) switch
        {
            0 or 1 => (TwinSystems.Uncleared, "offer", "{}"),
            2 or 3 or 4 => (Parties[chance.Next(Parties.Length)], "consent", """{"contact":{"name":"Ah Ming"}}"""),
            5 => (Parties[chance.Next(Parties.Length)], chance.Next(2) == 0 ? "decline" : "withdraw", null),
            6 => (TwinSystems.Uncleared, "introduce", null),
            7 => (
                TwinSystems.Uncleared,
                chance.Next(2) == 0 ? "meet" : "meetings",
                """{"at":"2031-03-04T10:00:00+08:00","place":"Kwun Tong"}"""
            ),
            8 => ("admin@sample", "conclude", """{"outcome":"landed"}"""),
            9 => ("admin@sample", "assign", $$"""{"officer":"{{TwinSystems.Uncleared}}"}"""),
            _ => (TwinSystems.Uncleared, "aftercare", """{"on":"2031-05-05","note":"Called."}"""),
        };
        var seen = await walk.Take(new Request(who, "GET", path));
        await walk.Take(new Request(who, "POST", $"{path}/{verb}", body, seen.Status == 200 ? seen.Version : "\"1\""));
    }

    private async Task Pin()
    {
        var found = await walk.Take(new Request("admin@sample", "GET", "/api/demands/d1/matches?top=20"));
        var match = (string)found.Body!["matches"]![chance.Next(10)]!["id"]!;
        var made = await walk.Take(
            new Request(
                TwinSystems.Uncleared,
                "POST",
                "/api/pins",
                $$"""{"demand":"d1","match":"{{match}}","kind":"pin","reason":"Seen on the spot."}""",
                Key: $"walk-{_made++}"
            )
        );
        var id = (string)made.Body!["id"]!;
        _ids["pins"].Add(id);
        await walk.Take(new Request("admin@sample", "POST", $"/api/pins/{id}/approve", null, made.Version));
    }

    private async Task PutAside()
    {
        var found = await walk.Take(new Request("admin@sample", "GET", "/api/demands/d2/matches?top=20"));
        var match = (string)found.Body!["matches"]![chance.Next(10)]!["id"]!;
        var (word, body) =
            chance.Next(2) == 0
                ? ("later", $$"""{"demand":"d2","match":"{{match}}"}""")
                : ("unsuitable", $$"""{"demand":"d2","match":"{{match}}","reason":"Too far."}""");
        await walk.Take(new Request(TwinSystems.Uncleared, "POST", $"/api/desk/{word}", body));
    }

    private async Task SaveOther()
    {
        var path = chance.Next(3) switch
        {
            0 => "/api/firms/f2",
            1 => "/api/enterprises/e3",
            _ => $"/api/officers/{TwinSystems.Uncleared}",
        };
        var found = await walk.Take(new Request(TwinSystems.Uncleared, "GET", path));
        var body = found.Body!.AsObject();
        if (path.StartsWith("/api/officers", StringComparison.Ordinal))
            body["absences"] = JsonNode.Parse($$"""[{"from":"2031-01-01","to":"2031-02-{{chance.Next(10, 28)}}"}]""");
        else
            body["name"] = $"Renamed {_made++}";
        await walk.Take(
            new Request(
                TwinSystems.Uncleared,
                "PUT",
                path,
                body.ToJsonString(),
                (string?)body["version"]?.ToString() is "0" or null ? null : found.Version
            )
        );
    }

    // What only the busy system has, tried in both as if it were known.
    private async Task TryHidden()
    {
        var who = RequestGenerator.People[chance.Next(RequestGenerator.People.Length)];
        var (demand, introduction, pin, visit, project) = (
            Id("demands"),
            Id("introductions"),
            Id("pins"),
            hidden("visits") is [var planned, ..] ? planned : "none",
            hidden("enterprises") is [var first, ..] ? first : "none"
        );
        await walk.Take([
            new(
                who,
                "POST",
                "/api/introductions",
                $$"""{"demand":"{{hidden("demands")[0]}}","match":"{{Id("spaces")}}"}"""
            ),
            new(who, "POST", $"/api/introductions/{introduction}/consent", null, "\"77\""),
            new(who, "POST", $"/api/introductions/{introduction}/assign", "{}"),
            new(who, "POST", $"/api/pins/{pin}/approve", null, "\"77\""),
            new(who, "GET", "/api/visits?limit=500"),
            new(who, "GET", $"/api/visits/{visit}/plan"),
            new(who, "POST", $"/api/visits/{visit}/cancel", null, "\"77\""),
            new(
                who,
                "POST",
                "/api/desk/later",
                $$"""{"demand":"{{hidden("demands")[0]}}","match":"{{Id("spaces")}}"}"""
            ),
            new(who, "PUT", $"/api/enterprises/{project}", """{"name":"x"}""", "\"1\""),
            new(who, "DELETE", $"/api/enterprises/{project}", null, "\"1\""),
            new(
                who,
                "PUT",
                $"/api/enterprises/{project}/clearance",
                $$"""{"officers":["{{TwinSystems.Uncleared}}"]}""",
                "\"1\""
            ),
            new(who, "DELETE", $"/api/demands/{hidden("demands")[0]}"),
            new(who, "POST", "/api/demands", $$"""{"board":"sites","owner":"enterprises/{{project}}","criteria":[]}"""),
            new(
                who,
                "POST",
                "/api/invitations",
                $$"""{"email":"new@x.hk","role":"enterprise","enterprise":"{{project}}"}"""
            ),
        ]);
        await walk.Hear(TwinSystems.Uncleared, "Look", introduction);
        await walk.Hear("enterprise@sample", "Watch", demand, null);
        await walk.Hear("admin@sample", "Watch", hidden("demands")[0], 3L);
    }
}
