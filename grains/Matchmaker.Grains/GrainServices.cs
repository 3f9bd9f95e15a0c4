using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matchmaker.Grains;

/// <summary>The one registration of everything that grains need.</summary>
public static class GrainServices
{
    /// <param name="database">Started (<see cref="Database.Start"/>); the host disposes it when it stops.</param>
    public static ISiloBuilder AddMatchmakerGrains(this ISiloBuilder silo, Database database)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton(_ => database);
        silo.Services.AddSingleton(services => Deadlines.Of(services.GetRequiredService<IConfiguration>()));
        silo.Services.AddSingleton<LinkSecret>();
        silo.AddIncomingGrainCallFilter<StoreTrouble>();
        return silo;
    }
}
