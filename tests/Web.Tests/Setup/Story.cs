using System.Globalization;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Setup;

/// <summary>One introduction between the sample enterprise and the sample owner, told over HTTP.</summary>
internal sealed class Story
{
    public const string Meeting = """{"at":"2031-03-04T10:00:00+08:00","place":"12 Hung To Road, Kwun Tong"}""";

    /// <summary>The states in the order of a whole story.</summary>
    public static readonly string[] Way = ["suggested", "offered", "agreed", "introduced", "underway", "concluded"];

    private readonly Dictionary<string, HttpClient> _people = new(StringComparer.Ordinal);

    private Story(string demand, string match)
    {
        (Demand, Match) = (demand, match);
    }

    public string Demand { get; }

    public string Match { get; }

    public string Id { get; private set; } = "";

    private string Path => $"/api/introductions/{Id}";

    /// <summary>A demand of the enterprise's and a space of the owner's that nobody has brought together yet.</summary>
    public static async Task<Story> Begin(Site site)
    {
        using var officer = await site.As("officer");
        var building = Asking.Fresh("story");
        await officer
            .Send("PUT", $"/api/buildings/{building}", """{"public":true,"owner":"owners/o1","values":{}}""")
            .Json();
        await officer
            .Send("PUT", $"/api/buildings/{building}/spaces/s1", """{"public":true,"status":"vacant","values":{}}""")
            .Json();
        using var enterprise = await site.As("enterprise");
        var demand = await enterprise
            .Send("POST", "/api/demands", """{"board":"sites","name":"Pump assembly","notifyAbove":0,"criteria":[]}""")
            .Json();
        var story = new Story((string)demand["id"]!, $"{building}/s1");
        foreach (var role in new[] { "enterprise", "owner", "officer", "admin" })
            story._people[role] = await site.As(role);
        return story;
    }

    /// <summary>A story that has come to a state, asked for by the enterprise.</summary>
    public static async Task<Story> At(Site site, string state)
    {
        var story = await Begin(site);
        await story.Suggest("enterprise");
        if (state == "declined")
        {
            await story.Done("officer", "offer");
            await story.Done("owner", "decline");
            return story;
        }

        for (var i = 1; i <= Array.IndexOf(Way, state); i++)
            await story.Next(Way[i]);
        return story;
    }

    /// <summary>The usual step into a state.</summary>
    public async Task Next(string state)
    {
        switch (state)
        {
            case "offered":
                await Done("officer", "offer");
                break;
            case "agreed":
                await Done(
                    "enterprise",
                    "consent",
                    """{"contact":{"name":"Ms Ho","email":"ho@lumen.example","phone":"+852 2345 6789"}}"""
                );
                await Done("owner", "consent");
                break;
            case "introduced":
                await Done("officer", "introduce");
                break;
            case "underway":
                await Done("officer", "meet", Meeting);
                break;
            default:
                await Done("officer", "conclude", """{"outcome":"landed","reason":"They signed."}""");
                break;
        }
    }

    public HttpClient As(string role) => _people[role];

    public async Task Suggest(string role) =>
        Id = (string)(await _people[role].Send("POST", "/api/introductions", Asked).Json())["id"]!;

    public string Asked => $$"""{"demand":"{{Demand}}","match":"{{Match}}"}""";

    /// <summary>It, as somebody sees it.</summary>
    public Task<JsonObject> Seen(string role) => _people[role].Send("GET", Path).Json();

    public async Task<string> Tag(string role) =>
        ((int)(await Seen(role))["version"]!).ToString("'\"'0'\"'", CultureInfo.InvariantCulture);

    /// <summary>Somebody does something, with the version that they see unless another is given.</summary>
    public async Task<HttpResponseMessage> Do(string role, string verb, string? body = null, string? ifMatch = null) =>
        await _people[role].Send("POST", $"{Path}/{verb}", body, ifMatch ?? await Tag(role));

    /// <summary>The same where it must succeed: what they see then.</summary>
    public async Task<JsonObject> Done(string role, string verb, string? body = null)
    {
        using var answer = await Do(role, verb, body);
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{verb}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return await answer.Json();
    }

    public Task<HttpResponseMessage> Send(string role, string method, string rest, string? body, string? ifMatch) =>
        _people[role].Send(method, Path + rest, body, ifMatch);
}
