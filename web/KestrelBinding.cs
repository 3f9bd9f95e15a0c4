using Matchmaker.Web.Load;
using Matchmaker.Web.Security;

namespace Matchmaker.Web;

/// <summary>The server's default address and limits.</summary>
internal static class KestrelBinding
{
    private const string Default = "http://localhost:5080";
    private const long MaxBodySize = 1024 * 1024;

    // Half-open pages hold a connection of the hub each, and must leave some to everybody else.
    private const int MaxUpgraded = AddressConnections.InAll * 3 / 4;
    private const double BytesPerSecond = 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);

    // Longer than proxies keep an idle connection, which would else send a request into its end.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(75);

    public static void Configure(WebApplicationBuilder builder, TrustedProxies proxies)
    {
        // Set in code: a default in appsettings.json would override ASPNETCORE_URLS.
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(Default);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodySize;
            options.Limits.MaxConcurrentConnections = AddressConnections.InAll;
            options.Limits.MaxConcurrentUpgradedConnections = MaxUpgraded;
            options.Limits.MinRequestBodyDataRate = new(BytesPerSecond, Grace);
            options.Limits.MinResponseDataRate = new(BytesPerSecond, Grace);
            options.Limits.RequestHeadersTimeout = HeadersTime;
            options.Limits.KeepAliveTimeout = IdleTime;
            var connections = new AddressConnections(proxies);
            options.ConfigureEndpointDefaults(listen => listen.Use(connections.Bound));
        });
    }
}
