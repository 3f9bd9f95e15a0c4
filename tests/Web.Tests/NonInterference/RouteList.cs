using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// One request to both systems. In a path, <c>{cursor}</c> is what the same list gave this caller last as next, in that
/// system.
/// </summary>
internal sealed record Request(
    string Who,
    string Method,
    string Path,
    string? Body = null,
    string? IfMatch = null,
    string? Key = null,
    string Language = "en"
)
{
    public string Route => $"{Who} {Method} {Path.Split('?')[0]}";

    /// <summary>Whether it asks for what follows changes within moments, not with them.</summary>
    public bool IsSlow =>
        Path.StartsWith("/api/desk", StringComparison.Ordinal)
        || Path.StartsWith("/api/letters", StringComparison.Ordinal);

    public override string ToString() => $"{Who} {Method} {Path} If-Match {IfMatch} {Language} {Body}";
}

/// <summary>Requests by chance: every GET that the API's own document knows, and every POST that only asks.</summary>
internal sealed class RouteList
{
    private static readonly string[] Boards = ["sites", "partners", "research", "opportunities", "none"];
    private static readonly string[] Words =
    [
        "CNC",
        "clean room",
        "夾具",
        "kwun tong",
        "500 m2",
        "sample",
        "pump",
        "e2",
        "f1",
        "a",
        "office.hk",
    ];
    private static readonly string[] States =
    [
        "suggested",
        "offered",
        "agreed",
        "introduced",
        "underway",
        "concluded",
        "declined",
        "expired",
        "lost",
    ];
    private static readonly string[] Languages = ["en", "zh-Hant", "zh-Hans"];

    // Answered by much work each, so asked less often.
    private static readonly string[] Heavy =
    [
        "/api/exports",
        "/openapi",
        "/near-misses",
        "/api/journal/verification",
        "/consortium",
        "/package",
    ];

    private static readonly string[] Files =
    [
        "spaces.csv",
        "spaces.geojson",
        "spaces.xlsx",
        "buildings.csv",
        "buildings.geojson",
        "firms.csv",
        "firms.xlsx",
        "firms.geojson",
        "centres.csv",
        "centres.geojson",
        "opportunities.csv",
        "enterprises.csv",
        "demands.csv",
        "introductions.csv",
    ];

    private readonly Random _chance;
    private readonly IReadOnlyList<(string Path, string[] Query)> _gets;
    private readonly Func<string, string> _id;

    /// <param name="document">The API's own.</param>
    /// <param name="id">An id by chance of a collection, such as <c>demands</c>, hidden ones among them.</param>
    public RouteList(Random chance, JsonObject document, Func<string, string> id)
    {
        (_chance, _id) = (chance, id);
        _gets =
        [
            .. document["paths"]!
                .AsObject()
                .Where(path => path.Value!["get"] is not null)
                .Select(path => (path.Key, Query(path.Value!["get"]!))),
            .. Enumerable.Repeat("/api/exports/{file}", 4).Select(path => (path, Array.Empty<string>())),
            ("/api/exports/journal.csv", ["of"]),
            ("/api/nothing", []),
            ("/openapi/v1.json", []),
        ];
    }

    public Request Next(string who)
    {
        while (true)
        {
            if (_chance.Next(5) == 0)
                return Ask(who);
            var (path, query) = _gets[_chance.Next(_gets.Count)];
            if (Heavy.Any(heavy => path.Contains(heavy, StringComparison.Ordinal)) && _chance.Next(4) > 0)
                continue;
            return new(who, "GET", Filled(path) + Parameters(path, query), Language: Pick(Languages));
        }
    }

    /// <summary>POST requests that change nothing, whoever sends them.</summary>
    private Request Ask(string who)
    {
        var (path, body) = _chance.Next(12) switch
        {
            0 => (
                $"/api/boards/{Pick(Boards)}/facets",
                $$"""{"criteria":[{{Criteria()}}],"bins":{{_chance.Next(1, 30)}}}"""
            ),
            < 5 => (
                $"/api/boards/{Pick(Boards)}/match",
                $$"""{"criteria":[{{Criteria()}}],"top":{{_chance.Next(1, 30)}},"nearMisses":{{(_chance.Next(4) == 0 ? "true" : "false")}}}"""
            ),
            5 => ("/api/firms/duplicates", $$"""{"name":"{{Pick(Words)}} Precision"}"""),
            6 => (
                "/api/consents",
                $$"""{"token":"{{_id("introductions")}}.s.{{new string('a', 64)}}","answer":"yes"}"""
            ),
            7 => ("/api/consents/look", $$"""{"token":"{{_id("introductions")}}.c.{{new string('b', 64)}}"}"""),
            8 => ("/api/introductions", $$"""{"demand":"{{_id("none")}}","match":"{{_id("spaces")}}"}"""),
            9 => ("/api/imports/firms?dryRun=true", $"id,name_en\n{_id("firms")},Another name"),
            10 => ("/api/allocations", $$"""{"demands":["{{_id("demands")}}","{{_id("demands")}}"]}"""),
            _ => ($"/api/introductions/{_id("introductions")}/offer", "[]"),
        };
        return new(who, "POST", path, body, Language: Pick(Languages));
    }

    private string Criteria() =>
        _chance.Next(4) switch
        {
            0 => "",
            1 => $$"""{"attribute":"area","limit":{{_chance.Next(50, 900)}},"op":"atLeast"}""",
            2 => """{"attribute":"capabilities","op":"covers","value":"process/machining"}""",
            _ => """{"attribute":"needs","op":"covers","value":"process"}""",
        };

    private string Filled(string path)
    {
        var parts = path.Split('/');
        var space = _id("spaces").Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (!parts[i].StartsWith('{'))
                continue;
            parts[i] = parts[i] switch
            {
                "{file}" => Pick(Files),
                "{building}" => space[0],
                "{space}" => space[^1],
                "{meeting}.ics" => $"{_id("meetings")}.ics",
                _ => Uri.EscapeDataString(_id(parts[i - 1]).Split('/')[0]),
            };
        }

        return string.Join('/', parts);
    }

    private string Parameters(string path, string[] query)
    {
        var given = query
            .Where(name => name is "of" || _chance.Next(3) == 0)
            .Select(name => (name, value: Value(path, name)))
            .Where(parameter => parameter.value is not null)
            .Select(parameter =>
                $"{parameter.name}={(parameter.value == "{cursor}" ? parameter.value : Uri.EscapeDataString(parameter.value!))}"
            )
            .ToList();
        return given.Count > 0 ? $"?{string.Join('&', given)}" : "";
    }

    private string? Value(string path, string name) =>
        name switch
        {
            "q" => _chance.Next(4) == 0 ? _id("enterprises") : Pick(Words),
            "after" => "{cursor}",
            "limit" or "top" => $"{_chance.Next(1, 40)}",
            "bbox" => "114.1,22.2,114.25,22.33",
            "ids" => $"{_id(path.Split('/')[2])},{_id(path.Split('/')[2])}",
            "state" => Pick(States),
            "of" => _chance.Next(2) == 0
                ? $"enterprises/{_id("enterprises")}"
                : $"{Pick(["firms/f2", "owners/o2", "firms/f1", "owners/o1"])}",
            "from" => $"2026-{_chance.Next(1, 13):00}-01",
            "to" => $"2027-{_chance.Next(1, 13):00}-01",
            _ => null,
        };

    private static string[] Query(JsonNode get) =>
        [
            .. get["parameters"]
                ?.AsArray()
                .Where(node => (string?)node!["in"] == "query")
                .Select(node => (string)node!["name"]!)
                ?? [],
        ];

    private string Pick(string[] from) => from[_chance.Next(from.Length)];
}
