using Dapper;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Storage;
using Matchmaker.Silo.Clustering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matchmaker.Silo.Health;

/// <summary>
/// A silo's health over HTTP. <c>/health/live</c>: the process answers. <c>/health/ready</c>: the silo is an active
/// member of the cluster and its database answers; the body holds what the operator has to do soon.
/// </summary>
internal static class SiloHealth
{
    /// <summary>Listens where the cluster's settings say; ASP.NET Core's own settings (urls) have no effect.</summary>
    public static void ListenForHealth(this WebApplicationBuilder builder, ClusterSettings settings)
    {
        // Probes come every few seconds: a log line for each would hide the rest.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Address, settings.HealthPort));
        builder.Services.AddSingleton<StoreCheck>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet(
            "/health/ready",
            async (
                ISiloStatusOracle silos,
                StoreCheck store,
                HolidayTable holidays,
                TimeProvider time,
                IHostApplicationLifetime lifetime
            ) =>
                !lifetime.ApplicationStopping.IsCancellationRequested
                && silos.CurrentStatus is SiloStatus.Active
                && await store.Answers()
                    ? Results.Ok(new { warnings = Warnings(holidays, time) })
                    : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        );
    }

    private static string[] Warnings(HolidayTable holidays, TimeProvider time) =>
        holidays.Warning(time.Today()) is { } warning ? [warning] : [];

    /// <summary>
    /// Whether the database answers; asked at most every two seconds, however often the silo is probed.
    /// </summary>
    private sealed class StoreCheck(Database database, TimeProvider time)
    {
        private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);
        private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

        private (long At, Task<bool> Answer)? _last;

        public Task<bool> Answers()
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) > MaxAge)
                _last = last = (time.GetTimestamp(), Ask());
            return last.Answer;
        }

        private async Task<bool> Ask()
        {
            try
            {
                using var timeout = new CancellationTokenSource(Timeout);
                await using var connection = await database.Open(timeout.Token);
                return await connection.ExecuteScalarAsync<int>(
                        new CommandDefinition("SELECT 1", cancellationToken: timeout.Token)
                    ) == 1;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                return false;
            }
        }
    }
}
