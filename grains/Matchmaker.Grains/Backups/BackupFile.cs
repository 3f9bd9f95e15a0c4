using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Matchmaker.Grains.Journal;

namespace Matchmaker.Grains.Backups;

/// <summary>
/// The file format of a backup: compressed lines of JSON. A header, then each table's name and columns followed by its
/// rows as arrays, then a trailer with row counts and the SHA-256 of all lines before it.
/// </summary>
internal static class BackupFile
{
    public const int Format = 1;

    /// <summary>Writes lines, and the trailer that completes the file.</summary>
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

    /// <summary>Reads the whole file and verifies its check sum.</summary>
    /// <returns>The header and the trailer.</returns>
    /// <exception cref="InvalidDataException">The file is not a backup, has a later format, is truncated or was
    /// altered.</exception>
    public static async Task<(BackupHead Head, BackupEnd End)> Check(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (head, sum, last, size) = ((BackupHead?)null, "", (byte[]?)null, 0u);
        try
        {
            await foreach (var line in Lines(path))
            {
                head ??= Head(line);
                if (last is not null)
                    hash.AppendData([.. last, (byte)'\n']);
                (last, size) = (line, unchecked(size + (uint)line.Length + 1));
            }

            sum = Convert.ToHexStringLower(hash.GetCurrentHash());
            if (
                head is not null
                && last is not null
                && await SizeOf(path) == size
                && JsonSerializer.Deserialize<BackupEnd>(last) is { Sha256: not null } end
            )
                return end.Sha256 == sum
                    ? (head, end)
                    : throw new InvalidDataException("the file was altered: its check sum does not match");
        }
        catch (JsonException)
        {
            // The last line is not a trailer.
        }

        throw new InvalidDataException(
            head is null ? "the file is not a backup" : "the file is truncated: its last line is missing"
        );
    }

    // The last four bytes of a packed file are its unpacked size. The end of the packed data may hold no line, so that
    // every line can be read from a file without it.
    private static async Task<uint?> SizeOf(string path)
    {
        await using var file = File.OpenRead(path);
        if (file.Length < sizeof(uint))
            return null;
        file.Seek(-sizeof(uint), SeekOrigin.End);
        var bytes = new byte[sizeof(uint)];
        await file.ReadExactlyAsync(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>The lines of the file, without line ends.</summary>
    /// <exception cref="InvalidDataException">The file cannot be decompressed.</exception>
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
                $"the file has format {later.Matchmaker} of a later release"
            ),
            { Matchmaker: Format } head => head,
            _ => throw new InvalidDataException("the file is not a backup"),
        };
}

/// <param name="Matchmaker">The file's format.</param>
/// <param name="Schema">The database's last migration.</param>
internal sealed record BackupHead(int Matchmaker, string Schema, string At);

/// <summary>The line before a table's rows.</summary>
internal sealed record BackupTable(string Table, string[] Columns);

/// <param name="Rows">The number of rows by table.</param>
/// <param name="Sequence">The sequence number of the journal's last entry.</param>
/// <param name="Hash">The hash of the journal's last entry.</param>
/// <param name="Sha256">The hash of all lines before, with their line ends.</param>
internal sealed record BackupEnd(Dictionary<string, long> Rows, long Sequence, string Hash, string Sha256);
