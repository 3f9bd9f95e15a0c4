using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Matchmaker.Interchange.Files;

/// <summary>
/// Reads CSV: UTF-8 with or without a byte order mark, a header row, commas, quoted cells with line breaks.
/// </summary>
internal static class CsvRows
{
    public static async Task<ImportFile> Read(ListingKind kind, Stream body, CancellationToken cancellation)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        using var text = new StreamReader(
            body,
            encoding,
            detectEncodingFromByteOrderMarks: false,
            bufferSize: 64 * 1024,
            leaveOpen: true
        );
        using var parser = new CsvParser(text, Configuration);
        try
        {
            var columns = ImportFile.ColumnsOf(kind, await ReadHeader(parser));
            return new(kind, columns, await ReadRows(parser, cancellation));
        }
        catch (DecoderFallbackException)
        {
            throw BadFileException.Unreadable("notUtf8");
        }
        catch (BadDataException)
        {
            throw BadFileException.Unreadable("malformedCsv", Line(parser.RawRow));
        }
    }

    private static CsvConfiguration Configuration =>
        new(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false, // Blank lines keep reported line numbers equal to the file's.
            BadDataFound = found => throw new BadDataException(found.Field, found.RawRecord, found.Context),
            BufferSize = 64 * 1024,
        };

    private static async Task<IReadOnlyList<string>> ReadHeader(CsvParser parser)
    {
        if (!await parser.ReadAsync() || parser.Record is not { } record)
            throw BadFileException.Unreadable("emptyFile");
        if (record.All(string.IsNullOrWhiteSpace))
            throw BadFileException.Invalid("", "noHeader");
        return [.. record.Select(name => name.Trim())];
    }

    private static async Task<List<SourceRow>> ReadRows(CsvParser parser, CancellationToken cancellation)
    {
        var rows = new List<SourceRow>();
        var pool = new CellPool();
        var line = parser.RawRow + 1;
        while (await parser.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = parser.Record!;
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                rows.Add(new(line, [.. cells.Select(cell => pool.Intern(cell.Trim()))]));
            line = parser.RawRow + 1;
        }

        return rows;
    }

    private static string Line(int number) => number.ToString(CultureInfo.InvariantCulture);
}
