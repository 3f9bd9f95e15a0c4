using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Matchmaker.Browser.Tests.Setup;

/// <summary>
/// A picture of at most 256 colours as a PNG: a third of what Chromium writes. The colours are the most frequent ones
/// of the picture and, for the last quarter, those that are farthest from all chosen before, so that a small red mark
/// stays red.
/// </summary>
internal static class IndexedPng
{
    private const int Colours = 256;
    private const int Frequent = Colours * 3 / 4;
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];
    private static readonly uint[] Checks = [.. Enumerable.Range(0, 256).Select(CheckOf)];

    /// <param name="pixels">Red, green, blue and alpha of each pixel, row by row; alpha is ignored.</param>
    public static byte[] Of(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var counts = new Dictionary<int, int>();
        var colours = new int[width * height];
        for (var i = 0; i < colours.Length; i++)
        {
            colours[i] = pixels[4 * i] << 16 | pixels[4 * i + 1] << 8 | pixels[4 * i + 2];
            counts[colours[i]] = counts.GetValueOrDefault(colours[i]) + 1;
        }

        var palette = Palette(counts);
        var places = counts.Keys.ToDictionary(colour => colour, colour => (byte)Nearest(palette, colour).Place);
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0); // no filter: neighbours in a palette are not alike
                foreach (var colour in colours.AsSpan(y * width, width))
                    zlib.WriteByte(places[colour]);
            }
        }

        return File(width, height, palette, rows.ToArray());
    }

    private static List<int> Palette(Dictionary<int, int> counts)
    {
        List<int> all =
        [
            .. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => count.Key),
        ];
        var palette = all.Take(Frequent).ToList();
        var rest = all.Skip(Frequent).Select(colour => (Colour: colour, Nearest(palette, colour).Distance)).ToList();
        while (palette.Count < Colours && rest.Count > 0)
        {
            var farthest = rest.MaxBy(entry => entry.Distance).Colour;
            palette.Add(farthest);
            rest =
            [
                .. rest.Select(entry => (entry.Colour, Math.Min(entry.Distance, Distance(entry.Colour, farthest)))),
            ];
        }

        return palette;
    }

    private static (int Place, int Distance) Nearest(List<int> palette, int colour)
    {
        var (place, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Count; i++)
        {
            if (Distance(palette[i], colour) is var distance && distance < least)
                (place, least) = (i, distance);
        }

        return (place, least);
    }

    private static int Distance(int one, int other)
    {
        var (red, green, blue) = (
            (one >> 16) - (other >> 16),
            (one >> 8 & 255) - (other >> 8 & 255),
            (one & 255) - (other & 255)
        );
        return red * red + green * green + blue * blue;
    }

    private static byte[] File(int width, int height, List<int> palette, byte[] rows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3); // eight bits a pixel, which are a place in the palette
        byte[] colours =
        [
            .. palette.SelectMany(colour => new[] { Byte(colour >> 16), Byte(colour >> 8), Byte(colour) }),
        ];
        return
        [
            .. Signature,
            .. Chunk("IHDR", header),
            .. Chunk("PLTE", colours),
            .. Chunk("IDAT", rows),
            .. Chunk("IEND", []),
        ];
    }

    private static byte Byte(int colour) => (byte)(colour & 255);

    /// <summary>Length, name, content and checksum, as every part of a PNG is written.</summary>
    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(
            check,
            ~body.Aggregate(uint.MaxValue, (sum, next) => Checks[(sum ^ next) & 255] ^ (sum >> 8))
        );
        return [.. length, .. body, .. check];
    }

    private static uint CheckOf(int value)
    {
        var check = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            check = (check & 1) == 1 ? 0xEDB88320 ^ (check >> 1) : check >> 1;
        return check;
    }
}
