namespace Matchmaker.Web.Load;

/// <summary>Bounds what one caller can take from the others.</summary>
internal static class LoadSetup
{
    public static void AddLoad(this IServiceCollection services)
    {
        services.AddSingleton<WorkLimits>();
        services.AddSingleton<ClientTime>();
    }

    /// <summary>Comes after authorization: who is refused sends no body and takes no permit.</summary>
    public static void UseLoad(this WebApplication app)
    {
        var (clients, limits) = (
            app.Services.GetRequiredService<ClientTime>(),
            app.Services.GetRequiredService<WorkLimits>()
        );
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use(
            async (context, next) =>
            {
                if (!WorkQueues.IsBounded(context))
                {
                    await next(context);
                    return;
                }

                if (clients.OwesReading(context))
                    throw new LoadException(isOwn: true);
                await clients.Receive(context);
                await clients.Answer(context, Work);

                async Task Work(HttpContext _)
                {
                    using var permit = await Enter(context, limits);
                    if (WorkQueues.Of(context) is WorkQueue.Import or WorkQueue.Export)
                        await UntilStop(context, next, stopping);
                    else
                        await next(context);
                }
            }
        );
    }

    /// <summary>
    /// Works on a file, which may take minutes, until the host stops: what was stored stays, and the caller may repeat
    /// it.
    /// </summary>
    private static async Task UntilStop(HttpContext context, RequestDelegate work, CancellationToken stopping)
    {
        var aborted = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        context.RequestAborted = either.Token;
        try
        {
            await work(context);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new LoadException(isOwn: false);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    private static ValueTask<IDisposable> Enter(HttpContext context, WorkLimits limits) =>
        limits.Enter(WorkQueues.Of(context), LoadCaller.Of(context), context.RequestAborted);
}
