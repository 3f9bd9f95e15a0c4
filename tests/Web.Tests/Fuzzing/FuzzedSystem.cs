using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>A system of its own that takes whatever is sent, so that no other test sees what it did.</summary>
public sealed class FuzzedSystem : IAsyncLifetime
{
    /// <summary>Everybody who can call: nobody signed in, each kind of party, the office.</summary>
    public static readonly string[] Roles = ["anonymous", "enterprise", "firm", "owner", "officer", "admin"];

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-fuzz").FullName;
    private readonly Dictionary<string, HttpClient> _people = [];
    private readonly Dictionary<string, string> _devices = [];
    private WebProcess? _web;

    public Uri Address => _web!.Address;

    public IReadOnlyList<string> Log => _web!.Lines;

    /// <summary>The API's document as it is committed.</summary>
    public static JsonObject Document { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Built.Home, "web", "ui", "openapi.json")))!.AsObject();

    public async ValueTask InitializeAsync()
    {
        _web = await WebProcess
            .Run(
                $"Data Source={Path.Combine(_folder, "fuzz.db")}",
                ["--sample", "40", "--no-history"],
                ("Matchmaker__SignInsPerMinute", "10000")
            )
            .Ready();
        foreach (var role in Roles)
            _people[role] = await Person(role);
        for (var i = 0; i < 3; i++)
            await As("admin").Send("PUT", $"/api/accounts/fuzz{i}@x.hk", """{"role":"officer"}""").Json();
        await Broker();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
            person.Dispose();
        await _web!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public HttpClient As(string role) => _people[role];

    /// <summary>After a request that ended the session.</summary>
    public Task SignInAgain(string role) => SignIn(_people[role], role);

    public string Token(string role) => _people[role].DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Ids by collection, as an officer sees them. The sample's own accounts are not among them.</summary>
    internal async Task<Dictionary<string, List<string>>> Ids()
    {
        var ids = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var route in FuzzRoute.All(Document).Where(route => route is { Method: "GET", IsCostly: false }))
        {
            if (route.Path.Contains('{', StringComparison.Ordinal))
                continue;
            using var answer = await As(route.Path == "/api/accounts" ? "admin" : "officer").GetAsync(route.Path);
            if (
                answer.Content.Headers.ContentType?.MediaType != "application/json"
                || JsonNode.Parse(await answer.Content.ReadAsStringAsync()) is not { } body
            )
                continue;
            var items = body is JsonArray list ? list : body["items"] as JsonArray;
            ids[route.Path.Split('/')[^1]] =
            [
                .. (items ?? [])
                    .Select(item => (string?)(item as JsonObject)?["id"])
                    .OfType<string>()
                    .Where(id => !id.EndsWith("@sample", StringComparison.Ordinal)),
            ];
        }

        return ids;
    }

    // Introductions in two states, pins, an enquiry and facts of an applicant, which the sample lacks.
    private async Task Broker()
    {
        var officer = As("officer");
        var building = "/api/buildings/fuzzed";
        await officer.Send("PUT", building, """{"public":true,"owner":"owners/o2","values":{}}""").Json();
        await officer.Send("PUT", $"{building}/spaces/s1", """{"public":true,"values":{"area":100}}""").Json();
        for (var i = 0; i < 4; i++)
        {
            await officer.Send("PUT", $"/api/enterprises/fuzzed{i}", """{"name":"Fuzzed"}""").Json();
            var demand = $$"""{"board":"sites","owner":"enterprises/fuzzed{{i}}","criteria":[]}""";
            var id = (string)(await officer.Send("POST", "/api/demands", demand).Json())["id"]!;
            var pair = $"\"demand\":\"{id}\",\"match\":\"fuzzed/s1\"";
            var made = await officer.Send("POST", "/api/introductions", $"{{{pair}}}").Json();
            if (i > 1)
                await officer.Send("POST", $"/api/introductions/{made["id"]}/offer", "{}", "\"1\"").Status();
            else
                await officer.Send("POST", "/api/pins", $$"""{{{pair}},"kind":"demote","reason":"Too loud."}""").Json();
        }

        await officer.Send("PUT", "/api/enterprises/fuzzed1/applicant", """{"facts":{}}""").Status();
        await officer.Send("PUT", "/api/firms/f2/applicant", """{"facts":{}}""").Status();
    }

    private async Task<HttpClient> Person(string role)
    {
        // Header values beyond ASCII go out as they are, as another program would send them.
        var handler = new SocketsHttpHandler
        {
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        var http = new HttpClient(handler) { BaseAddress = Address };
        await SignIn(http, role);
        return http;
    }

    // Wrong passwords among the requests slow the address down, and no device on which somebody signed in before.
    private async Task SignIn(HttpClient http, string role)
    {
        if (role == "anonymous")
            return;
        var body = $$"""{"email":"{{role}}@sample","password":"{{WebProcess.Password}}"}""";
        using var entry = await http.Send(
            "POST",
            "/api/sign-in?token=true",
            body,
            null,
            ("Cookie", _devices.GetValueOrDefault(role, "none=yet"))
        );
        Assert.True(entry.IsSuccessStatusCode, $"{role}: {(int)entry.StatusCode}");
        _devices[role] = entry.Headers.GetValues("Set-Cookie").Single(IsOfDevice).Split(';')[0];
        var token = (string)(await entry.Json())["accessToken"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private static bool IsOfDevice(string cookie) => cookie.StartsWith("matchmaker-device=", StringComparison.Ordinal);
}
