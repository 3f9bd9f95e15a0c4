using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>
/// One text for all JSON that says the same, so that equal content has an equal hash: names in ordinal order, no
/// spaces, each number as its digits without trailing zeros and a power of ten. Pure.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>SHA-256 of the value's canonical form in UTF-8: 64 lower-case hex digits.</summary>
    public static string Hash<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(Bytes(value)));

    /// <summary>The canonical form of a value.</summary>
    public static string Of<T>(T value) => Encoding.UTF8.GetString(Bytes(value));

    /// <summary>A number's canonical form: 12.50 is 125e-1, 100 is 1e2, -0 is 0.</summary>
    /// <param name="raw">As JSON writes it.</param>
    public static string Number(string raw)
    {
        var (mantissa, power) = raw.Split('e', 'E') is [var before, var after]
            ? (before, int.Parse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : (raw, 0);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            power -= mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0');
        var kept = digits.TrimEnd('0');
        power += digits.Length - kept.Length;
        return kept.Length == 0
            ? "0"
            : $"{(raw[0] == '-' ? "-" : "")}{kept}"
                + (power == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"e{power}"));
    }

    /// <summary>
    /// Where two values differ, by path such as <c>items[0].match.score</c>; none: their forms are equal.
    /// </summary>
    /// <param name="limit">How many to name at most.</param>
    public static ImmutableArray<JsonDifference> Differences<T>(T before, T after, int limit) =>
        [.. Differences(Element(before), Element(after), "").Take(limit)];

    private static byte[] Bytes<T>(T value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            Write(writer, Element(value));
        return buffer.ToArray();
    }

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, RecordJson.Options);

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var field in Fields(element))
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(element.GetRawText()));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static IEnumerable<JsonProperty> Fields(JsonElement element) =>
        element.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal);

    private static IEnumerable<JsonDifference> Differences(JsonElement? before, JsonElement? after, string path)
    {
        if (before is { ValueKind: JsonValueKind.Object } old && after is { ValueKind: JsonValueKind.Object } now)
            return Fields(old)
                .Concat(Fields(now))
                .Select(field => field.Name)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(name =>
                    Differences(Field(old, name), Field(now, name), path.Length == 0 ? name : $"{path}.{name}")
                );
        if (before is { ValueKind: JsonValueKind.Array } was && after is { ValueKind: JsonValueKind.Array } next)
            return Enumerable
                .Range(0, Math.Max(was.GetArrayLength(), next.GetArrayLength()))
                .SelectMany(index => Differences(Item(was, index), Item(next, index), $"{path}[{index}]"));
        var (first, second) = (Text(before), Text(after));
        return first == second ? [] : [new(path, first, second)];
    }

    private static JsonElement? Field(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement element, int index) =>
        index < element.GetArrayLength() ? element[index] : null;

    private static string? Text(JsonElement? element) => element is { } known ? Of(known) : null;
}

/// <param name="Path">Such as <c>items[0].match.score</c>.</param>
/// <param name="Kept">As JSON; null: there was none.</param>
/// <param name="Now">As JSON; null: there is none.</param>
[GenerateSerializer, Immutable]
public sealed record JsonDifference(string Path, string? Kept, string? Now);
