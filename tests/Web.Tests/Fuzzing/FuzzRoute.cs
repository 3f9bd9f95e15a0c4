using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>One operation of the API's document.</summary>
/// <param name="Body">The schema of its JSON body; null: it takes none.</param>
internal sealed record FuzzRoute(
    string Method,
    string Path,
    IReadOnlyList<string> Query,
    IReadOnlyList<string> Headers,
    JsonNode? Body,
    bool TakesFile
)
{
    private static readonly string[] Costly =
    [
        "/api/exports",
        "/near-misses",
        "/verification",
        "/consortium",
        "/package",
        "/api/sign-in",
        "/accept",
        "/api/firms/duplicates",
    ];

    /// <summary>Whether it ends sessions of whoever calls, who then signs in again.</summary>
    public bool EndsSessions => Path == "/api/sign-out" || (Method == "DELETE" && Path == "/api/me/sessions");

    public bool IsWrite => Method != "GET";

    /// <summary>Whether an answer, or what must follow, takes much work.</summary>
    public bool IsCostly => EndsSessions || Costly.Any(part => Path.Contains(part, StringComparison.Ordinal));

    /// <summary>The path of the record that it changes, with ids in braces; null: of none that exists.</summary>
    public string? Record =>
        Path.LastIndexOf('}') is > 0 and var end && !Path.StartsWith("/api/imports", StringComparison.Ordinal)
            ? Path[..(end + 1)].Split("/meetings/{")[0]
            : null;

    /// <summary>Every operation of the document but the hub's.</summary>
    public static IReadOnlyList<FuzzRoute> All(JsonObject document) =>
        [
            .. from path in document["paths"]!.AsObject()
            where path.Key != "/live"
            from operation in path.Value!.AsObject()
            select Of(path.Key, operation.Key, operation.Value!),
        ];

    public override string ToString() => $"{Method} {Path}";

    private static FuzzRoute Of(string path, string method, JsonNode operation)
    {
        var content = operation["requestBody"]?["content"]?.AsObject();
        return new(
            method.ToUpperInvariant(),
            path,
            Parameters(operation, "query"),
            Parameters(operation, "header"),
            content?["text/csv"] is null ? content?["application/json"]?["schema"] : null,
            content?["text/csv"] is not null
        );
    }

    private static List<string> Parameters(JsonNode operation, string place) =>
        [
            .. from parameter in operation["parameters"]?.AsArray() ?? []
            where (string?)parameter["in"] == place
            select (string)parameter["name"]!,
        ];
}
