using Matchmaker.Contracts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Lets a starting client wait up to two minutes for a silo. Orleans runs the loop of attempts and asks this filter
/// before each; a Polly pipeline has no place in it.
/// </summary>
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
