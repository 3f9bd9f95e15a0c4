using System.Collections;
using System.IO.Compression;

namespace Matchmaker.Interchange.Imports;

/// <summary>How far an import is: what a further run over the same file needs to go on.</summary>
/// <param name="Created">The records created so far; the others likewise.</param>
/// <param name="DoneLines">
/// One bit for each line of the file, compressed, in base64: set where the row is done and was not rejected.
/// </param>
public sealed record ImportCheckpoint(int Created, int Updated, int Unchanged, int Merged, string DoneLines)
{
    /// <summary>Nothing is done.</summary>
    public static ImportCheckpoint None { get; } = new(0, 0, 0, 0, "");

    internal BitArray Lines(int count)
    {
        var lines = new BitArray(count);
        if (DoneLines.Length == 0)
            return lines;
        using var bytes = new MemoryStream();
        using (
            var packed = new DeflateStream(
                new MemoryStream(Convert.FromBase64String(DoneLines)),
                CompressionMode.Decompress
            )
        )
            packed.CopyTo(bytes);
        var before = new BitArray(bytes.ToArray());
        for (var i = 0; i < Math.Min(count, before.Length); i++)
            lines[i] = before[i];
        return lines;
    }

    internal static string Pack(BitArray lines)
    {
        var bytes = new byte[(lines.Length + 7) / 8];
        lines.CopyTo(bytes, 0);
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return Convert.ToBase64String(packed.ToArray());
    }
}

/// <summary>What an import did so far.</summary>
/// <param name="Done">The rows that are done, rejected ones with them.</param>
public sealed record ImportProgress(int Rows, int Done, ImportReport Report, ImportCheckpoint Checkpoint);

/// <summary>Looks at an import now and then.</summary>
/// <returns>Whether to go on; false: the import ends with the rows in work.</returns>
public delegate Task<bool> ImportObserver(ImportProgress progress);
