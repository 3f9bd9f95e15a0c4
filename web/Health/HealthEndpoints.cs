using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Web.Health;

/// <summary>
/// Live: the process answers. Ready: the silo answers, and the database can be written and has no damaged page.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => Results.Ok()).WithSummary("Whether the process runs");
        health
            .MapGet("/ready", GetReady)
            .WithSummary("Whether the system can serve requests, and what its operator has to do soon")
            .Produces<Readiness>();
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
                throw new StoreException("the process is stopping");
            await grains.KeyRing().ReachStore(cancellation).WaitAsync(Timeout, cancellation);
            return Results.Ok(new Readiness(await Warnings(grains, cancellation)));
        }
        catch (Exception failure) when (ClusterFaults.Is(failure))
        {
            response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<ImmutableArray<string>> Warnings(IGrainFactory grains, CancellationToken cancellation)
    {
        try
        {
            return await grains.Calendar().Warning().WaitAsync(Timeout, cancellation) is { } warning ? [warning] : [];
        }
        catch (Exception failure) when (ClusterFaults.Is(failure) || failure is ArgumentException)
        {
            return []; // A silo of an earlier release has no such grain, and a warning never makes a host unready.
        }
    }
}

/// <param name="Warnings">What an operator has to do soon; empty: nothing.</param>
public sealed record Readiness(ImmutableArray<string> Warnings);
