using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Results;

/// <summary>
/// The requirement of a criterion as a match shows it: one value (the limit, the flag, the use, the code), for between
/// <c>{min, max}</c>, for anyOf the list of codes, for takes the machines. Exactly one form is set.
/// </summary>
[JsonConverter(typeof(RequiredJson)), GenerateSerializer, Immutable]
public sealed record Required(
    Value? Value,
    Value? Min,
    Value? Max,
    ImmutableArray<string>? Values,
    ImmutableArray<Machine>? Machines = null
)
{
    public bool Equals(Required? other) =>
        other is not null
        && (Value, Min, Max) == (other.Value, other.Min, other.Max)
        && Lists.Same(Values, other.Values)
        && Lists.Same(Machines, other.Machines);

    public override int GetHashCode() => HashCode.Combine(Value, Min, Max, Values?.Length);
}

/// <summary>Writes the form that is set; reads all forms.</summary>
public sealed class RequiredJson : JsonConverter<Required>
{
    public override Required Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var element = document.RootElement;
        return element.ValueKind switch
        {
            JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Object) =>
                new(null, null, null, null, element.Deserialize<ImmutableArray<Machine>>(options)),
            JsonValueKind.Array => new(
                null,
                null,
                null,
                [.. element.EnumerateArray().Select(code => code.GetString()!)]
            ),
            JsonValueKind.Object => new(
                null,
                ReadValue(element.GetProperty("min")),
                ReadValue(element.GetProperty("max")),
                null
            ),
            _ => new(ReadValue(element), null, null, null),
        };

        Value ReadValue(JsonElement value) => value.Deserialize<Value>(options)!;
    }

    public override void Write(Utf8JsonWriter writer, Required value, JsonSerializerOptions options)
    {
        if (value.Values is { } codes)
            JsonSerializer.Serialize(writer, codes, options);
        else if (value.Machines is { } machines)
            JsonSerializer.Serialize(writer, machines, options);
        else if (value.Value is { } single)
            JsonSerializer.Serialize(writer, single, options);
        else
            WriteRange(writer, value, options);
    }

    private static void WriteRange(Utf8JsonWriter writer, Required value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("min");
        JsonSerializer.Serialize(writer, value.Min!, options);
        writer.WritePropertyName("max");
        JsonSerializer.Serialize(writer, value.Max!, options);
        writer.WriteEndObject();
    }
}
