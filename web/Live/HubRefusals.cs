using System.Collections.Concurrent;
using System.Reflection;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>
/// Checks the arguments of every hub call in one place, and logs a refused call in one line. SignalR's own log, which
/// writes a stack trace for each, is silent.
/// </summary>
internal sealed partial class HubRefusals(ILogger<HubRefusals> log) : IHubFilter
{
    private const int MaxLength = 300;

    private static readonly string[] Silent =
    [
        "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher",
        "Microsoft.AspNetCore.SignalR.HubConnectionHandler",
    ];

    private static readonly ConcurrentDictionary<MethodInfo, bool[]> Optional = new();

    /// <summary>Keeps SignalR from logging what this filter logs, at every log level.</summary>
    public static void Silence(ILoggingBuilder logging)
    {
        foreach (var category in Silent)
            logging.AddFilter(category, LogLevel.None);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        var method = invocationContext.HubMethod;
        try
        {
            if (!AreFit(method, invocationContext.HubMethodArguments))
                throw new HubException(LiveHub.NotFound);
            return await next(invocationContext);
        }
        catch (HubException refused)
        {
            LogRefused(log, method.Name, refused.Message);
            throw;
        }
        catch (NotFoundException)
        {
            LogRefused(log, method.Name, LiveHub.NotFound);
            throw new HubException(LiveHub.NotFound);
        }
        catch (Exception failure) when (ClusterFaults.Is(failure))
        {
            LogUnavailable(log, method.Name, failure.GetType().Name);
            throw;
        }
        catch (Exception failure)
        {
            LogFailed(log, method.Name, failure);
            throw;
        }
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (ClusterFaults.Is(failure))
        {
            LogUnavailable(log, "connect", failure.GetType().Name);
            throw;
        }
        catch (Exception failure)
        {
            LogFailed(log, "connect", failure);
            throw;
        }
    }

    public async Task OnDisconnectedAsync(
        HubLifetimeContext context,
        Exception? exception,
        Func<HubLifetimeContext, Exception?, Task> next
    )
    {
        // A message that is too large or not of the protocol ends its connection.
        if (exception is InvalidDataException)
            LogRefused(log, "message", "notOfTheProtocol");
        else if (exception is not null && !ClusterFaults.Is(exception))
            LogFailed(log, "disconnect", exception);
        try
        {
            await next(context, exception);
        }
        catch (Exception failure) when (ClusterFaults.Is(failure))
        {
            LogUnavailable(log, "disconnect", failure.GetType().Name);
        }
    }

    private static bool AreFit(MethodInfo method, IReadOnlyList<object?> arguments)
    {
        var optional = Optional.GetOrAdd(method, OptionalOf);
        return arguments
            .Select(
                (argument, index) => argument is null ? optional[index] : argument is not string text || IsFit(text)
            )
            .All(fits => fits);
    }

    private static bool IsFit(string text) => text.Length <= MaxLength && StorableText.IsName(text);

    private static bool[] OptionalOf(MethodInfo method)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. method
                .GetParameters()
                .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
                .Select(parameter => nullability.Create(parameter).WriteState != NullabilityState.NotNull),
        ];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub refused {Method}: {Reason}")]
    private static partial void LogRefused(ILogger log, string method, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub could not serve {Method} now: {Failure}")]
    private static partial void LogUnavailable(ILogger log, string method, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The hub failed at {Method}")]
    private static partial void LogFailed(ILogger log, string method, Exception failure);
}
