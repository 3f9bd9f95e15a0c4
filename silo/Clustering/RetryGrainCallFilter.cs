using Matchmaker.Contracts.Records;
using Polly;
using Polly.Retry;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Repeats a grain call that failed because a silo or the database went away. A call that was surely not executed is
/// always repeated; a call that may have been executed only if its method is marked <see cref="RepeatableAttribute"/>,
/// or <see cref="VersionedWriteAttribute"/> where its silo went away.
/// </summary>
internal sealed class RetryGrainCallFilter : IOutgoingGrainCallFilter
{
    // The cluster declares a silent silo dead within seconds, and a caller waits no longer for a repeated call than for
    // one.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(400);

    private static readonly ResiliencePropertyKey<IOutgoingGrainCallContext> Call = new("call");
    private static readonly ResiliencePropertyKey<long> Start = new("start");
    private static readonly ResiliencePropertyKey<bool> MayHaveBeenWritten = new("may-have-been-written");

    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _retries;

    public RetryGrainCallFilter(TimeProvider time)
    {
        _time = time;
        _retries = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = int.MaxValue,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = FirstDelay,
                    MaxDelay = MaxDelay,
                    ShouldHandle = attempt => ValueTask.FromResult(ShouldRetry(attempt)),
                }
            )
            .Build();
    }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        // A repeated call must be sent from the grain's own scheduler, as the first one is.
        var attempts = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true);
        attempts.Properties.Set(Call, context);
        attempts.Properties.Set(Start, _time.GetTimestamp());
        try
        {
            await _retries.ExecuteAsync(
                static async (attempts, call) =>
                {
                    if (attempts.Properties.GetValue(MayHaveBeenWritten, false))
                        SecondTry.Mark();
                    await call.Invoke();
                },
                attempts,
                context
            );
        }
        finally
        {
            ResilienceContextPool.Shared.Return(attempts);
        }
    }

    private bool ShouldRetry(RetryPredicateArguments<object> attempt)
    {
        var properties = attempt.Context.Properties;
        // A frozen silo costs the first call its whole timeout; the next call goes elsewhere.
        var mayWait =
            _time.GetElapsedTime(properties.GetValue(Start, 0)) < MaxWait
            || (attempt.AttemptNumber == 0 && attempt.Outcome.Exception is TimeoutException);
        var isLostWrite =
            attempt.Outcome.Exception is SiloUnavailableException
            && Is<VersionedWriteAttribute>(properties.GetValue(Call, null!));
        if (isLostWrite)
            properties.Set(MayHaveBeenWritten, true);
        return mayWait && (isLostWrite || IsTransient(attempt.Outcome.Exception, properties.GetValue(Call, null!)));
    }

    private static bool IsTransient(Exception? failure, IOutgoingGrainCallContext call) =>
        failure switch
        {
            // The call may have reached a silo that died before it could answer.
            SiloUnavailableException or StoreException or TimeoutException => Is<RepeatableAttribute>(call),
            OrleansMessageRejectionException or GatewayTooBusyException => true,
            _ => false,
        };

    private static bool Is<TMark>(IOutgoingGrainCallContext call)
        where TMark : Attribute => call.InterfaceMethod?.IsDefined(typeof(TMark), inherit: false) == true;
}
