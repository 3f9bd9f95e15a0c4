namespace Matchmaker.Web.Maps;

/// <summary>The head of a PMTiles file, version 3: what its tiles are.</summary>
internal static class PmTilesHeader
{
    private const int Length = 127;
    private const int Version = 3;

    // Browsers read these: none and gzip.
    private const byte NoCompression = 1;
    private const byte Gzip = 2;
    private const byte Vector = 1;
    private const byte LastPicture = 5;

    /// <exception cref="InvalidDataException">It is no such file, or one that browsers cannot read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static (TileKind Kind, int MaxZoom) Read(string path)
    {
        var head = new byte[Length];
        using (var file = File.OpenRead(path))
        {
            if (file.ReadAtLeast(head, Length, throwOnEndOfStream: false) < Length)
                throw new InvalidDataException("is no PMTiles file");
        }

        if (!head.AsSpan().StartsWith("PMTiles"u8))
            throw new InvalidDataException("is no PMTiles file");
        if (head[7] != Version)
            throw new InvalidDataException($"is PMTiles of version {head[7]}, not {Version}");
        if (!IsReadable(head[97]) || !IsReadable(head[98]))
            throw new InvalidDataException("is compressed in a way that browsers cannot read, which gzip is not");
        var kind = head[99] switch
        {
            Vector => TileKind.Vector,
            > Vector and <= LastPicture => TileKind.Raster,
            _ => throw new InvalidDataException("holds tiles of an unknown type"),
        };
        return (kind, head[101]);
    }

    private static bool IsReadable(byte compression) => compression is NoCompression or Gzip;
}
