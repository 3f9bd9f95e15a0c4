using System.Globalization;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Workbooks;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;

namespace Matchmaker.Interchange.Exports;

/// <summary>
/// Writes listings as a workbook with one sheet: labels and units in the reader's language, the codes below them, then
/// the rows, with real numbers and days. Importing it again changes nothing; text cells are never formulas.
/// </summary>
internal static class XlsxSheet
{
    private const int HeaderRows = 2;
    private const double MaxWidth = 40;

    // One common reader takes a list apart cell by cell, and ends where a list covers whole columns.
    private const int MaxListedRow = 2_000;
    private const int EmptyListedRows = 200;

    public static async Task Write(
        ListingKind kind,
        IAsyncEnumerable<Listing> listings,
        Stream target,
        string language,
        CancellationToken cancellation
    )
    {
        var columns = kind.Exported.ToArray();
        await using var book = await Spreadsheet.CreateNewAsync(target, WorkbookStyles.Options, cancellation);
        var header = book.AddStyle(WorkbookStyles.Header);
        var day = book.AddStyle(WorkbookStyles.Day);
        var text = book.AddStyle(WorkbookStyles.Text);
        var labels = columns.Select(column => Label(column, language)).ToArray();

        var sheet = WorkbookStyles.Sheet(HeaderRows, columns.Length);
        for (var i = 0; i < columns.Length; i++)
            sheet.Column(i + 1).Width = Width(columns[i], labels[i]);
        await book.StartWorksheetAsync(kind.Code, sheet, cancellation);
        await book.AddRowAsync(labels.Select(label => new Cell(label, header)).ToArray(), cancellation);
        await book.AddRowAsync(columns.Select(column => new Cell(column.Name, header)).ToArray(), cancellation);
        await foreach (var listing in listings.WithCancellation(cancellation))
            await book.AddRowAsync(
                columns.Select(column => Of(column, column.Write(listing), day, text)).ToArray(),
                cancellation
            );
        var lastListed = Math.Min(book.NextRowNumber + EmptyListedRows, MaxListedRow);
        for (var i = 0; i < columns.Length; i++)
        {
            if (Choices(columns[i]) is { Length: > 0 } choices)
                AddChoices(book, WorkbookStyles.Letters(i), lastListed, choices);
        }

        await book.FinishAsync(cancellation);
    }

    private static Cell Of(Column column, object? cell, StyleId day, StyleId text) =>
        cell switch
        {
            null => new Cell((string?)null),
            bool yes => new(yes ? "yes" : "no", text),
            decimal number => new(number),
            int number => new(number),
            double number => new(number),
            string iso when IsDay(column) && DayReader.Read(iso).Day is { } date => new(
                date.ToDateTime(TimeOnly.MinValue),
                day
            ),
            string other => new(Escaped(other), text),
            _ => throw new ArgumentException($"A {cell.GetType().Name} has no place in a cell.", nameof(cell)),
        };

    // A workbook's texts are no formulas, so that only what reading would change is written otherwise.
    private static string Escaped(string text) => CellText.IsSpecial(text) ? CellText.Write(text) : text;

    private static bool IsDay(Column column) =>
        column.Attribute?.Kind == AttributeKind.Date
        || column.Name is "verified_on" or "valid_from" or "valid_to" or "held_until";

    /// <summary>What the column holds and in which unit, as the importer knows it by name too.</summary>
    public static string Label(Column column, string language)
    {
        var text = In(column.Label, language) ?? column.Name;
        return In(UnitLabels.Of(column.Attribute?.Unit), language) is { } unit ? $"{text} ({unit})" : text;
    }

    private static string? In(LocalText? text, string language) =>
        language switch
        {
            "zh-Hant" => text?.ZhHant,
            "zh-Hans" => text?.ZhHans,
            _ => text?.En,
        };

    private static double Width(Column column, string label)
    {
        var least = column.Name switch
        {
            "name_en" or "name_zh_hant" or "name_zh_hans" => 30,
            "address_en" or "address_zh_hant" => 40,
            _ => 11,
        };
        return Math.Clamp(Math.Max(WorkbookStyles.Width(label), WorkbookStyles.Width(column.Name)), least, MaxWidth);
    }

    private static string[] Choices(Column column) =>
        column switch
        {
            { Attribute.Kind: AttributeKind.Category } => [.. column.Attribute.Values.Select(entry => entry.Code)],
            { Attribute.Kind: AttributeKind.Flag } or { Name: "public" } => ["yes", "no"],
            { Name: "status" } => ["vacant", "held", "let"],
            _ => [],
        };

    // What is not on the list is warned of, not refused: an import reads more than codes.
    private static void AddChoices(Spreadsheet book, string letters, int last, string[] choices)
    {
        if (!DataValidation.TryCreateListValues(choices, showDropdown: true, out var list))
            return;
        list.ErrorType = ValidationErrorType.Warning;
        book.TryAddDataValidation(
            string.Create(CultureInfo.InvariantCulture, $"{letters}{HeaderRows + 1}:{letters}{last}"),
            list
        );
    }
}
