using CsCheck;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using SpreadCheetah;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>
/// One text has one reading: what a field on the page says (the rule of <c>GET /api/reading</c>), CSV, Excel and the
/// search box say alike, whether it is a value or not.
/// </summary>
public sealed class OneReadingTests
{
    private const int Rows = 40;

    private static readonly Lexicon Words = new(TaxonomySet.BuiltIn);

    private static readonly string[] Columns =
    [
        "area",
        "rent",
        "headroom",
        "floorLoading",
        "liftCapacity",
        "power",
        "leaseMonths",
        "availableFrom",
        "gas",
        "floor",
        "district",
        "zone",
    ];

    [Fact]
    public void A_text_reads_the_same_in_a_field_in_csv_and_in_a_workbook() =>
        Gen.OneOf(SomeWritings.Plain, SomeWritings.Broken)
            .Array[Rows]
            .Sample(
                writings =>
                {
                    var csv = Some.Read(
                        FileTables
                            .Read(ListingKind.Spaces, FileFormat.Csv, Csv(writings), new(), default)
                            .GetAwaiter()
                            .GetResult()
                    );
                    var book = Some.Read(
                        FileTables
                            .Read(ListingKind.Spaces, FileFormat.Xlsx, Book(writings), new(), default)
                            .GetAwaiter()
                            .GetResult()
                    );
                    for (var i = 0; i < writings.Length; i++)
                    {
                        var expected = InField(writings[i]);
                        Assert.Equal((i, writings[i], expected), (i, writings[i], InFile(csv, i, writings[i])));
                        Assert.Equal((i, writings[i], expected), (i, writings[i], InFile(book, i, writings[i])));
                    }
                },
                iter: 60
            );

    [Fact]
    public void A_search_asks_for_what_a_field_reads() =>
        SomeWritings.Plain.Sample(
            writing =>
            {
                // Nobody seeks a space that is anywhere else.
                if (
                    writing.Asked.Length == 0
                    || Read(writing) is not ReadValue { Value: var value and not CodeValue { Code: "elsewhere" } }
                )
                    return;
                var asked = Search(writing).Criteria.Where(criterion => criterion.Attribute == writing.Attribute);
                Assert.Equal([value], asked.Select(Operand));
            },
            iter: 4000
        );

    [Fact]
    public void A_search_takes_no_text_as_a_value_that_a_field_refuses() =>
        SomeWritings.Misread.Sample(
            writing =>
            {
                if (writing.Asked.Trim().Length == 0 || Read(writing, ranges: true) is not ReadRefusal)
                    return;
                var parsed = ParsedSearch.Parse(Words, $"{writing.Asked} {writing.Text}");
                var question = parsed.For(BoardTable.Sites);
                var isWhole =
                    question.Words.IsEmpty
                    && Enumerable.Range(0, parsed.Terms.Length).All(term => question.PartOf(term) is not null);
                var asked = question.Criteria.Where(criterion => criterion.Attribute == writing.Attribute).ToList();
                Assert.False(
                    isWhole && asked.Count > 0 && question.Criteria.Length == asked.Count,
                    $"{writing}: {string.Join("; ", asked.Select(Operand))}"
                );
            },
            iter: 4000
        );

    private static string InField(Writing writing) =>
        Read(writing) switch
        {
            ReadValue read => $"{read.Value}",
            ReadNothing => "nothing",
            ReadRefusal => "refused",
            var other => $"{other}",
        };

    private static ReadResult Read(Writing writing, bool ranges = false) =>
        AttributeReader.Read(
            BoardTable.Sites.Find(writing.Attribute)!,
            writing.Text,
            new(BoardTable.Sites.Code, Some.Today, TaxonomySet.BuiltIn, ranges)
        );

    private static string InFile((List<ListingPatch> Patches, List<CellError> Errors) read, int row, Writing writing)
    {
        var patch = read.Patches.SingleOrDefault(patch => patch.Id == $"b1/s{row}");
        if (patch is null)
            return "refused";
        return patch.Values.TryGetValue(writing.Attribute, out var value) ? $"{value}" : "nothing";
    }

    private static BoardQuestion Search(Writing writing) =>
        ParsedSearch.Parse(Words, $"{writing.Asked} {writing.Text}").For(BoardTable.Sites);

    private static Value? Operand(Criterion criterion) =>
        criterion.Limit ?? criterion.Value ?? (criterion.Values is [var code] ? new CodeValue(code) : null);

    private static IEnumerable<string[]> Table(Writing[] writings) =>
        writings
            .Select(
                (writing, i) =>
                    new[] { $"s{i}", "b1" }
                        .Concat(Columns.Select(column => column == writing.Attribute ? writing.Text : ""))
                        .ToArray()
            )
            .Prepend(["id", "building_id", .. Columns]);

    private static Stream Csv(Writing[] writings) =>
        Some.Utf8(string.Concat(Table(writings).Select(row => string.Join(',', row.Select(Some.Quoted)) + "\n")));

    private static MemoryStream Book(Writing[] writings)
    {
        var book = new MemoryStream();
        Write(book, writings).GetAwaiter().GetResult();
        book.Position = 0;
        return book;
    }

    private static async Task Write(Stream book, Writing[] writings)
    {
        await using var sheet = await Spreadsheet.CreateNewAsync(book);
        await sheet.StartWorksheetAsync("list");
        foreach (var row in Table(writings))
            await sheet.AddRowAsync(row.Select(cell => new Cell(cell.Length == 0 ? null : cell)).ToArray());
        await sheet.FinishAsync();
    }
}
