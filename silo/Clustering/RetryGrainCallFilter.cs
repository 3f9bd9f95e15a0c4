using Matchmaker.Contracts.Records;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Makes a call again that failed because a silo or the database went away. One that surely did not happen is always made again; one that may
/// have happened only where that does no harm.
/// </summary>
internal sealed class RetryGrainCallFilter(TimeProvider time) : IOutgoingGrainCallFilter
{
    // Because a silent silo is given up after some seconds; whoever waits for the answer waits no longer than for one call.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var (start, isFirst) = (time.GetTimestamp(), true);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception failure)
                when (MayGoBetter(context, failure)
                    && (time.GetElapsedTime(start) < MaxWait || (isFirst && failure is TimeoutException))
                )
            {
                isFirst = false;
                await Task.Delay(pause, time);
            }
        }
    }

    private static bool MayGoBetter(IOutgoingGrainCallContext context, Exception failure) =>
        failure switch
        {
            // Because it may have gone to a silo that died before it could answer.
            SiloUnavailableException => IsRepeatable(context),
            OrleansMessageRejectionException or GatewayTooBusyException => true,
            StoreException => IsRepeatable(context),
            // Because a frozen silo costs one call its whole time; the next goes elsewhere.
            TimeoutException => IsRepeatable(context),
            _ => false,
        };

    private static bool IsRepeatable(IOutgoingGrainCallContext context) =>
        context.InterfaceMethod?.IsDefined(typeof(RepeatableAttribute), inherit: false) == true;
}
