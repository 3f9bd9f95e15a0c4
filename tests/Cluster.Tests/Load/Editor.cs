namespace Matchmaker.Cluster.Tests.Load;

/// <summary>Edits spaces that nobody else edits; where an answer fails it looks what became of the edit.</summary>
internal sealed class Editor(Front front, IReadOnlyList<Held> spaces, Random chance, WriteLog log, Findings findings)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    /// <summary>How often it read less than was acknowledged before.</summary>
    public int StaleReads { get; private set; }

    public async Task Run(CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await Edit(spaces[i % spaces.Count]);
            await Eventually.Pause(Pause, CancellationToken.None);
        }
    }

    private async Task Edit(Held space)
    {
        var edit = space.Next(chance);
        var answer = await front.Ask("PUT", space.Path, space.Body, space.Version);
        if (answer.IsGood)
        {
            space.Done(edit, answer.Version, findings);
            log.Succeeded();
            return;
        }

        log.Failed(answer.Kind);
        space.Doubt(edit);
        await Eventually.Until($"{space.Id} can be read", () => IsSettled(space), MaxWait, Retry);
    }

    private async Task<bool> IsSettled(Held space)
    {
        var read = await front.Ask("GET", space.Path);
        if (!read.IsGood)
        {
            log.Failed($"{read.Kind} (read)");
            return false;
        }

        if (space.Settle(read.Json, findings))
            return true;
        StaleReads++;
        return false;
    }
}
