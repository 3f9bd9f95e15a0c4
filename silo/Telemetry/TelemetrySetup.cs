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
/// Traces, metrics and logs over OTLP, where OpenTelemetry's own setting <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; else nothing is
/// gathered or sent. Its other settings, such as the sampler's, hold as its specification has them.
/// </summary>
internal static class TelemetrySetup
{
    // ASP.NET Core's switch that keeps method, route and status out of its spans, unless it is off.
    private const string Unnamed = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Orleans.Runtime is left out, because membership and timers alone would fill it; so are the hub's own spans of hours.
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

    /// <param name="service">What the process is: <c>matchmaker-silo</c>, <c>matchmaker-web</c>.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        if (!IsOn(builder.Configuration))
            return;
        AppContext.SetSwitch(Unnamed, false);
        builder.Logging.AddOpenTelemetry(logs => logs.AddOtlpExporter());
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(traces => traces.AddSource(Sources).AddProcessor(new Discreet()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }

    /// <summary>Names a request by its route and takes its address away, which may hold an e-mail address, a record's id or a secret.</summary>
    private sealed class Discreet : BaseProcessor<Activity>
    {
        private static readonly string[] Telling =
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
            // Orleans' own name the grains at both ends: an account's key is an e-mail address.
            foreach (
                var name in data
                    .TagObjects.Select(tag => tag.Key)
                    .Where(name => Telling.Contains(name) || name.StartsWith("orleans.", StringComparison.Ordinal))
                    .ToList()
            )
                data.SetTag(name, null);
        }
    }
}
