using System.Text;
using System.Text.Unicode;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching.Search;

namespace Matchmaker.Interchange.Encodings;

/// <summary>
/// Finds how a text file is written: UTF-8, UTF-16 with a mark, else Big5, GB18030 or Windows-1252.
/// </summary>
internal static class TextEncodings
{
    private const int SampleBytes = 64 * 1024;

    // Chinese text is nearly all common characters. Its bytes read in the wrong encoding are not.
    private const double LeastShare = 0.5;

    private static readonly Encoding Western = CodePage(1252);
    private static readonly Encoding Mainland = CodePage(54936);

    /// <exception cref="BadFileException">The bytes are of no encoding that is read here.</exception>
    public static TextFile Read(byte[] bytes, int length)
    {
        var all = bytes.AsSpan(0, length);
        if (all.StartsWith("\uFEFF"u8))
            return Utf8.IsValid(all) ? new("UTF-8", Encoding.UTF8, bytes, length, 3) : throw Unreadable();
        if (all is [0xFF, 0xFE, 0, 0, ..])
            throw Unreadable();
        if (all is [0xFF, 0xFE, ..])
            return new("UTF-16LE", new UnicodeEncoding(false, true, true), bytes, length, 2);
        if (all is [0xFE, 0xFF, ..])
            return new("UTF-16BE", new UnicodeEncoding(true, true, true), bytes, length, 2);
        // UTF-16 without its mark; a single such sign is the cell's error.
        if (all.Count((byte)0) > all.Length / 10)
            throw Unreadable();
        if (Utf8.IsValid(all))
            return new("UTF-8", Encoding.UTF8, bytes, length, 0);
        return Guess(bytes, length);
    }

    private static TextFile Guess(byte[] bytes, int length)
    {
        var sample = Sample(bytes.AsSpan(0, length));
        if (IsDamagedUtf8(sample))
            throw Unreadable();
        var traditional = Share(Big5.Decode(sample), sample, lead => lead is >= 0xA4 and <= 0xC6);
        var simplified = Share(Strictly(Mainland, sample), sample, lead => lead is >= 0xB0 and <= 0xD7);
        if (traditional >= LeastShare && traditional >= simplified)
            return new("Big5-HKSCS", null, bytes, length, 0);
        if (simplified >= LeastShare)
            return new("GB18030", Mainland, bytes, length, 0);
        return Strictly(Western, sample) is null ? throw Unreadable() : new("Windows-1252", Western, bytes, length, 0);
    }

    // Most lines of a table are plain ASCII and tell nothing. No byte of a longer sign is a line end in any of the
    // encodings.
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        var sample = new MemoryStream();
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (bytes[range].ContainsAnyInRange((byte)0x80, (byte)0xFF))
                sample.Write(bytes[range]);
            if (sample.Length > SampleBytes)
                break;
        }

        return sample.ToArray();
    }

    // UTF-8 cut or pasted together wrongly still has more right signs than wrong ones; other encodings have hardly any.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (right, wrong) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var read);
            if (status != System.Buffers.OperationStatus.Done)
                wrong++;
            else if (read > 1)
                right++;
            bytes = bytes[Math.Max(1, read)..];
        }

        return right > wrong;
    }

    /// <summary>From 0 to 2: the share of common characters by their place in the code, and by what the product's own
    /// lists write.</summary>
    private static double Share(string? text, byte[] bytes, Func<byte, bool> isCommon)
    {
        if (text is null)
            return 0;
        var (han, familiar) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Folding.IsHan(text, i) && text[i] is not (>= '\u3000' and <= '\u30FF'))
                continue;
            han++;
            familiar += FamiliarSigns.Contains(text[i]) ? 1 : 0;
        }

        var (pairs, common) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            // Rows A1 to A3 are signs and full-width letters in both encodings.
            if (bytes[i] is < 0xA1 or > 0xA3)
                (pairs, common) = (pairs + 1, common + (isCommon(bytes[i]) ? 1 : 0));
            i++;
        }

        return pairs == 0 || han == 0 ? 0 : ((double)common / pairs) + ((double)familiar / han) - 0.25;
    }

    private static string? Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            number,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        )!;

    private static BadFileException Unreadable() => BadFileException.Unreadable("unknownEncoding");
}
