using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Projections;

/// <summary>
/// Compares those who asked to be told with what they were last told, in rounds of which one runs at a time. A failure
/// for one of them keeps no other; the next round tries it again.
/// </summary>
/// <param name="whom">What they are called in logs.</param>
/// <param name="ids">Brings the view up to date and lists those who asked.</param>
/// <param name="look">What one of them is to be compared by; null: it asks no more.</param>
internal sealed partial class NotifyingRounds(
    ILogger log,
    string whom,
    Func<Task<IReadOnlyList<string>>> ids,
    Func<string, NotifyingLook?> look
)
{
    private readonly Dictionary<string, object> _compared = new(StringComparer.Ordinal);
    private Task? _round;

    /// <summary>Ends with the round that runs, or else with a new one.</summary>
    public Task Run() => _round ??= RunAlone();

    public async Task TryRun(CancellationToken cancellation)
    {
        try
        {
            await Run();
        }
        catch (Exception failure)
        {
            LogNobodyNotified(log, whom, failure);
        }
    }

    private async Task RunAlone()
    {
        await Task.Yield(); // the assignment to _round comes before its end
        try
        {
            var asked = await ids();
            foreach (var id in asked)
                await TryCompare(id);
            foreach (var id in _compared.Keys.Except(asked).ToList())
                _compared.Remove(id);
        }
        finally
        {
            _round = null;
        }
    }

    private async Task TryCompare(string id)
    {
        if (look(id) is not { } now || (_compared.TryGetValue(id, out var basis) && basis.Equals(now.Basis)))
            return;
        try
        {
            await now.Compare();
            _compared[id] = now.Basis;
        }
        catch (Exception failure)
        {
            LogNotNotified(log, id, whom, failure);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Id} of the {Whom} was not told of changed answers; it is tried again in 1 s"
    )]
    private static partial void LogNotNotified(ILogger log, string id, string whom, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {Whom} were not looked at; it is tried again in 1 s")]
    private static partial void LogNobodyNotified(ILogger log, string whom, Exception failure);
}

/// <param name="Basis">What the answer rests on; while it is equal, nothing is compared again.</param>
/// <param name="Compare">Tells what changed since the last time.</param>
internal sealed record NotifyingLook(object Basis, Func<Task> Compare);
