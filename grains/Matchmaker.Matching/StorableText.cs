using System.Text.Json;

namespace Matchmaker.Matching;

/// <summary>Which texts can be kept: both databases, JSON and workbooks must be able to hold them.</summary>
public static class StorableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Whether a text can be kept: it has no NUL, which PostgreSQL refuses; no half of a surrogate pair, which is not a
    /// character; and neither U+FFFE nor U+FFFF, which XML refuses.
    /// </summary>
    public static bool IsValid(string text) => FirstBad(text, 0) < 0;

    /// <summary>Whether a text can name a record: it can be kept, and is not blank.</summary>
    public static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && IsValid(text);

    /// <summary>The text with U+FFFD in place of each character that cannot be kept.</summary>
    public static string Repaired(string text)
    {
        if (IsValid(text))
            return text;
        var signs = text.ToCharArray();
        for (var i = FirstBad(text, 0); i >= 0; i = FirstBad(text, i + 1))
            signs[i] = Replacement;
        return new(signs);
    }

    /// <summary>Checks the name of every field, which no reader can pass over as it can a value.</summary>
    /// <exception cref="JsonException">Not JSON, or a name cannot be kept.</exception>
    public static void CheckNames(ReadOnlySpan<byte> json, int maxDepth = 64)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = maxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && !IsValid(Read(ref reader)))
                throw new JsonException(
                    "A name is not a text.",
                    null,
                    json[..(int)reader.TokenStartIndex].Count((byte)'\n'),
                    null
                );
        }
    }

    private static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\0"; // half a surrogate pair
        }
    }

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is '\0' or '\uFFFE' or '\uFFFF')
                return i;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }
}
