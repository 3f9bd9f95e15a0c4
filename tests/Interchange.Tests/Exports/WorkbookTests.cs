using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Exports;
using Matchmaker.Matching.Values;
using MiniExcelLibs;
using Xunit;

namespace Matchmaker.Interchange.Tests.Exports;

public class WorkbookTests
{
    [Fact]
    public async Task Another_reader_finds_labels_codes_numbers_days_and_no_formulas()
    {
        using var book = await Write("zh-Hant");

        var rows = book.Query(useHeaderRow: false)
            .Cast<IDictionary<string, object?>>()
            .Select(row => row.Values.ToList())
            .ToList();

        var columns = rows[1].ConvertAll(cell => (string?)cell);
        var row = columns.Zip(rows[2]).ToDictionary(cell => cell.First!, cell => cell.Second);
        Assert.Equal("樓面面積 (平方米)", rows[0][columns.IndexOf("area")]);
        Assert.Equal(
            ("b1/s1", "=HYPERLINK(\"http://evil\")", "+觀塘"),
            (row["id"], row["name_en"], row["name_zh_hant"])
        );
        Assert.Equal((1115.0, "yes"), (Convert.ToDouble(row["area"]), row["gas"]));
        Assert.Equal((new DateTime(2027, 3, 1), new DateTime(2026, 11, 2)), (row["availableFrom"], row["verified_on"]));
    }

    [Fact]
    public async Task A_workbook_keeps_the_rules_of_its_format()
    {
        foreach (var kind in ListingKind.All)
        {
            using var book = new MemoryStream();
            await XlsxSheet.Write(kind, AsyncEnumerable.Empty<Listing>(), book, "en", default);
            book.Position = 0;

            using var document = SpreadsheetDocument.Open(book, isEditable: false);

            Assert.Equal([], new OpenXmlValidator().Validate(document).Select(error => error.Description));
        }
    }

    // A widely used reader finds nothing in <x:row>.
    [Fact]
    public async Task Its_parts_have_plain_names_filters_lists_and_no_formulas()
    {
        using var book = await Write("en");
        using var zip = new ZipArchive(book);
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            Assert.DoesNotMatch(new Regex(@"</?\w+:\w"), await reader.ReadToEndAsync());
        }

        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains("<autoFilter", xml, StringComparison.Ordinal);
        Assert.Contains("<dataValidation ", xml, StringComparison.Ordinal);
        // A list over whole columns makes a common reader run out of memory.
        Assert.DoesNotMatch(new Regex("sqref=\"[A-Z]+3:[A-Z]+[0-9]{5,}"), xml);
        Assert.Contains("width=", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    private static async Task<MemoryStream> Write(string language)
    {
        var space = new Space
        {
            Id = "b1/s1",
            Name = new("=HYPERLINK(\"http://evil\")", "+觀塘"),
            VerifiedOn = new(2026, 11, 2),
            Values = ImmutableSortedDictionary<string, Value>
                .Empty.Add("area", new NumberValue(1115))
                .Add("availableFrom", new DayValue(new(2027, 3, 1)))
                .Add("gas", new FlagValue(true)),
        };
        var book = new MemoryStream();
        await XlsxSheet.Write(ListingKind.Spaces, new Listing[] { space }.ToAsyncEnumerable(), book, language, default);
        book.Position = 0;
        return book;
    }
}
