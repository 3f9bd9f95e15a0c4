using System.Text.Json.Nodes;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>Searches the board of spaces.</summary>
internal sealed class Searcher(Front front, Random chance, WriteLog log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var answer = await front.Ask("POST", "/api/boards/sites/match", Question());
            if (answer.IsGood)
                log.Succeeded();
            else
                log.Failed(answer.Kind);
            await Eventually.Pause(Pause, CancellationToken.None);
        }
    }

    private JsonNode Question() =>
        JsonNode.Parse(
            $$"""{"top":10,"criteria":[{"attribute":"area","op":"atLeast","limit":{{100 + chance.Next(400)}}},{"attribute":"rent","op":"atMost","strength":"prefer","limit":{{150 + chance.Next(200)}},"ideal":50}]}"""
        )!;
}
