using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>Registers the hub and the dispatcher that feeds it.</summary>
internal static class LiveSetup
{
    public static void AddLive(this IServiceCollection services)
    {
        services
            .AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = 32 * 1024;
                options.AddFilter<HubRefusals>();
                options.AddFilter<HubTurns>();
            })
            .AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        services.AddSingleton<HubRefusals>();
        services.AddSingleton<HubTurns>();
        services.AddHostedService<DeafConnections>();
        services.AddLogging(HubRefusals.Silence);
        services.AddSingleton<ConnectionRegistry>();
        services.AddSingleton<HubLifetimeManager<LiveHub>>(provider =>
            provider.GetRequiredService<ConnectionRegistry>()
        );
        services.AddSingleton<LiveDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveDispatcher>());
    }

    public static void MapLive(this WebApplication app) =>
        app.MapHub<LiveHub>("/live", options => options.CloseOnAuthenticationExpiration = true).DisableRequestTimeout();
}
