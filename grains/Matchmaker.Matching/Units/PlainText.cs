using System.Text;

namespace Matchmaker.Matching.Units;

/// <summary>Normalises text for comparison: half width, lower case, one kind of space, quote and minus.</summary>
public static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Square(c) is { } word)
                plain.Append(word);
            else
                plain.Append(char.ToLowerInvariant(HalfWidth(c)));
        }

        return plain.ToString();
    }

    private static char HalfWidth(char c) =>
        c switch
        {
            >= '！' and <= '～' => (char)(c - '！' + '!'),
            '\u3000' or '\u00A0' or '\u2009' or '\u202F' => ' ',
            '²' => '2',
            '′' or '‘' or '’' => '\'',
            '″' or '“' or '”' => '"',
            '−' or '–' => '-',
            _ => c,
        };

    // East Asian keyboards write some units as one character.
    private static string? Square(char c) =>
        c switch
        {
            '㎡' => "m2",
            '㎜' => "mm",
            '㎝' => "cm",
            '㎏' => "kg",
            _ => null,
        };
}
