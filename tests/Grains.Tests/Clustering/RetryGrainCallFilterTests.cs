using System.Reflection;
using System.Threading.Channels;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Silo.Clustering;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaker.Grains.Tests.Clustering;

public sealed class RetryGrainCallFilterTests
{
    private static readonly StoreException StoreFailure = new("away");

    private readonly RecordedTime _time = new();

    [Fact]
    public async Task A_repeatable_call_is_repeated_for_8_seconds_with_delays_that_double_from_50_to_400_ms()
    {
        var call = Call.To(nameof(IKeyRingGrain.Keys), _ => throw StoreFailure);
        var work = new RetryGrainCallFilter(_time).Invoke(call);
        var delays = new List<int>();
        while (await _time.NextDelay(work) is { } delay)
        {
            delays.Add((int)delay.TotalMilliseconds);
            _time.Advance(delay);
        }

        Assert.Same(StoreFailure, await Assert.ThrowsAsync<StoreException>(() => work));
        // 50 + 100 + 200 ms, then 400 ms each until 8 s are over.
        Assert.Equal([50, 100, 200, .. Enumerable.Repeat(400, 20)], delays);
        Assert.Equal(delays.Count + 1, Call.AttemptsOf(call));
    }

    [Fact]
    public async Task A_call_that_may_have_happened_is_not_repeated_unless_its_method_is_repeatable()
    {
        var call = Call.To(nameof(IKeyRingGrain.Store), _ => throw StoreFailure);
        await Assert.ThrowsAsync<StoreException>(() => new RetryGrainCallFilter(_time).Invoke(call));
        Assert.Equal(1, Call.AttemptsOf(call));
    }

    [Fact]
    public async Task A_call_that_surely_did_not_happen_is_repeated_whatever_its_method()
    {
        var call = Call.To(
            nameof(IKeyRingGrain.Store),
            attempt => attempt == 1 ? throw new GatewayTooBusyException() : Task.CompletedTask
        );
        var work = new RetryGrainCallFilter(_time).Invoke(call);
        _time.Advance((await _time.NextDelay(work))!.Value);
        await work;
        Assert.Equal(2, Call.AttemptsOf(call));
    }

    [Fact]
    public async Task A_write_whose_silo_went_away_is_repeated_as_a_second_try()
    {
        var tries = new List<bool>();
        var call = Call.To(
            typeof(IBuildingGrain).GetMethod(nameof(IBuildingGrain.PutSpace))!,
            attempt =>
            {
                tries.Add(SecondTry.Take());
                return attempt == 1 ? throw new SiloUnavailableException() : Task.CompletedTask;
            }
        );
        var work = new RetryGrainCallFilter(_time).Invoke(call);
        _time.Advance((await _time.NextDelay(work))!.Value);
        await work;
        Assert.Equal([false, true], tries);
        Assert.False(SecondTry.Take());
    }

    [Fact]
    public async Task A_write_that_the_store_did_not_answer_is_not_repeated()
    {
        var call = Call.To(typeof(IBuildingGrain).GetMethod(nameof(IBuildingGrain.PutSpace))!, _ => throw StoreFailure);
        await Assert.ThrowsAsync<StoreException>(() => new RetryGrainCallFilter(_time).Invoke(call));
        Assert.Equal(1, Call.AttemptsOf(call));
    }

    [Fact]
    public async Task A_first_timeout_is_repeated_once_however_long_it_took()
    {
        var call = Call.To(
            nameof(IKeyRingGrain.Keys),
            _ =>
            {
                _time.Advance(TimeSpan.FromSeconds(10));
                throw new TimeoutException();
            }
        );
        var work = new RetryGrainCallFilter(_time).Invoke(call);
        _time.Advance((await _time.NextDelay(work))!.Value);
        await Assert.ThrowsAsync<TimeoutException>(() => work);
        Assert.Equal(2, Call.AttemptsOf(call));
    }

    /// <summary>A clock that reports each delay that somebody begins.</summary>
    private sealed class RecordedTime : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero)
                _delays.Writer.TryWrite(dueTime);
            return timer;
        }

        /// <summary>The next delay that the work begins; null: the work has ended.</summary>
        public async Task<TimeSpan?> NextDelay(Task work)
        {
            var next = _delays.Reader.ReadAsync().AsTask();
            return await Task.WhenAny(next, work) == next ? await next : null;
        }
    }

    /// <summary>An outgoing call, answered by the test.</summary>
    public class Call : DispatchProxy
    {
        private MethodInfo? _method;
        private Func<int, Task> _answer = _ => Task.CompletedTask;
        private int _attempts;

        public static IOutgoingGrainCallContext To(string keyRingMethod, Func<int, Task> answer) =>
            To(typeof(IKeyRingGrain).GetMethod(keyRingMethod)!, answer);

        public static IOutgoingGrainCallContext To(MethodInfo method, Func<int, Task> answer)
        {
            var context = Create<IOutgoingGrainCallContext, Call>();
            ((Call)(object)context)._method = method;
            ((Call)(object)context)._answer = answer;
            return context;
        }

        public static int AttemptsOf(IOutgoingGrainCallContext context) => ((Call)(object)context)._attempts;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name switch
            {
                nameof(IOutgoingGrainCallContext.Invoke) => _answer(++_attempts),
                "get_InterfaceMethod" => _method,
                _ => throw new NotSupportedException(targetMethod.Name),
            };
    }
}
