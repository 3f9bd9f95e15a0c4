using System.Text.Json.Nodes;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>The three who take part in an introduction, each with their way in.</summary>
internal sealed record Cast(Front Officer, Front Enterprise, Front Owner);

/// <summary>
/// Brings the sample enterprise together with the sample owner, space by space, each introduction through all its
/// states.
/// </summary>
/// <param name="spaces">Ids of public, vacant spaces of the owner's.</param>
internal sealed class LoadEditor(Cast cast, IReadOnlyList<string> spaces, string name, WriteLog log, Findings findings)
{
    private const string Meeting = """{"at":"2031-03-04T10:00:00+08:00","place":"12 Hung To Road, Kwun Tong"}""";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The last state that each introduction is known to have come to, by its id.</summary>
    public IReadOnlyDictionary<string, string> Known => _known;

    public async Task Run(CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var demand = $"{name}-{i / spaces.Count}";
            if (i % spaces.Count == 0)
                await Demand(demand);
            await Introduce(demand, spaces[i % spaces.Count], stop);
        }
    }

    private async Task Introduce(string demand, string space, CancellationToken stop)
    {
        var id = await Suggest(demand, space);
        (Front Who, string Verb, string? Body, string State)[] acts =
        [
            (cast.Officer, "offer", "{}", "offered"),
            (cast.Enterprise, "consent", "{}", "offered"),
            (cast.Owner, "consent", "{}", "agreed"),
            (cast.Officer, "introduce", null, "introduced"),
            (cast.Officer, "meet", Meeting, "underway"),
            (cast.Officer, "conclude", """{"outcome":"noFit","reason":"Too far."}""", "concluded"),
        ];
        foreach (var (who, verb, body, state) in acts)
        {
            if (stop.IsCancellationRequested)
                return;
            await Act(id, who, verb, body, state);
            await Eventually.Pause(Pause, CancellationToken.None);
        }
    }

    private Task Demand(string demand) =>
        Eventually.Until(
            $"the demand {demand} is there",
            async () =>
            {
                var answer = await cast.Enterprise.Ask(
                    "PUT",
                    $"/api/demands/{demand}",
                    JsonNode.Parse("""{"board":"sites","name":"Pumps","notifyAbove":100,"criteria":[]}""")
                );
                if (answer.IsGood || answer.Status == 412)
                    return true;
                log.Failed(answer.Kind);
                return false;
            },
            Longest,
            Retry
        );

    private async Task<string> Suggest(string demand, string space)
    {
        var id = "";
        await Eventually.Until(
            $"{space} is suggested for {demand}",
            async () =>
            {
                var body = new JsonObject { ["demand"] = demand, ["match"] = space };
                var answer = await cast.Enterprise.Ask("POST", "/api/introductions", body, key: $"{demand} {space}");
                if (!answer.IsGood)
                {
                    log.Failed(answer.Status is 0 or >= 500 ? answer.Kind : $"{answer.Kind} {answer.Text}");
                    return false;
                }

                id = (string)answer.Json["id"]!;
                return true;
            },
            Longest,
            Retry
        );
        Moved(id, "suggested");
        return id;
    }

    private Task Act(string id, Front who, string verb, string? body, string state) =>
        Eventually.Until(
            $"{verb} of {id}",
            async () =>
            {
                var seen = await who.Ask("GET", $"/api/introductions/{id}");
                if (!seen.IsGood)
                {
                    log.Failed($"{seen.Kind} (read)");
                    return false;
                }

                // An act whose answer was lost may have happened: the stored state counts, not the answer.
                if ((string)seen.Json["state"]! is var now && now != _known[id] && now == state)
                {
                    Moved(id, state);
                    return true;
                }

                if (now != _known[id])
                    findings.Add($"introduction {id}: {now} where {_known[id]} or {state} was due");
                var answer = await who.Ask(
                    "POST",
                    $"/api/introductions/{id}/{verb}",
                    body is null ? null : JsonNode.Parse(body),
                    seen.Version
                );
                if (!answer.IsGood)
                {
                    log.Failed(answer.Kind);
                    return false;
                }

                if ((string)answer.Json["state"]! is var then && then != state)
                    findings.Add($"introduction {id}: {verb} of {now} led to {then}, not {state}");
                Moved(id, state);
                return true;
            },
            Longest,
            Retry
        );

    private void Moved(string id, string state)
    {
        _known[id] = state;
        log.Succeeded();
    }
}
