using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Matchmaker.Interchange.Encodings;

namespace Matchmaker.Interchange.Files;

/// <summary>
/// Reads CSV in the encodings and with the separators of Hong Kong, with line breaks in quoted cells, and titles above
/// the header.
/// </summary>
internal static class CsvRows
{
    private static readonly string[] Separators = [",", ";", "\t", "|"];

    public static async Task<ImportFile> Read(ListingKind kind, Stream body, CancellationToken cancellation) =>
        ColumnMatching.Match(
            kind,
            await FileTables.ReadTable([kind], FileFormat.Csv, body, new(), cancellation),
            new()
        );

    /// <param name="kinds">The kinds whose columns the header may name.</param>
    public static FileTable ReadTable(
        IReadOnlyList<ListingKind> kinds,
        MemoryStream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        var text = TextEncodings.Read(body.GetBuffer(), (int)body.Length);
        var (separator, header) = FindHeader(text, kinds, choice);
        try
        {
            using var parser = new CsvParser(text.Open(), Configuration(separator));
            var names = ReadHeader(parser, header);
            var found = new FileFound("csv", text.Name, separator, HeaderRow: header);
            return new(found, names, ReadRows(parser, names.Count, cancellation));
        }
        catch (DecoderFallbackException)
        {
            throw BadFileException.Unreadable("unknownEncoding");
        }
        catch (BadDataException broken)
        {
            throw BadFileException.Unreadable("malformedCsv", Line(broken.Context?.Parser?.RawRow ?? 1));
        }
    }

    private static CsvConfiguration Configuration(string separator) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false, // Blank lines keep reported line numbers equal to the file's.
            BadDataFound = RefuseBrokenQuotes,
            BufferSize = 64 * 1024,
        };

    // A quote inside a cell that is not quoted is a character, as in 12'6": spreadsheets read it so.
    private static void RefuseBrokenQuotes(BadDataFoundArgs found)
    {
        if (found.Field.StartsWith('"'))
            throw new BadDataException(found.Field, found.RawRecord, found.Context);
    }

    // The separator with which a row names most columns, else the one that cuts the first row into most cells.
    private static (string Separator, int HeaderLine) FindHeader(
        TextFile text,
        IReadOnlyList<ListingKind> kinds,
        FileChoice choice
    )
    {
        var head = text.Head();
        var best = (Separator: ",", Line: choice.HeaderRow ?? 0, Known: -1, Cells: 0);
        foreach (var separator in Separators)
        {
            var rows = ReadHead(head, separator);
            var (index, known) =
                choice.HeaderRow is { } stated && rows.FindIndex(row => row.Line == stated) is var at and >= 0
                    ? (at, HeaderRow.Known(rows[at].Cells, kinds))
                    : HeaderRow.Find([.. rows.Take(HeaderRow.Searched).Select(row => row.Cells)], kinds);
            if (index < 0)
                continue;
            var cells = rows[index].Cells.Length;
            if ((known, cells).CompareTo((best.Known, best.Cells)) > 0)
                best = (separator, choice.HeaderRow ?? rows[index].Line, known, cells);
        }

        return best.Line > 0 ? (best.Separator, best.Line) : throw BadFileException.Invalid("", "noHeader");
    }

    private static List<SourceRow> ReadHead(string head, string separator)
    {
        var rows = new List<SourceRow>();
        using var parser = new CsvParser(new StringReader(head), Configuration(separator));
        try
        {
            for (var line = 1; rows.Count < 2 * HeaderRow.Searched && parser.Read(); line = parser.RawRow + 1)
                rows.Add(new(line, [.. parser.Record!.Select(HeaderRow.Name)]));
        }
        catch (BadDataException)
        {
            // The rows before tell enough; reading the whole file reports the line.
        }

        return rows;
    }

    private static List<string> ReadHeader(CsvParser parser, int header)
    {
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
        {
            if (line < header)
                continue;
            var names = parser.Record!.Select(HeaderRow.Name).ToList();
            var last = names.FindLastIndex(name => name.Length > 0);
            return last >= 0 ? names[..(last + 1)] : throw BadFileException.Invalid("", "noHeader");
        }

        throw BadFileException.Invalid("", "noHeader");
    }

    private static List<SourceRow> ReadRows(CsvParser parser, int count, CancellationToken cancellation)
    {
        var rows = new List<SourceRow>();
        var pool = new CellPool();
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = parser.Record!;
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                rows.Add(new(line, Cells(cells, count, pool)));
            line = parser.RawRow + 1;
        }

        return rows;
    }

    // Spreadsheets write empty cells to the right of the table.
    private static string[] Cells(string[] cells, int count, CellPool pool)
    {
        var length = cells.Length;
        while (length > count && string.IsNullOrWhiteSpace(cells[length - 1]))
            length--;
        return [.. cells.Take(length).Select(cell => pool.Intern(cell.Trim()))];
    }

    private static string Line(int number) => number.ToString(CultureInfo.InvariantCulture);
}
