namespace Matchmaker.Web.Tests.Operation;

/// <summary>What operators see of the system's work, and what they do not.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Secret = "SECRETSECRETSECRET";

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-telemetry").FullName;

    private string Database => $"Data Source={Path.Combine(_folder, "t.db")}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_trace_leads_from_a_request_through_the_grains_to_the_database_and_holds_no_secret()
    {
        using var collector = new Collector();
        await using var web = await WebProcess
            .Run(
                Database,
                ["--sample", "20", "--no-history"],
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_BSP_SCHEDULE_DELAY", "200"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "500")
            )
            .Ready();
        using var http = await Officer(web);

        http.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        Assert.Equal(201, await http.Send("PUT", "/api/buildings/traced", "{}").Status());
        await http.GetAsync($"/tc/invitation?token={Secret}");
        await http.GetAsync($"/live?access_token={Secret}");
        await http.GetAsync($"/api/accounts/{Secret}%40x.hk");

        await Eventually.Until(
            "the trace leads from the request through the grains to the database",
            () =>
                collector.Spans(Trace) is var spans
                && spans.Contains(("Microsoft.AspNetCore", "PUT /api/buildings/{id}"))
                && spans.Exists(span => span.Scope == "Microsoft.Orleans.Application")
                && spans.Contains(("Matchmaker", "database write"))
        );
        await Eventually.Until(
            "every request has its span",
            () => collector.Spans(Trace).Count(span => span.Scope == "Microsoft.AspNetCore") >= 4
        );
        foreach (
            var measure in new[]
            {
                "matchmaker.journal.commit.duration",
                "matchmaker.index.lag",
                "matchmaker.live.messages",
                "http.server.request.duration",
            }
        )
            await Eventually.Until($"{measure} is sent", () => collector.Holds(measure));
        Assert.Equal([], collector.Around(Secret));
        // The log of who came in names them; what is counted and traced does not.
        Assert.Equal(
            [],
            collector.Around("officer@sample").Where(place => !place.StartsWith("/v1/logs", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Nothing_is_exported_without_a_configured_endpoint()
    {
        using var collector = new Collector();
        await using var web = await WebProcess
            .Run(
                Database,
                ["--sample", "20", "--no-history"],
                ("OTEL_BSP_SCHEDULE_DELAY", "100"),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            )
            .Ready();
        using var http = await Officer(web);
        Assert.Equal(201, await http.Send("PUT", "/api/buildings/untraced", "{}").Status());
        // An exporter sends all that it still holds before its process ends.
        Assert.Equal(0, await web.Stop());
        Assert.True(collector.IsEmpty);
    }

    private static async Task<HttpClient> Officer(WebProcess web)
    {
        var http = new HttpClient { BaseAddress = web.Address };
        var entry = await http.Send(
                "POST",
                "/api/sign-in?token=true",
                $$"""{"email":"officer@sample","password":"{{WebProcess.Password}}"}"""
            )
            .Json();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)entry["accessToken"]!);
        return http;
    }
}
