using Matchmaker.Contracts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Silo.Clustering;

/// <summary>Has a client that starts wait until the cluster has a silo, but not for ever.</summary>
internal sealed class ClusterConnectRetry(TimeProvider time) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly long _start = time.GetTimestamp();

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_start) > MaxWait)
            throw new SettingException(
                Database.Setting,
                $"no silo of the cluster answers: {exception.Message.ReplaceLineEndings(" ")}",
                exception
            );
        await Task.Delay(Delay, time, cancellationToken);
        return true;
    }
}
