using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Exports;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching.Values;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Buildings;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

public sealed class ImportTests : IAsyncLifetime
{
    private LiveSystem _system = null!;

    public async ValueTask InitializeAsync() => _system = await LiveSystem.Start();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task Right_rows_are_imported_and_wrong_ones_rejected_with_line_and_column()
    {
        await _system.Import(ListingKind.Buildings, "id,name_en,public\nb1,One,yes\n");

        var report = await _system.Import(
            ListingKind.Spaces,
            "id,building_id,area,name_zh_hant\ns1,b1,500,甲\ns2,b1,vast,乙\ns3,nowhere,500,丙\ns1,b1,600,丁\n"
        );

        Assert.Equal((4, 1, 0, 0), (report.Read, report.Created, report.Updated, report.Unchanged));
        Assert.Equal(
            [(3, "area", "vast"), (4, "building_id", "nowhere"), (5, "id", "s1")],
            report.Rejected.Select(row => (row.Line, row.Column, row.Value))
        );
        Assert.Equal(
            new NumberValue(500),
            (await _system.Grains.Building("b1").GetSpace(LiveSystem.Officer, "s1")).Values["area"]
        );
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing()
    {
        const string csv = "id,name_en,area,verified_on,source\nb1,One,500,2026-11-01,a call\n";
        await _system.Import(ListingKind.Buildings, csv);

        var again = await _system.Import(ListingKind.Buildings, csv);

        Assert.Equal((0, 0, 1), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal(1, (await _system.Grains.Building("b1").Get(LiveSystem.Officer)).Version);
    }

    [Fact]
    public async Task A_dry_run_reports_and_changes_nothing()
    {
        var report = await _system.Import(ListingKind.Buildings, "id,name_en\nb1,One\n", dryRun: true);

        Assert.Equal(1, report.Created);
        await Assert.ThrowsAsync<NotFoundException>(() => _system.Grains.Building("b1").Get(LiveSystem.Officer));
    }

    [Fact]
    public async Task A_file_that_is_malformed_on_its_last_line_changes_nothing()
    {
        await Assert.ThrowsAsync<BadFileException>(() =>
            _system.Import(ListingKind.Buildings, "id,name_en\nb1,One\nb2,\"Two\n")
        );

        await Assert.ThrowsAsync<NotFoundException>(() => _system.Grains.Building("b1").Get(LiveSystem.Officer));
    }

    [Fact]
    public async Task Messages_are_in_the_language_of_the_caller()
    {
        var report = await _system.Import(ListingKind.Buildings, "id,area\nb1,vast\n", language: "zh-Hant");

        Assert.Equal("須為數字。", Assert.Single(report.Rejected).Message);
    }

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Owner)]
    [InlineData(Role.Enterprise)]
    [InlineData(Role.Firm)]
    public async Task Only_the_office_imports(Role role) =>
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            new Importer(_system.Grains, TimeProvider.System).Run(
                new("a@b", role, PartyId.Owner("o1")),
                ListingKind.Buildings,
                FileFormat.Csv,
                Some.Utf8("id\nb1\n"),
                dryRun: false,
                "en"
            )
        );

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.GeoJson)]
    public async Task An_export_imported_again_leaves_everything_unchanged(FileFormat format)
    {
        foreach (var building in SampleBuildings.Invented)
            await _system.Grains.Building(building.Id).Put(LiveSystem.Officer, building, null, chosen: true);
        var spaces = SampleData
            .Spaces(7, 150, SampleData.Day)
            .Where(space => space.Id.StartsWith("sample-", StringComparison.Ordinal))
            .ToList();
        foreach (var space in spaces)
            await _system
                .Grains.Building(space.Id.Split('/')[0])
                .PutSpace(LiveSystem.Officer, space.Id.Split('/')[1], space, null, chosen: true);

        Assert.Equal(
            (SampleBuildings.Invented.Length, SampleBuildings.Invented.Length),
            await ThereAndBack(ListingKind.Buildings, format)
        );
        Assert.Equal((spaces.Count, spaces.Count), await ThereAndBack(ListingKind.Spaces, format));
    }

    private async Task<(int Read, int Unchanged)> ThereAndBack(ListingKind kind, FileFormat format)
    {
        using var sheet = new MemoryStream();
        var exporter = new Exporter(_system.Grains);
        await (
            format == FileFormat.Csv
                ? exporter.WriteCsv(LiveSystem.Officer, kind, sheet)
                : exporter.WriteGeoJson(LiveSystem.Officer, kind, sheet)
        );
        sheet.Position = 0;
        var report = await new Importer(_system.Grains, TimeProvider.System).Run(
            LiveSystem.Officer,
            kind,
            format,
            sheet,
            dryRun: false,
            "en"
        );
        Assert.Empty(report.Rejected);
        return (report.Read, report.Unchanged);
    }
}
