using System.Text;

namespace Matchmaker.Matching.Units;

/// <summary>
/// Normalises text for comparison: compatibility forms such as full width and ㎡ unfolded, lower case, one kind of
/// space, quote, dash and minus. Each character is normalised by itself, and twice gives the same as once.
/// </summary>
public static class PlainText
{
    // East Asian keyboards write some units as one character. 12½ is twelve and a half, not 121/2.
    private static readonly Dictionary<char, string> Squares = new()
    {
        ['½'] = " 1/2",
        ['⅓'] = " 1/3",
        ['⅔'] = " 2/3",
        ['¼'] = " 1/4",
        ['¾'] = " 3/4",
        ['⅕'] = " 1/5",
        ['⅖'] = " 2/5",
        ['⅗'] = " 3/5",
        ['⅘'] = " 4/5",
        ['⅙'] = " 1/6",
        ['⅚'] = " 5/6",
        ['⅛'] = " 1/8",
        ['⅜'] = " 3/8",
        ['⅝'] = " 5/8",
        ['⅞'] = " 7/8",
        ['㎡'] = "m2",
        ['㎜'] = "mm",
        ['㎝'] = "cm",
        ['㎞'] = "km",
        ['㎏'] = "kg",
        ['㎪'] = "kpa",
        ['㎛'] = "μm",
    };

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~' or >= '\u4E00' and <= '\u9FFF')
                plain.Append(char.ToLowerInvariant(c));
            else
                AppendSign(plain, c);
        }

        return plain.ToString();
    }

    private static void AppendSign(StringBuilder plain, char c)
    {
        if (Squares.TryGetValue(c, out var word))
            plain.Append(word);
        else if (Sign(c) is { } sign)
            plain.Append(sign);
        else if (c is >= '！' and <= '～')
            plain.Append(char.ToLowerInvariant(Sign((char)(c - '！' + '!')) ?? (char)(c - '！' + '!')));
        else if (!IsInvisible(c))
            plain.Append(char.ToLowerInvariant(c));
    }

    private static char? Sign(char c) =>
        c switch
        {
            '\n' or '\r' or '\t' => c,
            '‘' or '’' or '‛' or '′' => '\'',
            '“' or '”' or '‟' or '″' => '"',
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' => '-',
            '～' or '〜' or '∼' => '~',
            '⁄' or '∕' => '/',
            '¹' or '²' or '³' => c == '¹' ? '1'
            : c == '²' ? '2'
            : '3',
            '﹐' => ',',
            '｡' => '。',
            '､' => '、',
            '￥' => '¥',
            'µ' => 'μ',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => null,
        };

    // Marks of direction and joining, and the byte order mark, are typed by no one.
    private static bool IsInvisible(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF';
}
