using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>
/// Thousands of requests by chance, over every route of the API's document and every role. None is answered with a
/// fault, none prints a stack trace, every refusal is a problem document, and a refused write changes nothing.
/// MATCHMAKER_SEED repeats a run; MATCHMAKER_FULL makes it longer: 1, or a number of requests.
/// </summary>
public sealed class FuzzTests(FuzzedSystem system) : IClassFixture<FuzzedSystem>
{
    private const int UsualRequests = 8_000;
    private const int FullRequests = 60_000;
    private const int RefreshEvery = 500;
    private const int MaxFaults = 12;

    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(60);

    // What a line of the log shows when something failed, and when it holds a stack trace.
    private static readonly string[] FailureWords = ["fail: ", "crit: ", "Exception", "   at "];

    private readonly List<string> _faults = [];

    [Fact]
    public async Task No_request_meets_a_fault_and_no_refused_one_changes_anything()
    {
        var seed = Setting("MATCHMAKER_SEED") ?? 20261128;
        var (requests, time) = Setting("MATCHMAKER_FULL") switch
        {
            null => (UsualRequests, UsualTime),
            1 => (FullRequests, TimeSpan.MaxValue),
            { } number => (number, TimeSpan.MaxValue),
        };
        var chance = new Random(seed);
        var routes = FuzzRoute.All(FuzzedSystem.Document);
        var watch = Stopwatch.StartNew();
        var sent = 0;
        RequestMaker? maker = null;
        for (; sent < requests && watch.Elapsed < time && _faults.Count < MaxFaults; sent++)
        {
            if (sent % RefreshEvery == 0)
                maker = new(chance, FuzzedSystem.Document, await system.Ids(), Present);
            // Each route and role in turn, so that a short run leaves none out.
            var route = routes[sent % routes.Count];
            if (route.IsCostly && chance.Next(4) > 0)
                continue;
            await Try(await maker!.Next(route, Role(chance)), chance);
        }

        var failures = system.Log.Where(line =>
            FailureWords.Any(word => line.Contains(word, StringComparison.Ordinal))
        );
        Assert.True(
            _faults.Count == 0 && !failures.Any(),
            $"seed {seed}, {sent} requests:\n{string.Join('\n', _faults)}\n{string.Join('\n', failures.Take(60))}"
        );
    }

    // Half of the requests come from the office, which may do most.
    private static string Role(Random chance) =>
        chance.Next(3) == 0 ? "officer" : FuzzedSystem.Roles[chance.Next(FuzzedSystem.Roles.Length)];

    private async Task Try(FuzzRequest request, Random chance)
    {
        var record = request.Route.IsWrite && request.Route.Record is not null && chance.Next(4) == 0;
        var path = record ? RecordPath(request) : null;
        var before = path is null ? null : await State(path);
        using var answer = await system.As(request.Who).SendAsync(request.Message());
        var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        if (status >= 500)
            Fault(request, $"{status} {text}");
        if (request.Route.EndsSessions)
            await system.SignInAgain(request.Who);
        if (status < 400)
            return;
        if (IsRefusedByKestrel(answer, text))
            return;
        if (!IsProblem(answer, status, text))
            Fault(request, $"{status} is no problem document: {answer.Content.Headers.ContentType} {text}");
        if (before is not null && await State(path!) is var after && after != before)
            Fault(request, $"{status}, and yet it changed\n{before}\n{after}");
    }

    // Kestrel answers a request line or header that is not HTTP itself, without a body, and closes the connection.
    private static bool IsRefusedByKestrel(HttpResponseMessage answer, string text) =>
        (int)answer.StatusCode == 400 && text.Length == 0 && answer.Headers.ConnectionClose == true;

    private void Fault(FuzzRequest request, string what) => _faults.Add($"{request}\n    {what}");

    private static bool IsProblem(HttpResponseMessage answer, int status, string text) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
        && JsonNode.Parse(text) is { } problem
        && (int?)problem["status"] == status
        && problem["title"] is not null
        && !text.Contains("   at ", StringComparison.Ordinal);

    private static string RecordPath(FuzzRequest request) =>
        string.Join('/', request.Target.Split('?')[0].Split('/').Take(request.Route.Record!.Split('/').Length));

    private async Task<string> State(string path)
    {
        using var answer = await system.As("officer").GetAsync(path);
        return $"{(int)answer.StatusCode} {answer.Headers.ETag} {(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "")}";
    }

    private async Task<(JsonNode Body, string? Tag)?> Present(string path)
    {
        using var answer = await system.As("officer").GetAsync(path);
        return
            answer.IsSuccessStatusCode
            && answer.Content.Headers.ContentType?.MediaType == "application/json"
            && JsonNode.Parse(await answer.Content.ReadAsStringAsync()) is { } body
            ? (body, answer.Headers.ETag?.ToString())
            : null;
    }

    private static int? Setting(string name) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
