using System.Globalization;
using System.Text;

namespace Matchmaker.Web.Tests.Operation;

/// <summary>A host that is told to stop during a long import.</summary>
public sealed class StopTests : IDisposable
{
    private const int Rows = 20_000;
    private const int Few = 500;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-stop").FullName;

    private string Database => $"Data Source={Path.Combine(_folder, "stop.db")}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SIGTERM_stops_a_long_import_at_a_rows_end_and_its_rows_can_be_imported_again()
    {
        await using (var web = await WebProcess.Run(Database, ["--sample", "5", "--no-history"]).Ready())
        {
            using var officer = await Officer(web);
            var importing = Import(officer);
            await Eventually.Until(
                "the first rows are stored",
                async () =>
                    (await officer.GetStringAnyway("/api/buildings?q=long-&limit=1")).Contains(
                        "long-",
                        StringComparison.Ordinal
                    )
            );
            var clock = TimeProvider.System.GetTimestamp();
            Assert.Equal(0, await web.Stop());
            Bounds.AtMost(Soon, TimeProvider.System.GetElapsedTime(clock), "stopping during an import");
            Assert.NotEqual(200, await importing);
        }

        var (code, output, _) = await Command.Try(
            "env",
            $"Matchmaker__Database={Database}",
            "dotnet",
            Built.Silo,
            "verify-log"
        );
        Assert.Equal((0, true), (code, output.Contains("all whole", StringComparison.Ordinal)));

        await using var again = await WebProcess.Run(Database, ["--sample", "5", "--no-history"]).Ready();
        using var second = await Officer(again);
        using var answer = await Send(second, [.. Enumerable.Range(0, Few), .. Enumerable.Range(Rows - Few, Few)]);
        var report = await answer.Json();
        Assert.Equal(2 * Few, (int)report["created"]! + (int)report["unchanged"]!);
        Assert.InRange((int)report["unchanged"]!, 1, Few); // of those that were stored before
        Assert.InRange((int)report["created"]!, Few, 2 * Few - 1);
    }

    internal static async Task<HttpClient> Officer(WebProcess web)
    {
        var http = new HttpClient { BaseAddress = web.Address, Timeout = TimeSpan.FromMinutes(5) };
        var entry = await http.Send(
                "POST",
                "/api/sign-in?token=true",
                $$"""{"email":"officer@sample","password":"{{WebProcess.Password}}"}"""
            )
            .Json();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)entry["accessToken"]!);
        return http;
    }

    /// <returns>The answer's status; 0: there was none.</returns>
    private static async Task<int> Import(HttpClient http)
    {
        try
        {
            using var answer = await Send(http, Enumerable.Range(0, Rows));
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private static async Task<HttpResponseMessage> Send(HttpClient http, IEnumerable<int> rows)
    {
        var csv = new StringBuilder("id,name_en\n");
        foreach (var row in rows)
            csv.Append(CultureInfo.InvariantCulture, $"long-{row},Building {row}\n");
        using var content = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv");
        return await http.PostAsync("/api/imports/buildings", content);
    }
}
