using System.Text.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests;

/// <summary>The document that the page's types and other systems' clients are made from.</summary>
public sealed class OpenApiTests(Site site)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    // MATCHMAKER_WRITE_OPENAPI=1 writes the file.
    [Fact]
    public async Task The_committed_document_is_the_one_that_the_server_gives()
    {
        using var http = await site.As("anonymous");
        var given =
            (await http.Send("GET", "/openapi/v1.json").Json()).ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Built.Home, "web", "ui", "openapi.json");
        if (Environment.GetEnvironmentVariable("MATCHMAKER_WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(path, given);

        Assert.Equal(await File.ReadAllTextAsync(path), given);
    }

    [Fact]
    public async Task Every_reference_in_the_document_leads_somewhere_and_every_body_has_a_schema()
    {
        using var http = await site.As("anonymous");
        var document = await http.Send("GET", "/openapi/v1.json").Json();

        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        foreach (var reference in References(document))
            Assert.NotNull(reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, name) => node?[name]));
        foreach (var (route, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = $"{method} {route}";
                Assert.True(operation!["summary"] is not null, name);
                Assert.True(operation["security"] is not null, name);
                Assert.True(operation["responses"]!["default"] is not null, name);
                Assert.True(method is not "put" || operation["requestBody"] is not null, name);
            }
        }
    }

    [Fact]
    public async Task An_answer_requires_each_field_that_always_has_a_value_and_a_body_only_those_without_a_default()
    {
        using var http = await site.As("anonymous");
        var schemas = (await http.Send("GET", "/openapi/v1.json").Json())["components"]!["schemas"]!;

        Assert.Equal(["id", "public", "values", "version"], Required(schemas["Firm"]!));
        Assert.Empty(Required(schemas["FirmInput"]!));
        Assert.Equal(["board"], Required(schemas["DemandInput"]!));
        Assert.Equal(["items"], Required(schemas["ListedOfFirm"]!));
        Assert.Contains("actual", Required(schemas["Part"]!));
        Assert.Equal(
            "#/components/schemas/Value",
            (string?)schemas["Firm"]!["properties"]!["values"]!["additionalProperties"]!["$ref"]
        );
        Assert.Equal("string", (string?)schemas["Firm"]!["properties"]!["source"]!["type"]);
    }

    private static string[] Required(JsonNode schema) =>
        [.. (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field =>
                field is { Key: "$ref", Value: JsonValue text } ? [(string)text!] : References(field.Value)
            ),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
}
