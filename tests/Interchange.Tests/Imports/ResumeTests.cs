using System.Globalization;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>An import that ends early tells what it did, and a further run goes on there.</summary>
public sealed class ResumeTests : IAsyncLifetime
{
    // Each look at the clock finds a later time: the import is observed after every call.
    private readonly FakeTimeProvider _time = new(new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero))
    {
        AutoAdvanceAmount = TimeSpan.FromSeconds(5),
    };
    private LiveSystem _system = null!;

    public async ValueTask InitializeAsync() => _system = await LiveSystem.Start();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Theory]
    [InlineData("firms")]
    [InlineData("spaces")]
    public async Task A_stopped_import_goes_on_and_counts_every_row_once(string code)
    {
        var kind = ListingKind.Find(code)!;
        await _system.Import(
            ListingKind.Buildings,
            "id\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"b{i}\n"))
        );
        var csv = File(kind);

        var stopped = await Run(kind, csv, null, _ => Task.FromResult(false));
        var seen = new List<ImportProgress>();
        var whole = await Run(
            kind,
            csv,
            stopped.Checkpoint,
            progress =>
            {
                seen.Add(progress);
                return Task.FromResult(true);
            }
        );
        var again = await Run(kind, csv, null, null);

        Assert.InRange(stopped.Done, 1, stopped.Rows - 1);
        Assert.Equal(stopped.Done, stopped.Report.Created + Rejected(stopped));
        Assert.Equal((whole.Rows, whole.Rows), (whole.Done, whole.Report.Created + Rejected(whole)));
        Assert.Equal(20, Rejected(whole));
        Assert.All(seen, progress => Assert.InRange(progress.Done, stopped.Report.Created, whole.Rows));
        Assert.Equal((0, whole.Report.Created), (again.Report.Created, again.Report.Unchanged));
    }

    // More rows than run at once; one in twenty is wrong.
    private static string File(ListingKind kind) =>
        (kind == ListingKind.Firms ? "id,employees\n" : "id,building_id,area\n")
        + string.Concat(
            Enumerable
                .Range(0, 400)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"r{i},{(kind == ListingKind.Firms ? "" : $"b{i / 10},")}{(i % 20 == 7 ? "many" : "12")}\n"
                    )
                )
        );

    private static int Rejected(ImportProgress progress) =>
        progress.Report.Rejected.Select(cell => cell.Line).Distinct().Count();

    private async Task<ImportProgress> Run(
        ListingKind kind,
        string csv,
        ImportCheckpoint? before,
        ImportObserver? observer
    ) =>
        await new Importer(_system.Grains, _time).Run(
            LiveSystem.Officer,
            await PreparedImport.Read(kind, FileFormat.Csv, Some.Utf8(csv), new()),
            dryRun: false,
            "en",
            before: before,
            observer: observer
        );
}
