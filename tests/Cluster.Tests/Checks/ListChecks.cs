using System.Text.Json;
using Matchmaker.Cluster.Tests.Load;

namespace Matchmaker.Cluster.Tests.Checks;

/// <summary>What watchers hold equals what a fresh request gives, once the feed is quiet.</summary>
internal static class ListChecks
{
    public static async Task<IEnumerable<string>> Lists(IReadOnlyList<Uri> hosts, IEnumerable<LiveWatcher> watchers)
    {
        var wrong = new List<string>();
        foreach (var watcher in watchers)
        {
            using var front = new Front(hosts, watcher.Token, 0);
            string? difference = null;
            try
            {
                await Eventually.Until(
                    "the watcher holds what a fresh request gives",
                    async () => (difference = await Difference(front, watcher)) is null
                );
            }
            catch (TimeoutException)
            {
                wrong.Add(
                    $"a watcher of {watcher.Demand} at {watcher.Host.Host} ({watcher.Gaps} gaps seen): {difference}"
                );
            }
        }

        return wrong;
    }

    /// <returns>Null: none.</returns>
    private static async Task<string?> Difference(Front front, LiveWatcher watcher)
    {
        var answer = await front.Ask("GET", $"/api/demands/{watcher.Demand}/matches?top=500");
        if (!answer.IsGood)
            return answer.Kind;
        using var document = JsonDocument.Parse(answer.Text);
        var fresh = document
            .RootElement.GetProperty("matches")
            .EnumerateArray()
            .ToDictionary(match => match.GetProperty("id").GetString()!, match => match.GetRawText());
        var (held, last) = (watcher.List, watcher.Last);
        var different = fresh
            .Keys.Union(held.Keys)
            .Count(id => fresh.GetValueOrDefault(id) != held.GetValueOrDefault(id));
        var sequence = document.RootElement.GetProperty("sequence").GetInt64();
        return different == 0 && sequence == last
            ? null
            : $"{different} of {fresh.Count} matches differ; it holds number {last}, the feed is at {sequence}";
    }
}
