using Matchmaker.Contracts;
using Matchmaker.Grains;

namespace Matchmaker.Silo.Clustering;

/// <summary>Has a client that starts wait until the cluster has a silo, but not for ever.</summary>
internal sealed class FirstSilo(TimeProvider time) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly long _start = time.GetTimestamp();

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_start) > Patience)
            throw new SettingException(
                Database.Setting,
                $"no silo of the cluster answers: {exception.Message.ReplaceLineEndings(" ")}",
                exception
            );
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }
}
