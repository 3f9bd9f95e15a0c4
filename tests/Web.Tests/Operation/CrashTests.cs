using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Operation;

/// <summary>A host that is killed in the middle of an import.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rows = 10_000;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-crash").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_an_import_did_is_told_after_a_crash_and_it_goes_on_there()
    {
        var database = $"Data Source={Path.Combine(_folder, "crash.db")}";
        string path;
        int before;
        await using (var web = await WebProcess.Run(database, ["--sample", "5", "--no-history"]).Ready())
        {
            using var officer = await StopTests.Officer(web);
            using var file = new StringContent(File(), Encoding.UTF8, "text/csv");
            path = $"/api/uploads/{(string?)(await officer.PostAsync("/api/uploads", file).Json())["id"]}";
            await officer.Send("POST", $"{path}/import", """{"kind":"buildings"}""").Json();
            await Eventually.Until(
                "some rows are done",
                async () => (int)(await Job(officer, path))["done"]! > 0,
                Long
            );
            before = (int)(await Job(officer, path))["done"]!;
            await web.Kill();
        }

        await using var again = await WebProcess.Run(database, ["--sample", "5", "--no-history"]).Ready();
        using var second = await StopTests.Officer(again);
        var told = await Job(second, path);
        Assert.Equal(("interrupted", Rows), ((string?)told["state"], (int)told["rows"]!));
        Assert.InRange((int)told["done"]!, before, Rows - 1);
        Assert.Equal((int)told["done"]!, (int)told["report"]!["created"]!);

        await second.Send("POST", $"{path}/resume").Json();
        await Eventually.Until("it ends", async () => (string?)(await Job(second, path))["state"] != "running", Long);

        // Rows that were stored after the last report are found as they are.
        var whole = await Job(second, path);
        Assert.Equal(("done", Rows), ((string?)whole["state"], (int)whole["done"]!));
        Assert.Equal(Rows, (int)whole["report"]!["created"]! + (int)whole["report"]!["unchanged"]!);
        Assert.Empty(whole["report"]!["rejected"]!.AsArray());
    }

    private static async Task<JsonNode> Job(HttpClient http, string path) =>
        (await http.Send("GET", path).Json())["job"]!;

    private static string File()
    {
        var csv = new StringBuilder("id,name_en\n");
        for (var row = 0; row < Rows; row++)
            csv.Append(CultureInfo.InvariantCulture, $"crash-{row},Building {row}\n");
        return csv.ToString();
    }
}
