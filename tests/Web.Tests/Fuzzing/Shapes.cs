using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>Bodies by chance that fit a schema of the API's document.</summary>
/// <param name="id">An id by chance of a collection, such as <c>demands</c>.</param>
internal sealed class Shapes(JsonObject document, Random chance, Func<string, string> id)
{
    private const int MaxDepth = 8;

    public JsonNode? Of(JsonNode schema, int depth = 0)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Of(document["components"]!["schemas"]![reference.Split('/')[^1]]!, depth);
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { Count: > 0 } choices)
            return Of(choices[chance.Next(choices.Count)]!, depth);
        if (schema["enum"]?.AsArray() is { Count: > 0 } values)
            return values[chance.Next(values.Count)]?.DeepClone();
        return Type(schema) switch
        {
            "object" => depth > MaxDepth ? new JsonObject() : Fields(schema, depth),
            "array" => depth > MaxDepth ? [] : Items(schema, depth),
            "integer" => chance.Next(-2, 30),
            "number" => Math.Round((chance.NextDouble() * 300) - 20, chance.Next(4)),
            "boolean" => chance.Next(2) == 0,
            "null" => null,
            _ => Text((string?)schema["format"]),
        };
    }

    private string? Type(JsonNode schema) =>
        schema["type"] switch
        {
            JsonArray several => (string)several[chance.Next(several.Count)]!,
            JsonValue one => (string)one!,
            _ => schema["properties"] is null ? "string" : "object",
        };

    private JsonObject Fields(JsonNode schema, int depth)
    {
        var fields = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, field) in schema["properties"]?.AsObject() ?? [])
        {
            // The system gives ids and versions; a body that states them is mostly refused for that alone.
            var often = name is "id" or "version" or "sample" ? 12 : 2;
            if (required.Contains(name) || chance.Next(often) == 0)
                fields[name] = Known(name) is { } known && chance.Next(6) > 0 ? known : Of(field!, depth + 1);
        }

        if (schema["additionalProperties"] is JsonObject entry)
        {
            for (var i = chance.Next(3); i > 0; i--)
                fields[Key()] = Of(entry, depth + 1);
        }

        return fields;
    }

    private JsonArray Items(JsonNode schema, int depth)
    {
        var items = new JsonArray();
        for (var i = chance.Next(4); i > 0; i--)
            items.Add(Of(schema["items"]!, depth + 1));
        return items;
    }

    // What names something else is mostly a name of what exists.
    private string? Known(string name) =>
        name switch
        {
            "owner" => $"enterprises/{id("enterprises")}",
            "demand" or "demandId" => id("demands"),
            "match" => id("spaces"),
            "enterprise" => id("enterprises"),
            "firm" or "into" => id("firms"),
            "introduction" => id("introductions"),
            "email" => $"fuzz{chance.Next(20)}@x.hk",
            "officer" or "standIn" => chance.Next(2) == 0 ? "officer@sample" : "fuzz1@x.hk",
            "password" => "a long enough password",
            _ => null,
        };

    private string Key() =>
        chance.Next(6) switch
        {
            0 => "area",
            1 => "uses",
            2 => "location",
            3 => "capabilities",
            4 => "production",
            _ => "district",
        };

    private string Text(string? format) =>
        format switch
        {
            "date" => $"20{chance.Next(20, 36)}-{chance.Next(1, 13):00}-{chance.Next(1, 29):00}",
            "date-time" => $"2031-{chance.Next(1, 13):00}-{chance.Next(1, 29):00}T10:00:00+08:00",
            _ => chance.Next(6) switch
            {
                0 => id("firms"),
                1 => $"enterprises/{id("enterprises")}",
                2 => $"fuzz{chance.Next(20)}@x.hk",
                3 => "process/machining",
                4 => "kwunTong",
                _ => $"text {chance.Next(1000)}",
            },
        };
}
