using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Web.Problems;

/// <summary>
/// Bodies as the API takes them: what is not JSON is 400; a field that nobody knows, or whose value is of another sort, is 422 at its path.
/// </summary>
internal static partial class StrictJson
{
    private static readonly JsonSerializerOptions Strict = new(RecordJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TakeReadOnly } },
        PropertyNameCaseInsensitive = false,
    };

    /// <exception cref="BadHttpRequestException">Not JSON (400), too large (413), or not said to be JSON (415).</exception>
    /// <exception cref="InvalidException">Not of the shape; the path names the field.</exception>
    public static async Task<T> Read<T>(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("The body must be JSON.", StatusCodes.Status415UnsupportedMediaType);
        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body, new() { PropertyNameCaseInsensitive = false }, new() { MaxDepth = 32 }, request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status400BadRequest, broken);
        }

        if (body is not JsonObject)
            throw new InvalidException(new FieldError("", "notAnObject"));
        DropNulls(body);
        try
        {
            return body.Deserialize<T>(Strict)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidException(Explain(wrong));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or NotSupportedException or FormatException or OverflowException)
        {
            throw new InvalidException(new FieldError("", "wrongKind"));
        }
    }

    // Because a null says the same as a field that is left out.
    private static void DropNulls(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                DropNulls(item);
        }

        if (node is not JsonObject fields)
            return;
        foreach (var name in fields.Where(field => field.Value is null).Select(field => field.Key).ToList())
            fields.Remove(name);
        foreach (var (_, value) in fields)
            DropNulls(value);
    }

    private static FieldError Explain(JsonException wrong)
    {
        var path = Path(wrong.Path);
        if (Unmapped().Match(wrong.Message) is { Success: true } unmapped)
            return new(Join(path, unmapped.Groups[1].Value), "unknownField");
        if (Missing().Match(wrong.Message) is { Success: true } missing)
            return new(Join(path, missing.Groups[1].Value), "required");
        return new(path, "wrongKind");
    }

    private static string Path(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    private static string Join(string path, string field) =>
        path.Length == 0 || path == field || path.EndsWith("." + field, StringComparison.Ordinal) ? (path.Length == 0 ? field : path) : $"{path}.{field}";

    // Because the serializer gives up on fields that cannot be set, and a body may be what GET answered.
    private static void TakeReadOnly(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is null && type.Kind == JsonTypeInfoKind.Object && property.AssociatedParameter is null))
            property.Set = (_, _) => { };
    }

    [GeneratedRegex("property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();
}
