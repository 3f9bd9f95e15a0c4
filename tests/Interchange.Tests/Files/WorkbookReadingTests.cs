using System.IO.Compression;
using Matchmaker.Interchange.Files;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using Xunit;

namespace Matchmaker.Interchange.Tests.Files;

public class WorkbookReadingTests
{
    [Fact]
    public async Task An_agents_list_is_read_below_its_titles()
    {
        using var book = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(book))
        {
            var percent = sheet.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.Percent) });
            await sheet.StartWorksheetAsync("Prices", new WorksheetOptions { Visibility = WorksheetVisibility.Hidden });
            await Row(sheet, "ID", "Building", "Area");
            await sheet.StartWorksheetAsync("Notes");
            await Row(sheet, "Call us", "2345 6789");
            await sheet.StartWorksheetAsync("工廈放租");
            await Row(sheet, "工廈放租 Available premises");
            await Row(sheet);
            await Row(sheet, null, "ID", "大廈", "Unit", "Area\n(sq ft)", "呎租 (元/呎)", "Available from");
            sheet.MergeCells("A1:F1");
            await Row(sheet, null, "s1", "b1", "Whole floor", 12000, 14.5m, new DateTime(2027, 3, 5));
            sheet.MergeCells("C4:C5");
            await sheet.AddRowAsync([
                new Cell(),
                new("s2"),
                new(),
                new("5-A"),
                new(new Formula("4000*2"), 8000),
                new(),
                new(0.15, percent),
            ]);
            await Row(sheet);
            await Row(sheet, null, null, null, null, null, null, null);
            await sheet.FinishAsync();
        }

        book.Position = 0;
        var file = await FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, book, new(), default);

        Assert.Equal(("工廈放租", 3), (file.Found.Sheet, file.Found.HeaderRow));
        Assert.Equal(["Notes", "工廈放租"], file.Found.Sheets);
        Assert.Equal(
            ["", "id", "building_id", "unit", "area", "rent", "availableFrom"],
            file.Columns.Select(column => column.Name)
        );
        Assert.Equal([4, 5], file.Rows.Select(row => row.Line));
        Assert.Equal(
            [
                ["", "s1", "b1", "Whole floor", "12000", "14.5", "2027-03-05"],
                ["", "s2", "b1", "5-A", "8000", "", "15%"],
            ],
            file.Rows.Select(row => row.Cells)
        );
    }

    [Fact]
    public async Task A_sheet_can_be_chosen()
    {
        using var book = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(book))
        {
            foreach (var name in new[] { "one", "two" })
            {
                await sheet.StartWorksheetAsync(name);
                await Row(sheet, "id", "building_id");
                await Row(sheet, name, "b1");
            }

            await sheet.FinishAsync();
        }

        book.Position = 0;
        var file = await FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, book, new("two"), default);

        Assert.Equal(["two", "b1"], Assert.Single(file.Rows).Cells);
        book.Position = 0;
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, book, new("three"), default)
        );
        Assert.Equal(("unknownSheet", "one, two"), (refused.Reason.Code, refused.Reason.Args[1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("id,building_id\ns1,b1\n")]
    public async Task What_is_no_workbook_is_refused(string text)
    {
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, Some.Utf8(text), new(), default)
        );

        Assert.Equal(BadFile.Unreadable, refused.What);
    }

    [Fact]
    public async Task A_workbook_that_swells_is_refused()
    {
        using var book = new MemoryStream();
        using (var zip = new ZipArchive(book, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i <= 1024; i++)
                part.Write(zeros);
        }

        book.Position = 0;
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, book, new(), default)
        );

        Assert.Equal((BadFile.TooLarge, "workbookTooLarge"), (refused.What, refused.Reason.Code));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")]
    [InlineData("<<<")]
    public async Task Entities_and_broken_parts_are_refused(string prefix)
    {
        using var book = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(book))
        {
            await sheet.StartWorksheetAsync("one");
            await Row(sheet, "id", "building_id");
            await sheet.FinishAsync();
        }

        using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            using var reader = new StreamReader(part.Open());
            var xml = await reader.ReadToEndAsync();
            reader.Dispose();
            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            await writer.WriteAsync(prefix + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]);
        }

        book.Position = 0;
        var refused = await Assert.ThrowsAsync<BadFileException>(() =>
            FileTables.Read(ListingKind.Spaces, FileFormat.Xlsx, book, new(), default)
        );

        Assert.Equal("malformedWorkbook", refused.Reason.Code);
    }

    private static ValueTask Row(Spreadsheet sheet, params object?[] cells) =>
        sheet.AddRowAsync([
            .. cells.Select(cell =>
                cell switch
                {
                    int number => new Cell(number),
                    decimal number => new Cell(number),
                    DateTime day => new Cell(day),
                    _ => new Cell((string?)cell),
                }
            ),
        ]);
}
