using System.Text;
using Matchmaker.Interchange.Files;

namespace Matchmaker.Interchange.Encodings;

/// <summary>A text file in memory, which can be read more than once.</summary>
/// <param name="Name">The encoding's name as people know it, such as <c>Big5-HKSCS</c>.</param>
/// <param name="Encoding">Null: Big5, which .NET cannot read.</param>
/// <param name="Start">The number of bytes before the text: a byte order mark.</param>
internal sealed record TextFile(string Name, Encoding? Encoding, byte[] Bytes, int Length, int Start)
{
    private const int HeadBytes = 64 * 1024;

    private readonly Lazy<string> _decoded = new(() =>
        Big5.Decode(Bytes.AsSpan(Start, Length - Start)) ?? throw BadFileException.Unreadable("unknownEncoding")
    );

    /// <exception cref="DecoderFallbackException">On reading: some bytes are not of the encoding.</exception>
    public TextReader Open() =>
        Encoding is { } encoding
            ? new StreamReader(
                new MemoryStream(Bytes, Start, Length - Start),
                encoding,
                detectEncodingFromByteOrderMarks: false,
                bufferSize: 64 * 1024
            )
            : new StringReader(_decoded.Value);

    /// <summary>The first lines, without one that is cut.</summary>
    public string Head()
    {
        using var reader = Open();
        var head = new char[HeadBytes];
        var read = reader.ReadBlock(head);
        var end = read < head.Length ? read : Array.LastIndexOf(head, '\n', read - 1) + 1;
        return new(head, 0, end == 0 ? read : end);
    }
}
