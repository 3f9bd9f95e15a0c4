using System.Diagnostics;
using System.Text;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Exports;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Firms;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>The import command as a separate process, so that its memory can be measured.</summary>
[Collection(Alone)]
public sealed class LargeImportTests : IDisposable
{
    private const string Alone = "alone";
    private const int Rows = 100_000;

    // Each of these takes as long as the spaces of a CSV file; fewer show that they work, and the long run how long.
    private static readonly bool IsWhole = LongRun.IsOn || Bounds.AreOn;
    private static readonly int RowsOfWorkbook = IsWhole ? Rows : 10_000;
    private static readonly int Firms = IsWhole ? 20_000 : 2_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-large").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_hundred_thousand_spaces_are_imported_within_a_minute_and_a_gigabyte()
    {
        await Write("buildings.csv", ListingKind.Buildings, SampleData.Buildings);
        await Write("spaces.csv", ListingKind.Spaces, SampleData.Spaces(SampleData.Seed, Rows, SampleData.Day));
        await Import("buildings");

        var (said, took, peak) = await Import("spaces");

        TestContext.Current.SendDiagnosticMessage($"{Rows} rows: {took.TotalSeconds:0.0} s, {peak / 1048576} MB");
        Assert.StartsWith($"{Rows} read, {Rows} created", said, StringComparison.Ordinal);
        Bounds.AtMost(TimeSpan.FromSeconds(60), took, "the import");
        Assert.InRange(peak, 0, 1L << 30);
    }

    [Fact]
    public async Task A_workbook_of_up_to_a_hundred_thousand_spaces_is_imported_within_90_seconds_and_a_gigabyte()
    {
        await Write("buildings.csv", ListingKind.Buildings, SampleData.Buildings);
        await using (var file = File.Create(Path.Combine(_folder, "spaces.xlsx")))
        {
            var spaces = SampleData.Spaces(SampleData.Seed, RowsOfWorkbook, SampleData.Day);
            await XlsxSheet.Write(
                ListingKind.Spaces,
                spaces.ToAsyncEnumerable<Listing>(),
                file,
                "en",
                CancellationToken.None
            );
        }

        await Import("buildings");

        var (said, took, peak) = await Import("spaces", "xlsx");

        TestContext.Current.SendDiagnosticMessage(
            $"{RowsOfWorkbook} rows: {took.TotalSeconds:0.0} s, {peak / 1048576} MB"
        );
        Assert.StartsWith($"{RowsOfWorkbook} read, {RowsOfWorkbook} created", said, StringComparison.Ordinal);
        Bounds.AtMost(TimeSpan.FromSeconds(90), took, "the import");
        Assert.InRange(peak, 0, 1L << 30);
    }

    [Fact]
    public async Task Up_to_twenty_thousand_firms_are_imported_within_a_minute_and_a_gigabyte()
    {
        var firms = SampleFirms.All(SampleData.Seed, SampleData.Day);
        await Write(
            "firms.csv",
            ListingKind.Firms,
            Enumerable
                .Range(0, Firms)
                .Select(i => firms[i % firms.Length] with { Id = $"x{i}", RegistrationNumber = $"{i}" })
        );

        var (said, took, peak) = await Import("firms");

        TestContext.Current.SendDiagnosticMessage($"{Firms} firms: {took.TotalSeconds:0.0} s, {peak / 1048576} MB");
        Assert.StartsWith($"{Firms} read, {Firms} created", said, StringComparison.Ordinal);
        Bounds.AtMost(TimeSpan.FromSeconds(60), took, "the import");
        Assert.InRange(peak, 0, 1L << 30);
    }

    private async Task Write(string name, ListingKind kind, IEnumerable<Listing> listings)
    {
        await using var file = File.Create(Path.Combine(_folder, name));
        await CsvSheet.Write(kind, listings.ToAsyncEnumerable(), file, CancellationToken.None);
    }

    private async Task<(string Said, TimeSpan Took, long Peak)> Import(string kind, string extension = "csv")
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Matchmaker.Silo.dll"),
                "import",
                kind,
                Path.Combine(_folder, $"{kind}.{extension}"),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Matchmaker__Database"] = $"Data Source={Path.Combine(_folder, "large.db")}",
                // On a busy machine a warning would stand before the report.
                ["Logging__LogLevel__Default"] = "Error",
            },
        };
        using var process = Process.Start(start)!;
        var (said, complained) = (new StringBuilder(), process.StandardError.ReadToEndAsync());
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        var ended = process.WaitForExitAsync();
        long peak = 0;
        while (!ended.IsCompleted)
        {
            peak = Peak(process, peak);
            await Task.WhenAny(ended, Eventually.Pause(TimeSpan.FromMilliseconds(100)));
        }

        await ended;
        Assert.True(process.ExitCode == 0, await complained + said);
        return (said.ToString(), clock.Elapsed, peak);
    }

    private static long Peak(Process process, long before)
    {
        process.Refresh();
        return process.HasExited ? before : Math.Max(before, process.PeakWorkingSet64);
    }
}

/// <summary>Tests that run alone: other tests at the same time would distort the measured time and memory.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class RunsAlone;
