using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.NonInterference;

/// <summary>
/// Leads people who are cleared for nothing through both systems in step, and holds what they are told against each
/// other: each answer, each header, each message. A difference ends the walk with its seed, its step and both texts.
/// </summary>
internal sealed class RequestGenerator : IAsyncDisposable
{
    public static readonly string[] People =
    [
        "anonymous",
        "enterprise@sample",
        "firm@sample",
        "owner@sample",
        TwinSystems.Uncleared,
        "admin@sample",
    ];

    // What follows a change may come later in one system than in the other; a difference that stays is a finding.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Plainly = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TwinSystems _twins;
    private readonly int _seed;
    private readonly Telling[] _telling;
    private readonly Dictionary<string, string>[] _cursors = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly Dictionary<string, EventRecorder[]> _ears = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _compared = new(StringComparer.Ordinal);

    private string _first = "";

    private RequestGenerator(TwinSystems twins, int seed)
    {
        (_twins, _seed) = (twins, seed);
        _telling = [new(twins.Plain.Address), new(twins.Busy.Address)];
    }

    public int Steps { get; private set; }

    /// <summary>How many messages were the same.</summary>
    public int Messages { get; private set; }

    /// <summary>How often each status was answered.</summary>
    public SortedDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    public static async Task<RequestGenerator> Begin(TwinSystems twins, int seed)
    {
        var walk = new RequestGenerator(twins, seed);
        foreach (var who in People.Skip(1))
            walk._ears[who] = [await EventRecorder.Open(twins.Plain, who), await EventRecorder.Open(twins.Busy, who)];
        var found = await walk.Take(new Request("admin@sample", "GET", "/api/demands/d2/matches?top=1"));
        walk._first = (string)found.Body!["matches"]![0]!["id"]!;
        return walk;
    }

    /// <summary>Sends one request to both.</summary>
    /// <returns>What the plain system answered.</returns>
    public async Task<Answered> Take(Request request) => (await Take([request]))[0];

    /// <summary>Sends some at once, which must not depend on each other.</summary>
    public async Task<IReadOnlyList<Answered>> Take(IReadOnlyList<Request> requests)
    {
        var pairs = await Task.WhenAll(requests.Select(Both));
        var answers = new List<Answered>();
        foreach (var (request, pair) in requests.Zip(pairs))
            answers.Add(await Compare(request, pair));
        return answers;
    }

    /// <summary>Asks the hub of both.</summary>
    public async Task<string> Hear(string who, string method, params object?[] arguments)
    {
        async Task<string[]> Ask() => await Task.WhenAll(_ears[who].Select(ears => ears.Ask(method, arguments)));
        var pair = await Ask();
        var isDesk = method == "WatchDesk";
        if (isDesk)
            pair = await Equal(pair, Ask, Tell);
        Same($"{who} hub {method}({string.Join(", ", arguments)})", Tell(pair));
        Steps++;
        return pair[0];
    }

    /// <summary>Waits until both have told their readers all, and compares it.</summary>
    public async Task Settle()
    {
        // The desk publishes a dismissed lead before it answers, and with it everything that happened earlier.
        await Take(
            new Request(
                TwinSystems.Uncleared,
                "POST",
                "/api/desk/later",
                """{"demand":"d2","match":"<first>"}""".Replace("<first>", _first, StringComparison.Ordinal)
            )
        );
        var streams = Streams();
        streams = await Equal(
            streams,
            () => Task.FromResult(Streams()),
            heard => (Lengths(heard, 0), Lengths(heard, 1))
        );

        foreach (var (stream, heard) in streams)
        {
            var done = _compared.GetValueOrDefault(stream);
            var pair = heard
                .Select(told => told.Skip(done))
                .Select(
                    (told, which) =>
                        string.Join(
                            '\n',
                            stream.EndsWith(" Desk", StringComparison.Ordinal) ? Unordered(told, which) : told
                        )
                )
                .ToArray();
            Same($"messages from {done} of {stream}", Tell(pair));
            _compared[stream] = heard[0].Length;
            Messages += heard[0].Length - done;
        }
    }

    // Leads that one change made come in the order of the moments at which the desk looks: told are the same, one
    // number after the other.
    private List<string> Unordered(IEnumerable<string> told, int which)
    {
        var events = told.Select(text => JsonNode.Parse(text)!.AsObject()).ToList();
        var numbers = events.Select(item => (long)item["sequence"]!).ToList();
        Assert.Equal(numbers.Select((_, i) => numbers[0] + i), numbers);
        foreach (var item in events)
            item.Remove("sequence");
        return
        [
            .. events
                .Select(item => (item, key: _telling[which].Of(item.ToJsonString(Plainly))))
                .OrderBy(pair => pair.key, StringComparer.Ordinal)
                .Select(pair => pair.item.ToJsonString(Plainly)),
            $"up to {numbers.LastOrDefault()}",
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ears in _ears.Values.SelectMany(pair => pair))
            await ears.DisposeAsync();
    }

    /// <summary>Asks until both systems say the same, or for as long as a slower one may take.</summary>
    private static async Task<T> Equal<T>(T said, Func<Task<T>> ask, Func<T, (string, string)> pair)
    {
        try
        {
            await Eventually.Until(
                "both systems say the same",
                async () =>
                {
                    if (pair(said) is var (one, other) && one == other)
                        return true;
                    said = await ask();
                    return false;
                },
                Timeout
            );
        }
        catch (TimeoutException)
        {
            // The comparison that follows shows the difference.
        }

        return said;
    }

    private static string Lengths(Dictionary<string, string[][]> streams, int which) =>
        string.Join(
            ' ',
            streams.OrderBy(stream => stream.Key, StringComparer.Ordinal).Select(stream => stream.Value[which].Length)
        );

    private Dictionary<string, string[][]> Streams() =>
        _ears
            .SelectMany(pair =>
                pair.Value.SelectMany(ears => ears.Streams)
                    .Distinct(StringComparer.Ordinal)
                    .Select(key => ($"{pair.Key} {key}", pair.Value.Select(ears => ears.Heard(key)).ToArray()))
            )
            .ToDictionary(stream => stream.Item1, stream => stream.Item2, StringComparer.Ordinal);

    private async Task<string[]> Both(Request request) =>
        await Task.WhenAll(Send(_twins.Plain, _cursors[0], request), Send(_twins.Busy, _cursors[1], request));

    private static async Task<string> Send(Twin twin, Dictionary<string, string> cursors, Request request)
    {
        var path = request
            .Path.Replace(
                "{cursor}",
                Uri.EscapeDataString(cursors.GetValueOrDefault(request.Route, "")),
                StringComparison.Ordinal
            )
            .Replace("after=&", "", StringComparison.Ordinal);
        if (path.EndsWith("after=", StringComparison.Ordinal))
            path = path[..^"after=".Length];
        (string, string)[] headers =
        [
            ("Accept-Language", request.Language),
            .. request.Key is { } key ? new[] { ("Idempotency-Key", key) } : [],
        ];
        using var answer = await (await twin.As(request.Who)).Send(
            request.Method,
            path,
            request.Body,
            request.IfMatch,
            headers
        );
        return await Telling.Read(answer);
    }

    private async Task<Answered> Compare(Request request, string[] pair)
    {
        if (request.IsSlow)
            pair = await Equal(
                pair,
                () => Both(request),
                texts => Tell([.. texts.Select((text, which) => Ordered(request, text, which))])
            );
        Same($"{request}", Tell([.. pair.Select((text, which) => Ordered(request, text, which))]));
        Steps++;
        for (var i = 0; i < 2; i++)
        {
            if (request.Method == "GET" && new Answered(pair[i]).Next is { } next)
                _cursors[i][request.Route] = next;
            else
                _cursors[i].Remove(request.Route);
        }

        var answer = new Answered(pair[0]);
        Statuses[$"{answer.Status}"] = Statuses.GetValueOrDefault($"{answer.Status}") + 1;
        return answer;
    }

    // Letters of one moment stand in the order of their ids, which chance gives: a whole list is put into another
    // order, of a page only the size told. A journal tells them after everything else.
    private string Ordered(Request request, string text, int which)
    {
        var ofLetters = request.Path.StartsWith("/api/letters", StringComparison.Ordinal);
        var ofJournal = request.Path.StartsWith("/api/journal", StringComparison.Ordinal);
        if ((!ofLetters && !ofJournal) || new Answered(text).Body?["items"] is not JsonArray items)
            return text;
        var letters = items.Where(item => ofLetters || (string?)item!["kind"] == "letter").ToList();
        foreach (var letter in letters)
            letter!.AsObject().Remove("id");
        var told =
            ofLetters && request.Path.Contains('?', StringComparison.Ordinal)
                ? [$"{items.Count} and {(new Answered(text).Next is null ? "no " : "")}more"]
                : items
                    .Except(letters)
                    .Select(Plain)
                    .Concat(letters.Select(Plain).OrderBy(_telling[which].Of, StringComparer.Ordinal));
        return $"{text[..text.IndexOf("\n\n", StringComparison.Ordinal)]}\n\n{string.Join('\n', told)}";
    }

    private static string Plain(JsonNode? item) => item!.ToJsonString(Plainly);

    private (string, string) Tell(string[] pair) => (_telling[0].Of(pair[0]), _telling[1].Of(pair[1]));

    private void Same(string what, (string Plain, string Busy) told)
    {
        if (told.Plain == told.Busy)
            return;
        var at = told.Plain.Zip(told.Busy).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"Seed {_seed}, step {Steps}: {what}\nfrom character {at}\n--- plain\n{Cut(told.Plain, at)}\n--- with the project\n{Cut(told.Busy, at)}"
        );
    }

    private static string Cut(string text, int at) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 1_200)];
}

/// <summary>An answer as one of the systems gave it.</summary>
internal sealed record Answered(string Text)
{
    public int Status => int.Parse(Text[..3], System.Globalization.CultureInfo.InvariantCulture);

    public JsonNode? Body =>
        Text[(Text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..] is { Length: > 0 } body
        && body[0] == '{'
        && Text.Contains("json", StringComparison.Ordinal)
            ? JsonNode.Parse(body)
            : null;

    public string? Next => Body?["next"] is JsonValue next ? (string)next! : null;

    public string Version => $"\"{Body?["version"]}\"";
}
