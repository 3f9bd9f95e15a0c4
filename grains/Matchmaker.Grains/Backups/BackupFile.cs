using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Matchmaker.Grains.Journal;

namespace Matchmaker.Grains.Backups;

/// <summary>
/// A backup's lines: compressed JSON, first what it is, then each table's name and columns followed by its rows as lists, last how much there
/// is and the SHA-256 of all lines before. It knows no database.
/// </summary>
internal static class BackupFile
{
    public const int Format = 1;

    /// <summary>Writes lines, and the last one with what makes the file whole.</summary>
    public sealed class Writer(Stream file) : IAsyncDisposable
    {
        private static readonly byte[] NewLine = "\n"u8.ToArray();
        private readonly GZipStream _packed = new(file, CompressionLevel.Fastest, leaveOpen: true);
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public Task Line<T>(T line) => Raw(JsonSerializer.SerializeToUtf8Bytes(line));

        public async Task Raw(ReadOnlyMemory<byte> line)
        {
            _hash.AppendData(line.Span);
            _hash.AppendData(NewLine);
            await _packed.WriteAsync(line);
            await _packed.WriteAsync(NewLine);
        }

        public Task End(Dictionary<string, long> rows, JournalEnd journal) =>
            Line(new BackupEnd(rows, journal.Sequence, journal.Hash, Convert.ToHexStringLower(_hash.GetCurrentHash())));

        public async ValueTask DisposeAsync()
        {
            await _packed.DisposeAsync();
            _hash.Dispose();
        }
    }

    /// <summary>Reads a file from its first line to its last.</summary>
    /// <returns>The first and the last line.</returns>
    /// <exception cref="InvalidDataException">It is no backup, of a later format, cut off, or altered; the message says which.</exception>
    public static async Task<(BackupHead Head, BackupEnd End)> Check(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (head, sum, last) = ((BackupHead?)null, "", (byte[]?)null);
        try
        {
            await foreach (var line in Lines(path))
            {
                head ??= Head(line);
                if (last is not null)
                    hash.AppendData([.. last, (byte)'\n']);
                last = line;
            }

            sum = Convert.ToHexStringLower(hash.GetCurrentHash());
            if (
                head is not null
                && last is not null
                && JsonSerializer.Deserialize<BackupEnd>(last) is { Sha256: not null } end
            )
                return end.Sha256 == sum
                    ? (head, end)
                    : throw new InvalidDataException("it was altered: its check sum is another");
        }
        catch (JsonException)
        {
            // The last line is none of an end.
        }

        throw new InvalidDataException(head is null ? "it is no backup" : "it is cut off: its end is missing");
    }

    /// <summary>Its lines, without their ends.</summary>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public static async IAsyncEnumerable<byte[]> Lines(string path)
    {
        await using var file = File.OpenRead(path);
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        var reader = System.IO.Pipelines.PipeReader.Create(unpacked);
        while (true)
        {
            var read = await reader.ReadAsync();
            var rest = read.Buffer;
            var lines = new List<byte[]>();
            while (System.Buffers.BuffersExtensions.PositionOf(rest, (byte)'\n') is { } at)
            {
                lines.Add(System.Buffers.BuffersExtensions.ToArray(rest.Slice(0, at)));
                rest = rest.Slice(rest.GetPosition(1, at));
            }

            foreach (var line in lines)
                yield return line;
            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
                yield break;
        }
    }

    private static BackupHead Head(byte[] line) =>
        JsonSerializer.Deserialize<BackupHead>(line) switch
        {
            { Matchmaker: > Format } later => throw new InvalidDataException(
                $"its format {later.Matchmaker} is of a later release"
            ),
            { Matchmaker: Format } head => head,
            _ => throw new InvalidDataException("it is no backup"),
        };
}

/// <param name="Matchmaker">The file's format.</param>
/// <param name="Schema">The last of the migrations that the database had.</param>
internal sealed record BackupHead(int Matchmaker, string Schema, string At);

/// <summary>What comes before a table's rows.</summary>
internal sealed record BackupTable(string Table, string[] Columns);

/// <param name="Rows">How many, by table.</param>
/// <param name="Sequence">The journal's last.</param>
/// <param name="Hash">Of the journal's last entry.</param>
/// <param name="Sha256">Of all lines before, each with its end.</param>
internal sealed record BackupEnd(Dictionary<string, long> Rows, long Sequence, string Hash, string Sha256);
