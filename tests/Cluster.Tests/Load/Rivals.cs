using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>Writers that all want the same few spaces, through web hosts that do not know each other.</summary>
/// <param name="tokens">An officer's, one for each web host.</param>
internal sealed class Rivals(string[] tokens)
{
    private const int Spaces = 5;
    private const int LeastDone = 10;

    private readonly ConcurrentBag<(string Host, string Space, long Version, string Source)> _done = [];
    private readonly ConcurrentDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _first = new(StringComparer.Ordinal);

    /// <summary>The writes that were acknowledged: by which host, and as which version.</summary>
    public IReadOnlyCollection<(string Host, string Space, long Version, string Source)> Done => _done;

    /// <summary>What became of the others, by status.</summary>
    public string Refusals =>
        string.Join(
            ", ",
            _refusals.OrderBy(refusal => refusal.Key).Select(refusal => $"{refusal.Value} × {refusal.Key}")
        );

    /// <param name="each">Writers at each host.</param>
    /// <param name="length">For how long at least: a busy machine needs more until each host has succeeded often
    /// enough.</param>
    public async Task Write(IReadOnlyList<WebProcess> webs, int each, TimeSpan length)
    {
        using var front = new Front([webs[0].Address], tokens[0], 0);
        var paths = (await front.Ask("GET", $"/api/spaces?limit={Spaces}")).Json["items"]!
            .AsArray()
            .Select(node => (string)node!["id"]!)
            .ToList();
        using var stop = new CancellationTokenSource();
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, each * webs.Count)
                .Select(i => Task.Run(() => Write(webs[i % webs.Count], tokens[i % webs.Count], i, paths, stop.Token)))
        );
        await Eventually.Pause(length);
        await Eventually.Until(
            $"each host has written {LeastDone} times",
            () => webs.All(web => _done.Count(done => done.Host == web.Address.Host) >= LeastDone)
        );
        await stop.CancelAsync();
        await writing;
    }

    /// <summary>What the store has otherwise than it was acknowledged.</summary>
    public async Task<IReadOnlyList<string>> Wrong(NpgsqlConnection store)
    {
        var wrong = _done
            .GroupBy(done => (done.Space, done.Version))
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: acknowledged to {string.Join(" and ", same.Select(done => done.Source))}")
            .ToList();
        foreach (var (space, first) in _first)
        {
            var rows = (
                await store.QueryAsync<(long Version, string Source)>(
                    "SELECT version, after::jsonb->>'source' FROM journal WHERE kind = 'space' AND id = @space AND version > @first ORDER BY sequence",
                    new { space, first }
                )
            ).ToList();
            if (
                !rows.Select(row => row.Version).SequenceEqual(Enumerable.Range(1, rows.Count).Select(i => first + i))
                || rows.DistinctBy(row => row.Source).Count() != rows.Count
            )
                wrong.Add($"{space}: {string.Join(", ", rows)} after version {first}");
            wrong.AddRange(
                _done
                    .Where(done => done.Space == space && !rows.Contains((done.Version, done.Source)))
                    .Select(done => $"{done} was acknowledged and is not there")
            );
        }

        return wrong;
    }

    private async Task Write(WebProcess web, string token, int writer, List<string> spaces, CancellationToken stop)
    {
        using var front = new Front([web.Address], token, 0);
        var chance = new Random(writer);
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var space = spaces[chance.Next(spaces.Count)];
            var path = $"/api/buildings/{space.Replace("/", "/spaces/", StringComparison.Ordinal)}";
            var read = await front.Ask("GET", path);
            if (read.IsGood)
                await Write(front, web, path, read.Json, $"writer {writer}, {i}");
            else
                _refusals.AddOrUpdate($"{read.Kind} (read)", 1, (_, count) => count + 1);
        }
    }

    private async Task Write(Front front, WebProcess web, string path, JsonObject body, string source)
    {
        var (space, version) = ((string)body["id"]!, (long)body["version"]!);
        _first.AddOrUpdate(space, version, (_, known) => Math.Min(known, version));
        body["source"] = source;
        var answer = await front.Ask("PUT", path, body, version);
        if (answer.IsGood)
            _done.Add((web.Address.Host, space, answer.Version, source));
        else
            _refusals.AddOrUpdate(answer.Kind, 1, (_, count) => count + 1);
    }
}
