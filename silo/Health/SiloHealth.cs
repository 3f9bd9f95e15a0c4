using Matchmaker.Contracts.Clock;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Storage;
using Matchmaker.Silo.Clustering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo.Health;

/// <summary>
/// A silo's health over HTTP. <c>/health/live</c>: the process answers. <c>/health/ready</c>: the silo is an active
/// member of the cluster and its database can be written; the body holds what the operator has to do soon.
/// </summary>
internal static class SiloHealth
{
    /// <summary>Listens where the cluster's settings say; ASP.NET Core's own settings (urls) have no effect.</summary>
    public static void ListenForHealth(this WebApplicationBuilder builder, ClusterSettings settings)
    {
        // Probes come every few seconds: a log line for each would hide the rest.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Address, settings.HealthPort));
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet(
            "/health/ready",
            async (
                ISiloStatusOracle silos,
                StoreHealth store,
                HolidayTable holidays,
                TimeProvider time,
                IHostApplicationLifetime lifetime
            ) =>
                !lifetime.ApplicationStopping.IsCancellationRequested
                && silos.CurrentStatus is SiloStatus.Active
                && await store.Fault() is null
                    ? Results.Ok(new { warnings = Warnings(holidays, time) })
                    : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        );
    }

    private static string[] Warnings(HolidayTable holidays, TimeProvider time) =>
        holidays.Warning(time.Today()) is { } warning ? [warning] : [];
}
