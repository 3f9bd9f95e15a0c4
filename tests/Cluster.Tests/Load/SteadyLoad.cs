using System.Text.Json.Nodes;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>
/// What goes on while something breaks: edits, searches, moves of introductions, and lists that are watched.
/// </summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    private const int Editors = 6;
    private const int Searchers = 3;
    private const int SpacesEach = 4;

    private static int _loads;

    private readonly CancellationTokenSource _work = new();
    private readonly CancellationTokenSource _watch = new();
    private readonly List<Front> _fronts = [];
    private readonly List<Task> _working = [];
    private readonly List<Task> _watching = [];
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Uri> _hosts;

    private SteadyLoad(IReadOnlyList<Uri> hosts) => _hosts = hosts;

    public Findings Findings { get; } = new();

    public List<WriteLog> Writes { get; } = [];

    public List<WriteLog> Searches { get; } = [];

    public List<WriteLog> Moves { get; } = [];

    public List<(LiveWatcher Watcher, WriteLog Log)> Watches { get; } = [];

    public List<Editor> AllEditors { get; } = [];

    public List<Held> Spaces { get; } = [];

    public List<LoadEditor> Movers { get; } = [];

    public static async Task<SteadyLoad> Begin(IReadOnlyList<WebProcess> webs, int seed)
    {
        var load = new SteadyLoad([.. webs.Select(web => web.Address)]);
        foreach (var role in new[] { "officer", "enterprise", "owner" })
            load._tokens[role] = await Front.SignIn(webs[0].Address, $"{role}@sample");
        var chance = new Random(seed);
        var (edited, owned) = await load.LoadRecords();
        load.AddEditors(edited, chance);
        for (var i = 0; i < Searchers; i++)
            load.AddSearcher(i, new(chance.Next()));
        load.AddMover(owned, $"moved-{seed}-{++_loads}");
        await load.AddWatchers();
        return load;
    }

    public Front As(string role, int first)
    {
        var front = new Front(_hosts, _tokens[role], first);
        _fronts.Add(front);
        return front;
    }

    /// <summary>Ends all but the watching, each at the end of what it does.</summary>
    public async Task Rest()
    {
        await _work.CancelAsync();
        await Task.WhenAll(_working);
    }

    public async ValueTask DisposeAsync()
    {
        await _work.CancelAsync();
        await _watch.CancelAsync();
        // Rest has already reported every failure.
        await Task.WhenAll([.. _working, .. _watching]).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var front in _fronts)
            front.Dispose();
        _work.Dispose();
        _watch.Dispose();
    }

    private static WriteLog Add(List<WriteLog> logs)
    {
        logs.Add(new());
        return logs[^1];
    }

    private void Work(Func<CancellationToken, Task> work, WriteLog log) =>
        _working.Add(
            Task.Run(async () =>
            {
                try
                {
                    await work(_work.Token);
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    Findings.Add(
                        $"somebody gave up, after {string.Join(", ", log.Errors.TakeLast(5).Select(error => error.Kind))}: {failure}"
                    );
                }
            })
        );

    /// <summary>Spaces to edit, and ids of those that are introduced.</summary>
    private async Task<(List<JsonObject> Edited, List<string> Owned)> LoadRecords()
    {
        var officer = As("officer", 0);
        var buildings = Items(await officer.Ask("GET", "/api/buildings?limit=500"))
            .Where(item => (string?)item["owner"] == "owners/o1" && (bool)item["public"]!)
            .Select(item => (string)item["id"]!)
            .ToHashSet();
        var spaces = Items(await officer.Ask("GET", "/api/spaces?limit=500"));
        var owned = spaces
            .Where(space =>
                buildings.Contains(((string)space["id"]!).Split('/')[0])
                && (bool)space["public"]!
                && (string?)space["status"] == "vacant"
                && space["owner"] is null
            )
            .Select(space => (string)space["id"]!)
            .ToList();
        return ([.. spaces.Where(space => !owned.Contains((string)space["id"]!))], owned);
    }

    private static List<JsonObject> Items(Answer answer) =>
        answer.IsGood
            ? [.. answer.Json["items"]!.AsArray().Select(node => node!.AsObject())]
            : throw new InvalidOperationException($"{answer.Kind} {answer.Text}");

    private void AddEditors(List<JsonObject> spaces, Random chance)
    {
        for (var i = 0; i < Editors; i++)
        {
            List<Held> mine =
            [
                .. spaces
                    .Skip(i * SpacesEach)
                    .Take(SpacesEach)
                    .Select(record => new Held(record.DeepClone().AsObject())),
            ];
            Spaces.AddRange(mine);
            AllEditors.Add(new(As("officer", i), mine, new(chance.Next()), Add(Writes), Findings));
            Work(AllEditors[^1].Run, Writes[^1]);
        }
    }

    private void AddSearcher(int first, Random chance) =>
        Work(new Searcher(As("officer", first), chance, Add(Searches)).Run, Searches[^1]);

    private void AddMover(List<string> spaces, string name)
    {
        Movers.Add(new(new(As("officer", 0), As("enterprise", 1), As("owner", 0)), spaces, name, Add(Moves), Findings));
        Work(Movers[^1].Run, Moves[^1]);
    }

    private async Task AddWatchers()
    {
        var officer = As("officer", 0);
        for (var i = 0; i < 6; i++)
        {
            var demand = $"watched-{i % 3}";
            await Watched(officer, demand, 100 + (i % 3 * 100));
            var log = new WriteLog();
            Watches.Add((new(_hosts, _tokens[i < 4 ? "officer" : "enterprise"], demand, i, log), log));
            var watcher = Watches[^1].Watcher;
            _watching.Add(Task.Run(() => watcher.Run(_watch.Token)));
        }
    }

    private static async Task Watched(Front officer, string demand, int area)
    {
        var body = JsonNode.Parse(
            $$"""
            {"board":"sites","owner":"enterprises/e1","name":"watched","notifyAbove":0,"criteria":[
              {"attribute":"area","op":"atLeast","limit":{{area}}},{"attribute":"rent","op":"atMost","limit":{{150
                + area}},"ideal":50}]}
            """
        );
        var answer = await officer.Ask("PUT", $"/api/demands/{demand}", body);
        // An earlier load may have created it.
        if (!answer.IsGood && answer.Status != 412)
            throw new InvalidOperationException($"{answer.Kind} {answer.Text}");
    }
}
