using Dapper;
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
/// What a silo tells whoever looks after it, over HTTP: <c>/health/live</c>, the process answers; <c>/health/ready</c>, it is one of the
/// cluster's silos and its database answers. Nothing else.
/// </summary>
internal static class SiloHealth
{
    public static void ListenForHealth(this WebApplicationBuilder builder, ClusterSettings settings)
    {
        // Because a cluster's setting, and no general one of ASP.NET, says where a silo listens.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // because a line for each look would hide the rest
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.Address, settings.HealthPort));
        builder.Services.AddSingleton<StoreCheck>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet(
            "/health/ready",
            async (ISiloStatusOracle silos, StoreCheck store, IHostApplicationLifetime lifetime) =>
                !lifetime.ApplicationStopping.IsCancellationRequested
                && silos.CurrentStatus is SiloStatus.Active
                && await store.Answers()
                    ? Results.Ok()
                    : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        );
    }

    /// <summary>Whether the database answers; asked at most every two seconds, however many ask.</summary>
    private sealed class StoreCheck(Database database, TimeProvider time)
    {
        private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        private (long At, Task<bool> Answer)? _last;

        public Task<bool> Answers()
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) > Fresh)
                _last = last = (time.GetTimestamp(), Ask());
            return last.Answer;
        }

        private async Task<bool> Ask()
        {
            try
            {
                using var patience = new CancellationTokenSource(Patience);
                await using var connection = await database.Open(patience.Token);
                return await connection.ExecuteScalarAsync<int>(
                        new CommandDefinition("SELECT 1", cancellationToken: patience.Token)
                    ) == 1;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                return false;
            }
        }
    }
}
