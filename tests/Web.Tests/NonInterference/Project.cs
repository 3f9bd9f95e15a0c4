using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// The lively life of a confidential project in one system, led by its own people, two cleared officers and its
/// counterparts: none of the people of <see cref="RequestGenerator"/>. A refusal on the way is life too; what it must
/// reach is counted in <see cref="Done"/>.
/// </summary>
internal sealed partial class Project : IAsyncDisposable
{
    public const string Person = "person@project.example";
    private const string Officer = "officer@sample";

    private static readonly string[] Boards = ["sites", "partners", "research"];
    private static readonly string[] Others = ["firms/f1", "owners/o1", "enterprises/e1"];

    private readonly Twin _twin;
    private readonly Random _chance;
    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forbidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answering = new(StringComparer.Ordinal) { "f2" };
    private EventRecorder? _ears;
    private int _count;

    private Project(Twin twin, Random chance)
    {
        (_twin, _chance) = (twin, chance);
    }

    /// <summary>How often each thing was done, by its word and what came of it.</summary>
    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>What was said last, for each thing and status.</summary>
    public Dictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids that nobody else may learn of, by collection.</summary>
    public IReadOnlyList<string> Hidden(string collection) => _ids.GetValueOrDefault(collection, []);

    public static async Task<Project> Begin(Twin twin, Random chance)
    {
        var project = new Project(twin, chance);
        var made = await project.Send(
            Officer,
            "POST",
            "/api/enterprises",
            """{"name":"Zephyr Implants","industry":"lifeAndHealth","size":"large","confidential":true,"brands":["Zephyrine"]}"""
        );
        var id = project.Keep("enterprises", made!);
        await twin.Invite(Officer, Person, $"\"role\":\"enterprise\",\"enterprise\":\"{id}\"");
        project._ids["accounts"] = [Person];
        await project.Clear(true);
        await twin.Vouch(TwinSystems.Cleared, Person);
        await project.FindForbidden();
        foreach (var board in Boards)
            await project.Seek(board);
        await project.Publish();
        await project.Tell(declines: true);
        await project.Tell(declines: false);
        project._ears = await EventRecorder.Open(twin, Officer);
        await project._ears.Ask("WatchDesk", (object?)null);
        for (var i = 0; i < 100; i++)
            await project.Step();
        return project;
    }

    public Task Step() =>
        _chance.Next(20) switch
        {
            0 => Seek(Boards[_chance.Next(3)]),
            1 => Publish(),
            2 => Enquire(),
            3 or 4 or 5 => Suggest(),
            6 => Pin(),
            7 => Aside(),
            8 => Clear(_chance.Next(2) == 0),
            9 => Rename(),
            10 or 11 => View(),
            12 => Look(),
            13 => Forget(),
            _ => Move(),
        };

    public async ValueTask DisposeAsync() => await _ears!.DisposeAsync();

    private async Task Seek(string board)
    {
        var made = await Send(
            Person,
            "POST",
            "/api/demands",
            $$"""{"board":"{{board}}","name":"secret {{_count++}}","notifyAbove":0,"criteria":[{{Criterion(board)}}]}"""
        );
        Keep("demands", made!);
    }

    private string Criterion(string board) =>
        board switch
        {
            "sites" => $$"""{"attribute":"area","limit":{{_chance.Next(10, 300)}},"op":"atLeast"}""",
            "partners" => """{"attribute":"capabilities","op":"covers","value":"process"}""",
            _ => "",
        };

    private async Task Publish()
    {
        var body =
            """{"name":"secret need","source":"Zephyr","public":true,"values":{"needs":["process/machining","medical/implants"],"industry":"lifeAndHealth"}}""";
        Keep("opportunities", (await Send(Person, "POST", "/api/opportunities", body))!);
    }

    private async Task Enquire()
    {
        var id = Keep(
            "enquiries",
            (await Send(Person, "POST", "/api/enquiries", """{"board":"research","text":"Who knows zephyrite?"}"""))!
        );
        await Change(Officer, $"/api/enquiries/{id}", body => body["answer"] = "Nobody.");
    }

    private async Task Clear(bool both)
    {
        var path = $"/api/enterprises/{Any("enterprises")}/clearance";
        if (await Send(Officer, "GET", path) is { } clearance)
            await Send(
                Officer,
                "PUT",
                path,
                $$"""{"officers":["{{Officer}}"{{(both ? $",\"{TwinSystems.Cleared}\"" : "")}}]}""",
                $"\"{clearance["version"]}\""
            );
    }

    private Task Rename() =>
        _chance.Next(2) == 0
            ? Change(Officer, $"/api/enterprises/{Any("enterprises")}", body => body["name"] = $"Zephyr {_count++}")
            : Change(Person, $"/api/demands/{Any("demands")}", body => body["name"] = $"secret {_count++}");

    private async Task View()
    {
        string[] paths =
        [
            "/api/introductions?limit=500",
            "/api/desk",
            "/api/changes?limit=500",
            $"/api/demands/{Any("demands")}/near-misses?top=3",
            "/api/enterprises",
            "/api/figures",
            "/api/figures/introductions?figure=reached:suggested",
            "/api/figures/fairness",
            "/api/exports/figures.csv",
        ];
        await Send(_chance.Next(3) == 0 ? TwinSystems.Cleared : Officer, "GET", paths[_chance.Next(paths.Length)]);
        await Send(Person, "POST", "/api/boards/opportunities/match", """{"criteria":[]}""");
        await Send(Person, "GET", "/api/search?q=CNC");
    }

    private async Task Look()
    {
        // The connection ends with the clearance of its officer.
        if (!_ears!.IsOpen)
        {
            await _ears.DisposeAsync();
            _ears = await EventRecorder.Open(_twin, Officer);
        }

        await _ears.Ask("Look", _chance.Next(3) == 0 ? null : Any("introductions"));
        await _ears.Ask("Watch", Any("demands"), null);
        Count("look", 200);
    }

    // A demand that goes takes its matches along.
    private async Task Forget()
    {
        if (_ids["demands"].Count < 6)
            return;
        var path = $"/api/demands/{_ids["demands"][^1]}";
        if (await Send(Person, "GET", path) is { } demand)
            await Send(Person, "DELETE", path, null, $"\"{demand["version"]}\"");
    }

    private async Task Change(string who, string path, Action<JsonNode> change)
    {
        if (await Send(who, "GET", path) is not { } body)
            return;
        change(body);
        await Send(who, "PUT", path, body.ToJsonString(), $"\"{body["version"]}\"");
    }

    // A counterpart rightly knows of the project, so none of the compared people may become one.
    private async Task FindForbidden()
    {
        _forbidden.Add("f1");
        foreach (var collection in new[] { "buildings", "spaces" })
        {
            for (var (after, more) = ("", true); more; )
            {
                var page = await Send(Officer, "GET", $"/api/{collection}?limit=500{after}");
                foreach (var node in page!["items"]!.AsArray())
                {
                    var id = (string)node!["id"]!;
                    if (Others.Contains((string?)node["owner"]) || _forbidden.Contains(id.Split('/')[0]))
                        _forbidden.Add(id);
                    else if ((string?)node["owner"] == "owners/o2" || _answering.Contains(id.Split('/')[0]))
                        _answering.Add(id);
                }

                (after, more) = ($"&after={(string?)page["next"]}", page["next"] is not null);
            }
        }
    }

    private string Any(string collection) =>
        _ids.TryGetValue(collection, out var ids) && ids.Count > 0 ? ids[_chance.Next(ids.Count)] : new string('0', 32);

    private string Keep(string collection, JsonNode made)
    {
        var id = (string)made["id"]!;
        if (!_ids.TryGetValue(collection, out var ids))
            _ids[collection] = ids = [];
        if (!ids.Contains(id))
            ids.Add(id);
        return id;
    }

    /// <summary>Null: refused.</summary>
    private async Task<JsonNode?> Send(
        string who,
        string method,
        string path,
        string? body = null,
        string? ifMatch = null
    )
    {
        using var answer = await (await _twin.As(who)).Send(method, path, body, ifMatch);
        var verb =
            method == "GET" ? "see"
            : path.Split('/') is [_, _, "introductions", _, var act] ? act
            : $"{method} {path.Split('/')[2]}";
        var text = await answer.Content.ReadAsStringAsync();
        Count(verb, (int)answer.StatusCode);
        Refused[$"{verb} {(int)answer.StatusCode}"] = text;
        return answer.IsSuccessStatusCode && text.StartsWith('{') ? JsonNode.Parse(text) : null;
    }

    private void Count(string verb, int status) =>
        Done[$"{verb} {status}"] = Done.GetValueOrDefault($"{verb} {status}") + 1;
}
