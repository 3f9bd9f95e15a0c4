using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Grains.Clock;

/// <summary>Ticks by one durable reminder. Each tick wakes the grains that have work due, one by one.</summary>
internal sealed partial class ClockGrain(TimeProvider time, ILogger<ClockGrain> log) : Grain, IClockGrain, IRemindable
{
    private const string Name = "tick";
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public Task Start() => this.RegisterOrUpdateReminder(Name, Period, Period);

    public Task ReceiveReminder(string reminderName, TickStatus status) => Tick();

    public async Task Tick()
    {
        await Try("the outbox", () => GrainFactory.Outbox().Wake());
        await Try("introductions", Remind);
        await Try("holds", () => GrainFactory.Holds().EndDue());
        await Try("programmes", () => GrainFactory.Programmes().NotifyApplicants());
        await Try("upgrades", () => GrainFactory.Upgrades().NotifyFirms());
        await Try("digests", () => GrainFactory.Digests().Send());
        await Try("uploads", () => GrainFactory.Uploads().Purge());
        await Try("the witness", () => GrainFactory.Witness().Testify());
    }

    private async Task Remind()
    {
        foreach (var id in await GrainFactory.Desk().Due(time.GetUtcNow()))
            await Try(id, () => GrainFactory.Introduction(id).Remind());
    }

    // A failure must not stop the other grains; the next tick repeats the work.
    private async Task Try(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            LogFailed(log, what, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock could not wake {What}; the next tick repeats it")]
    private static partial void LogFailed(ILogger log, string what, Exception failure);
}
