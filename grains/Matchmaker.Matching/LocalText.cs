using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching;

/// <summary>
/// A text as its author wrote it in each language; null: not written in that language. Never machine-converted.
/// </summary>
/// <param name="Plain">
/// A text without a stated language; JSON writes it as a bare string, and the other forms are null.
/// </param>
[JsonConverter(typeof(LocalTextJson)), GenerateSerializer, Immutable]
public sealed record LocalText(string? En = null, string? ZhHant = null, string? ZhHans = null, string? Plain = null)
{
    /// <summary>As it is written in a language, or else in the nearest one; null: it is written in none.</summary>
    /// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; any other is read as English.</param>
    public string? In(string language) =>
        language switch
        {
            "zh-Hant" => ZhHant ?? Plain ?? ZhHans ?? En,
            "zh-Hans" => ZhHans ?? Plain ?? ZhHant ?? En,
            _ => En ?? Plain ?? ZhHant ?? ZhHans,
        };

    /// <summary>Every form that is present, for searching.</summary>
    [JsonIgnore]
    public IEnumerable<string> All => new[] { Plain, En, ZhHant, ZhHans }.OfType<string>();
}

/// <summary>Reads and writes <c>{en, zhHant, zhHans}</c>, or one bare string.</summary>
public sealed class LocalTextJson : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new(Plain: reader.GetString());
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A text, or one for each language.");

        var text = new LocalText();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString();
            reader.Read();
            text = With(
                text,
                language,
                reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString(),
                    JsonTokenType.Null => null,
                    _ => throw new JsonException("A text."),
                }
            );
        }

        return text;
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        if (value.Plain is { } plain)
        {
            writer.WriteStringValue(plain);
            return;
        }

        writer.WriteStartObject();
        WriteOne(writer, "en", value.En);
        WriteOne(writer, "zhHant", value.ZhHant);
        WriteOne(writer, "zhHans", value.ZhHans);
        writer.WriteEndObject();
    }

    private static LocalText With(LocalText text, string? language, string? written) =>
        language switch
        {
            "en" => text with { En = written },
            "zhHant" => text with { ZhHant = written },
            "zhHans" => text with { ZhHans = written },
            _ => throw new JsonException("A language is en, zhHant or zhHans."),
        };

    private static void WriteOne(Utf8JsonWriter writer, string language, string? written)
    {
        if (written is not null)
            writer.WriteString(language, written);
    }
}
