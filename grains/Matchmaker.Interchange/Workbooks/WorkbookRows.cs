using System.Globalization;
using System.Text;
using ExcelDataReader;
using Matchmaker.Interchange.Files;

namespace Matchmaker.Interchange.Workbooks;

/// <summary>
/// Reads the first sheet of a workbook (.xlsx) that has a header: titles above it, merged cells, blank rows and
/// columns, hidden sheets, days and percentages as spreadsheets have them. Formulas count as their last results; macros
/// are not looked at.
/// </summary>
internal static class WorkbookRows
{
    public const int MaxRows = 200_000;
    private const int MaxColumns = 500;

    // The reader asks for a code page of workbooks older than those that are read here.
    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static FileTable ReadTable(
        IReadOnlyList<ListingKind> kinds,
        MemoryStream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        try
        {
            WorkbookBounds.Check(body, cancellation);
            body.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(
                body,
                new() { FallbackEncoding = Encoding.UTF8, LeaveOpen = true }
            );
            var sheet = FindSheet(reader, kinds, choice);
            return Read(reader, sheet, cancellation);
        }
        catch (Exception broken)
            when (broken is not (OperationCanceledException or BadFileException or OutOfMemoryException))
        {
            // A damaged workbook can fail anywhere in the reader.
            throw BadFileException.Unreadable("malformedWorkbook");
        }
    }

    private static Sheet FindSheet(IExcelDataReader reader, IReadOnlyList<ListingKind> kinds, FileChoice choice)
    {
        var sheets = new List<(string Name, bool IsVisible, int Header, int Known)>();
        do
        {
            var rows = Head(reader);
            var (index, known) = choice.HeaderRow is { } stated
                ? (stated - 1, stated <= rows.Count ? HeaderRow.Known(rows[stated - 1], kinds) : 0)
                : HeaderRow.Find(rows, kinds);
            sheets.Add((reader.Name, reader.VisibleState == "visible", index, known));
        } while (reader.NextResult());

        var shown = sheets.Exists(sheet => sheet.IsVisible) ? sheets.FindAll(sheet => sheet.IsVisible) : sheets;
        var names = shown.ConvertAll(sheet => sheet.Name);
        var found = choice.Sheet is { } name
            ? sheets.FindIndex(sheet => sheet.Name == name)
            : sheets.FindIndex(sheet => names.Contains(sheet.Name) && sheet.Known >= 2);
        if (found < 0 && choice.Sheet is not null)
            throw BadFileException.Invalid("", "unknownSheet", choice.Sheet, string.Join(", ", names));
        if (found < 0)
            found = sheets.FindIndex(sheet => names.Contains(sheet.Name) && sheet.Header >= 0);
        return found >= 0 && sheets[found].Header >= 0
            ? new(found, sheets[found].Name, names, sheets[found].Header)
            : throw BadFileException.Invalid("", "noHeader");
    }

    private static List<string[]> Head(IExcelDataReader reader)
    {
        var rows = new List<string[]>();
        while (rows.Count < HeaderRow.Searched && reader.Read())
            rows.Add(Names(reader));
        return rows;
    }

    private static string[] Names(IExcelDataReader reader) =>
        [
            .. Enumerable
                .Range(0, Math.Min(reader.FieldCount, MaxColumns))
                .Select(column => HeaderRow.Name(WorkbookCell.Read(reader, column))),
        ];

    private static FileTable Read(IExcelDataReader reader, Sheet sheet, CancellationToken cancellation)
    {
        reader.Reset();
        for (var i = 0; i < sheet.Index; i++)
            reader.NextResult();
        var merged = new MergedCells(reader.MergeCells);
        for (var row = 0; row <= sheet.Header; row++)
        {
            if (!reader.Read())
                throw BadFileException.Invalid("", "noHeader");
        }

        var names = Names(reader).ToList();
        names = names[..(names.FindLastIndex(name => name.Length > 0) + 1)];
        if (names.Count == 0)
            throw BadFileException.Invalid("", "noHeader");
        var found = new FileFound("xlsx", Sheets: sheet.Names, Sheet: sheet.Name, HeaderRow: sheet.Header + 1);
        return new(found, names, Rows(reader, sheet.Header + 1, names.Count, merged, cancellation));
    }

    private static List<SourceRow> Rows(
        IExcelDataReader reader,
        int first,
        int count,
        MergedCells merged,
        CancellationToken cancellation
    )
    {
        var rows = new List<SourceRow>();
        var pool = new CellPool();
        for (var row = first; reader.Read(); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = new string[count];
            var isBlank = true;
            for (var column = 0; column < count; column++)
            {
                cells[column] = column < reader.FieldCount ? pool.Intern(WorkbookCell.Read(reader, column)) : "";
                isBlank &= cells[column].Length == 0;
            }

            if (isBlank)
                continue;
            if (rows.Count == MaxRows)
                throw BadFileException.TooLarge("tooManyRows", MaxRows.ToString(CultureInfo.InvariantCulture));
            merged.Fill(row, cells);
            rows.Add(new(row + 1, cells));
        }

        return rows;
    }

    private sealed record Sheet(int Index, string Name, IReadOnlyList<string> Names, int Header);
}
