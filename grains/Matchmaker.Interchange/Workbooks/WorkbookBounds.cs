using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using Matchmaker.Interchange.Files;

namespace Matchmaker.Interchange.Workbooks;

/// <summary>
/// Checks how large a workbook is when expanded, before it is read: the sizes that it states may be untrue.
/// </summary>
internal static class WorkbookBounds
{
    private const long MaxExpanded = 1024L * 1024 * 1024;
    private const long MaxTexts = 256L * 1024 * 1024;
    private const int MaxParts = 10_000;

    /// <exception cref="BadFileException">No workbook, or one that expands beyond the bounds.</exception>
    public static void Check(Stream workbook, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MaxParts)
            throw BadFileException.TooLarge("workbookTooLarge", Megabytes(MaxExpanded));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var left = MaxExpanded;
            // Macros, pictures and other parts are never opened.
            foreach (var part in zip.Entries.Where(entry => IsRead(entry.FullName)))
                left -= Expand(part, Math.Min(left, IsTexts(part.FullName) ? MaxTexts : left), buffer, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static long Expand(ZipArchiveEntry part, long most, byte[] buffer, CancellationToken cancellation)
    {
        using var content = part.Open();
        var total = 0L;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            total += read;
            if (total > most)
                throw BadFileException.TooLarge("workbookTooLarge", Megabytes(MaxExpanded));
        }

        return total;
    }

    private static bool IsRead(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsTexts(string name) => name.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase);

    private static string Megabytes(long bytes) => (bytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
}
