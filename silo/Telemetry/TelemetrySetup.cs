using System.Diagnostics;
using Matchmaker.Grains.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Matchmaker.Silo.Telemetry;

/// <summary>
/// Traces, metrics and logs over OTLP to <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; without that setting nothing is collected
/// or sent. OpenTelemetry's other settings, such as the sampler's, apply as specified.
/// </summary>
internal static class TelemetrySetup
{
    // While this switch of ASP.NET Core is on, its spans carry no method, route and status.
    private const string SuppressRequestTags = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Without Orleans.Runtime, whose membership and timer spans drown the rest, and without SignalR, whose spans last
    // for hours.
    private static readonly string[] Sources =
    [
        "Microsoft.AspNetCore",
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Storage",
        "Npgsql",
        Metrics.Name,
    ];

    private static readonly string[] Meters =
    [
        Metrics.Name,
        "Microsoft.Orleans",
        "Npgsql",
        "System.Runtime",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.RateLimiting",
    ];

    public static bool IsOn(IConfiguration settings) => !string.IsNullOrEmpty(settings[Endpoint]);

    /// <param name="service"><c>matchmaker-silo</c> or <c>matchmaker-web</c>.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        if (!IsOn(builder.Configuration))
            return;
        AppContext.SetSwitch(SuppressRequestTags, false);
        builder.Logging.AddOpenTelemetry(logs => logs.AddOtlpExporter());
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(traces => traces.AddSource(Sources).AddProcessor(new RedactingProcessor()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }

    /// <summary>
    /// Names a request's span by its route and removes the URL, which may hold an e-mail address, an id or a secret.
    /// </summary>
    private sealed class RedactingProcessor : BaseProcessor<Activity>
    {
        private static readonly string[] Redacted =
        [
            "url.path",
            "url.query",
            "url.full",
            "http.target",
            "http.url",
            "user_agent.original",
            "client.address",
            "network.peer.address",
        ];

        public override void OnEnd(Activity data)
        {
            if (data.Kind is ActivityKind.Server && data.GetTagItem("http.request.method") is { } method)
                data.DisplayName = $"{method} {data.GetTagItem("http.route") ?? "page"}";
            // Orleans' tags hold grain keys, and an account's key is an e-mail address.
            foreach (
                var name in data
                    .TagObjects.Select(tag => tag.Key)
                    .Where(name => Redacted.Contains(name) || name.StartsWith("orleans.", StringComparison.Ordinal))
                    .ToList()
            )
                data.SetTag(name, null);
        }
    }
}
