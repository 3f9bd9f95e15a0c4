using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Health;

/// <summary>Live: the process answers. Ready: so do the silo and the database.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => Results.Ok()).WithSummary("The process runs");
        health.MapGet("/ready", GetReady).WithSummary("Requests can be served");
    }

    private static async Task<IResult> GetReady(
        IGrainFactory grains,
        IHostApplicationLifetime lifetime,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        try
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                throw new StoreException("stopping");
            await grains.KeyRing().ReachStore(cancellation).WaitAsync(TimeSpan.FromSeconds(3), cancellation);
            return Results.Ok();
        }
        catch (Exception failure) when (failure is StoreException or TimeoutException or OrleansException)
        {
            response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
