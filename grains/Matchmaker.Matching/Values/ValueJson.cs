using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Values;

/// <summary>
/// Reads and writes values as JSON, distinguished by shape alone: a number, a day or a code, true or false, a list of
/// tags, <c>{use: verdict}</c> or <c>{lat, lon}</c>. The schema decides whether the shape suits the attribute.
/// </summary>
public sealed class ValueJson : JsonConverter<Value>
{
    private static readonly string[] Verdicts = ["fits", "needsPermission", "doesNotFit"];

    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => ValuePool.Share(new NumberValue(number)),
            JsonTokenType.String => ReadText(reader.GetString()!),
            JsonTokenType.True or JsonTokenType.False => ValuePool.Share(new FlagValue(reader.GetBoolean())),
            JsonTokenType.StartArray => ReadTags(ref reader),
            JsonTokenType.StartObject => ReadObject(ref reader),
            _ => throw new JsonException("Not a value."),
        };

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case NumberValue number:
                writer.WriteNumberValue(WithoutTrailingZeros(number.Number));
                break;
            case DayValue day:
                writer.WriteStringValue(Text(day.Day));
                break;
            case CodeValue code:
                writer.WriteStringValue(code.Code);
                break;
            case FlagValue flag:
                writer.WriteBooleanValue(flag.Yes);
                break;
            case TagsValue tags:
                WriteTags(writer, tags);
                break;
            case UsesValue uses:
                WriteUses(writer, uses);
                break;
            case PointValue point:
                WritePoint(writer, point);
                break;
            default:
                throw new JsonException($"{value.GetType().Name} has no JSON form.");
        }
    }

    /// <summary>A tag as text: its code, followed by @ and the last day of the claim if there is one.</summary>
    public static string Text(Tag tag) => tag.Until is { } day ? $"{tag.Code}@{Text(day)}" : tag.Code;

    /// <summary>The verdict's word, such as <c>needsPermission</c>.</summary>
    public static string Name(UseVerdict verdict) => Verdicts[(int)verdict];

    /// <summary>
    /// The inverse of <see cref="Text(Tag)"/>; an @ suffix that is no day stays part of the code, for the schema to
    /// reject.
    /// </summary>
    public static Tag ReadTag(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && TryDay(text[(at + 1)..], out var day) ? new Tag(text[..at], day) : new Tag(text);
    }

    private static Value ReadText(string text) =>
        ValuePool.Share(TryDay(text, out var day) ? new DayValue(day) : new CodeValue(text));

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Value ReadTags(ref Utf8JsonReader reader)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            tags.Add(
                reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : throw new JsonException("A tag is a text.")
            );
        }

        return ValuePool.Share(new TagsValue([.. tags.Select(ReadTag)]));
    }

    private static Value ReadObject(ref Utf8JsonReader reader)
    {
        var uses = ImmutableSortedDictionary.CreateBuilder<string, UseVerdict>(StringComparer.Ordinal);
        double? lat = null,
            lon = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && name == "lat")
                lat = reader.GetDouble();
            else if (reader.TokenType == JsonTokenType.Number && name == "lon")
                lon = reader.GetDouble();
            else
                uses[string.IsInterned(name) ?? name] = ReadVerdict(ref reader);
        }

        return (lat, lon, uses.Count) switch
        {
            ({ } y, { } x, 0) => new PointValue(y, x),
            (null, null, _) => ValuePool.Share(new UsesValue(uses.ToImmutable())),
            _ => throw new JsonException("A point has lat and lon, and nothing else."),
        };
    }

    private static UseVerdict ReadVerdict(ref Utf8JsonReader reader)
    {
        var verdict = reader.TokenType == JsonTokenType.String ? Array.IndexOf(Verdicts, reader.GetString()) : -1;
        return verdict >= 0
            ? (UseVerdict)verdict
            : throw new JsonException("A use is fits, needsPermission or doesNotFit.");
    }

    private static void WriteTags(Utf8JsonWriter writer, TagsValue value)
    {
        writer.WriteStartArray();
        foreach (var tag in value.Tags)
            writer.WriteStringValue(Text(tag));
        writer.WriteEndArray();
    }

    private static void WriteUses(Utf8JsonWriter writer, UsesValue value)
    {
        writer.WriteStartObject();
        foreach (var (use, verdict) in value.Uses)
            writer.WriteString(use, Name(verdict));
        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, PointValue point)
    {
        writer.WriteStartObject();
        writer.WriteNumber("lat", point.Lat);
        writer.WriteNumber("lon", point.Lon);
        writer.WriteEndObject();
    }

    // 4.20 and 4.2 are the same fact and must give the same bytes.
    private static decimal WithoutTrailingZeros(decimal number) => number / 1.000000000000000000000000000000000m;
}
