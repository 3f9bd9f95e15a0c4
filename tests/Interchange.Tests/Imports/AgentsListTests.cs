using System.Text;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching.Values;
using SpreadCheetah;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>A list as an estate agent writes it, without our codes, ids or units.</summary>
public sealed class AgentsListTests : IAsyncLifetime
{
    private static readonly string[] Header =
    [
        "Property",
        "Floor",
        "Unit",
        "Area (sq ft)",
        "Asking rent (HK$/sq ft)",
        "Available",
        "Contact",
    ];

    private LiveSystem _system = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await LiveSystem.Start();
        await _system.Import(
            ListingKind.Buildings,
            "id,name_en,name_zh_hant\nfw,Fuk Wing Industrial Building,福榮工業大廈\nhk,Hoi Kwong,海光大廈\n"
        );
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task It_goes_in_and_again_changes_nothing()
    {
        var first = await Import(await List());
        var second = await Import(await List());

        Assert.Equal([], first.Rejected.Select(cell => $"{cell.Line} {cell.Column} {cell.Value} {cell.Message}"));
        Assert.Equal((4, 4), (first.Read, first.Created));
        Assert.Equal(4, second.Unchanged);
        var space = await _system.Grains.Building("fw").GetSpace(LiveSystem.Officer, "5-a");
        Assert.Equal(
            (new NumberValue(1115), new NumberValue(156.1m), new DayValue(new(2027, 3, 5)), "A"),
            (space.Values["area"], space.Values["rent"], space.Values["availableFrom"], space.Unit)
        );
    }

    [Fact]
    public async Task A_chinese_one_goes_in_with_one_column_matched_by_hand()
    {
        const string list = """"
            工廈放租表,,,,,,,,
            ,,,,,,,,
            地區,大廈名稱,樓層,座/室,建築呎數,呎租(元),樓底(呎),交吉日期,備註
            觀塘,福榮工業大廈,地下,全層,"12,000",面議,18,即吉,貨梯直達
            觀塘,福榮工業大廈,G/F,舖A,3千,$22,"18'6""",21/1/2027,
            觀塘,海光大廈,5/F,A室,"8,000呎",14.5,12,即租,
            觀塘,海光大廈,UG/F,B室,"8,000",POA,12呎6吋,TBC,
            """";

        var report = await Import(
            new MemoryStream(CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes(list)),
            FileFormat.Csv,
            new Dictionary<string, string?> { ["備註"] = null }
        );

        var refused = Assert.Single(report.Rejected);
        Assert.Equal((7, "floor", "UG/F"), (refused.Line, refused.Column, refused.Value));
        Assert.Equal((4, 3), (report.Read, report.Created));
        var spaces = await _system.Grains.Catalogue<Space>().List(LiveSystem.Officer, new());
        Assert.Equal(
            [(1115m, null, 0m, 5.49m), (279m, 236.8m, 0m, 5.64m), (743m, 156.1m, 5m, 3.66m)],
            spaces
                .Items.Select(space =>
                    (Of(space, "area"), Of(space, "rent"), Of(space, "floor"), Of(space, "headroom"))
                )
                .OrderByDescending(values => values.Item1 == 1115m)
                .ThenBy(values => values.Item1)
        );
    }

    private static decimal? Of(Space space, string attribute) =>
        (space.Values.GetValueOrDefault(attribute) as NumberValue)?.Number;

    [Fact]
    public async Task A_building_that_nobody_knows_is_refused_as_it_was_written()
    {
        var report = await _system.Import(
            ListingKind.Spaces,
            "大廈,單位,面積（呎）\n沒有大廈,A,100\n福榮工業大廈,B,900\n"
        );

        Assert.Equal(
            (1, "building_id", "沒有大廈"),
            (report.Created, report.Rejected[0].Column, report.Rejected[0].Value)
        );
    }

    private Task<ImportReport> Import(Stream list) =>
        Import(list, FileFormat.Xlsx, new Dictionary<string, string?> { ["Contact"] = null });

    private async Task<ImportReport> Import(Stream list, FileFormat format, Dictionary<string, string?> columns) =>
        await new Importer(_system.Grains, TimeProvider.System).Run(
            LiveSystem.Officer,
            ListingKind.Spaces,
            format,
            list,
            dryRun: false,
            "en",
            choice: new(Columns: columns)
        );

    private static async Task<Stream> List()
    {
        var book = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(book))
        {
            await sheet.StartWorksheetAsync("工廈放租");
            await sheet.AddRowAsync([new Cell("Industrial premises to let 工廈放租")]);
            sheet.MergeCells("A1:G1");
            await sheet.AddRowAsync([]);
            await sheet.AddRowAsync([.. Header.Select(name => new Cell(name))]);
            await Row(sheet, "Fuk Wing Industrial Building", 5, "A", 12000, 14.5m, "Ms Chan");
            await Row(sheet, null, 5, "B", 8000, 14m, null);
            await Row(sheet, null, 6, "Whole floor", 20000, 13.5m, null);
            sheet.MergeCells("A4:A6");
            await Row(sheet, "海光大廈", 1, "全層", 9000, 11m, "Mr Lee");
            await sheet.FinishAsync();
        }

        book.Position = 0;
        return book;
    }

    private static ValueTask Row(
        Spreadsheet sheet,
        string? building,
        int floor,
        string unit,
        int area,
        decimal rent,
        string? contact
    ) =>
        sheet.AddRowAsync([
            new Cell(building),
            new(floor),
            new(unit),
            new(area),
            new(rent),
            new(new DateTime(2027, 3, 5)),
            new(contact),
        ]);
}
