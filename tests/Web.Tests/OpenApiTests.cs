using System.Text.Json;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests;

/// <summary>The document that the page's types are made from.</summary>
public sealed class OpenApiTests(Site site)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    // Written anew with MATCHMAKER_WRITE_OPENAPI=1.
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
                Assert.True(operation["responses"]!["default"] is not null, name);
                Assert.True(method is not "put" || operation["requestBody"] is not null, name);
            }
        }
    }

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
