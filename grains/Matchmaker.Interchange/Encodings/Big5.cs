using System.Globalization;
using System.Text;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Encodings;

/// <summary>
/// Big5 as Hong Kong writes it: code page 950 with the Hong Kong Supplementary Character Set (HKSCS-2004), which .NET's
/// own Big5 lacks.
/// </summary>
internal static class Big5
{
    private const int FirstLead = 0x81;
    private const int Leads = 0xFE - FirstLead + 1;

    private static readonly Lazy<string?[]> Table = new(ReadTable);

    /// <summary>The text; null: some bytes are not of this encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var table = Table.Value;
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                text.Append((char)bytes[i]);
            else if (i + 1 < bytes.Length && Find(table, bytes[i], bytes[i + 1]) is { } sign)
                (_, i) = (text.Append(sign), i + 1);
            else
                return null;
        }

        return text.ToString();
    }

    private static string? Find(string?[] table, byte lead, byte trail) =>
        lead is < FirstLead or 0xFF ? null : table[((lead - FirstLead) * 256) + trail];

    private static string?[] ReadTable()
    {
        var table = new string?[Leads * 256];
        var plain = CodePagesEncodingProvider.Instance.GetEncoding(
            950,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ReplacementFallback
        )!;
        for (var lead = FirstLead; lead < FirstLead + Leads; lead++)
        {
            foreach (var trail in Trails)
            {
                var sign = plain.GetString([(byte)lead, (byte)trail]);
                if (sign is [not ('\uFFFD' or '?' or (>= '\uE000' and <= '\uF8FF'))])
                    table[((lead - FirstLead) * 256) + trail] = sign;
            }
        }

        foreach (var row in Csv.Embedded(typeof(Big5).Assembly, "Encodings.hkscs.csv"))
            AddRow(
                table,
                int.Parse(row["first"], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                row["characters"]
            );
        return table;
    }

    private static IEnumerable<int> Trails => Enumerable.Range(0x40, 0x3F).Concat(Enumerable.Range(0xA1, 0x5E));

    // A combining mark belongs to the letter before it: four codes are two characters each.
    private static void AddRow(string?[] table, int first, string characters)
    {
        var (lead, trail) = (first >> 8, first & 0xFF);
        var elements = StringInfo.GetTextElementEnumerator(characters);
        while (elements.MoveNext())
        {
            table[((lead - FirstLead) * 256) + trail] = elements.GetTextElement();
            trail = trail == 0x7E ? 0xA1 : trail + 1;
        }
    }
}
