using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Exports;
using Matchmaker.Interchange.Workbooks;
using Matchmaker.Matching.Boards;
using Xunit;

namespace Matchmaker.Interchange.Tests.Exports;

/// <summary>Workbooks of every kind and language, in the reader that programs in Node.js use most.</summary>
public sealed class OtherReaderTests : IDisposable
{
    private static readonly string[] Languages = ["en", "zh-Hant", "zh-Hans"];

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-books").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_finds_every_label_code_number_day_and_text()
    {
        var books = new List<(ListingKind Kind, string Language, Listing[] Listings, string Path)>();
        foreach (var kind in ListingKind.All)
        {
            foreach (var language in Languages)
            {
                var listings = SomeListings.Of(kind).Array[25].Single();
                var path = Path.Combine(_folder, $"{kind.Code}.{language}.xlsx");
                await using var file = File.Create(path);
                await XlsxSheet.Write(kind, listings.ToAsyncEnumerable(), file, language, default);
                books.Add((kind, language, listings, path));
            }
        }

        var found = await Read(books.Select(book => book.Path));

        foreach (var ((kind, language, listings, _), book) in books.Zip(found))
            AssertReads(kind, language, listings, book!);
    }

    private static async Task<JsonArray> Read(IEnumerable<string> paths)
    {
        var packages = Path.Combine(Built.Home, "web", "ui", "node_modules");
        Assert.True(Directory.Exists(packages), "Build the page once: npm --prefix web/ui ci");
        var script = Path.Combine(Built.Home, "tests", "Interchange.Tests", "Exports", "readWorkbooks.cjs");
        var printed = await Command.Run("/usr/bin/env", [$"NODE_PATH={packages}", "node", script, .. paths]);
        return JsonNode.Parse(printed)!.AsArray();
    }

    private static void AssertReads(ListingKind kind, string language, Listing[] listings, JsonNode book)
    {
        var columns = kind.Exported.ToList();
        var rows = book["rows"]!.AsArray();
        Assert.Equal((kind.Code, 2), ((string?)book["sheet"], (int)book["frozen"]!));
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A2:{WorkbookStyles.Letters(columns.Count - 1)}{WorkbookStyles.MaxRow}"
            ),
            (string?)book["filters"]
        );
        Assert.All(book["widths"]!.AsArray(), width => Assert.InRange((double)width!, 10, 60));
        Assert.Equal(columns.Select(column => column.Name), rows[1]!.AsArray().Select(cell => (string?)cell));
        var isChinese = language != "en";
        Assert.All(
            columns.Zip(rows[0]!.AsArray()),
            label =>
                Assert.Equal(
                    isChinese,
                    label.Second!.ToString().Any(sign => sign > 0x2E80) || label.First.Label is null
                )
        );
        Assert.Equal(listings.Length + 2, rows.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            var list = (string?)book["lists"]![$"{WorkbookStyles.Letters(i)}3"];
            Assert.Equal(ChoicesOf(columns[i]), list?.Trim('"').Split(','));
            for (var row = 0; row < listings.Length; row++)
                AssertCell(columns[i], listings[row], rows[row + 2]![i]);
        }
    }

    private static string[]? ChoicesOf(Column column) =>
        column switch
        {
            { Attribute: { Kind: AttributeKind.Category } attribute } =>
            [
                .. attribute.Values.Select(code => code.Code),
            ],
            { Attribute.Kind: AttributeKind.Flag } or { Name: "public" } => ["yes", "no"],
            { Name: "status" } => ["vacant", "held", "let"],
            _ => null,
        };

    // JSON writes a day as an instant, and a text as it stands in the cell.
    private static void AssertCell(Column column, Listing listing, JsonNode? cell)
    {
        var isDay =
            column.Attribute?.Kind == AttributeKind.Date
            || column.Name is "verified_on" or "valid_from" or "valid_to" or "held_until";
        switch (column.Write(listing))
        {
            case null or "":
                Assert.Null((string?)cell);
                break;
            case bool yes:
                Assert.Equal(yes ? "yes" : "no", (string?)cell);
                break;
            case string day when isDay:
                Assert.Equal($"{day}T00:00:00.000Z", (string?)cell);
                break;
            case string text:
                Assert.Equal(text, CellText.Read((string)cell!));
                break;
            case var number:
                Assert.Equal(Convert.ToDouble(number, CultureInfo.InvariantCulture), (double)cell!);
                break;
        }
    }
}
