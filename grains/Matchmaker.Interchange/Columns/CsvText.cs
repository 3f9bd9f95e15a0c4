using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Matchmaker.Interchange.Columns;

/// <summary>CSV as spreadsheets open it.</summary>
internal static class CsvText
{
    // Without a byte order mark, spreadsheets read Chinese in the wrong encoding.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>A writer that leaves the target open.</summary>
    public static CsvWriter To(Stream target) =>
        new(
            new StreamWriter(target, Encoding, bufferSize: 64 * 1024, leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }
        );
}
