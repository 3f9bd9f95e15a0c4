using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;
using Matchmaker.Web.Uploads;

namespace Matchmaker.Web.Problems;

/// <summary>
/// Reads a body and reports every error at its path: unknown fields, values of the wrong kind, missing fields. The
/// serializer alone reports only the first, in its own words.
/// </summary>
internal sealed class StrictJson
{
    private const int MaxErrors = 100;

    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    /// <exception cref="BadHttpRequestException">Not JSON (400), too large (413), or not declared as JSON in UTF-8
    /// (415).</exception>
    /// <exception cref="InvalidException">The body does not fit the type; each path names a field.</exception>
    public static async Task<T> Read<T>(HttpRequest request)
    {
        if (
            !request.HasJsonContentType()
            || request.GetTypedHeaders().ContentType?.Charset is { HasValue: true } charset
                && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
            throw new BadHttpRequestException("The body must be JSON.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return new StrictJson().Read<T>(await Parse(request.Body, request.HttpContext.RequestAborted));
        }
        catch (JsonException broken)
        {
            throw new BadHttpRequestException("The body is not JSON.", StatusCodes.Status400BadRequest, broken);
        }
    }

    /// <summary>As <see cref="Read{T}(HttpRequest)"/>; a missing body counts as an object without fields.</summary>
    public static Task<T> ReadOptional<T>(HttpRequest request) =>
        request.ContentLength is null or 0 && request.ContentType is null
            ? Task.FromResult(new StrictJson().Read<T>(new JsonObject()))
            : Read<T>(request);

    /// <exception cref="JsonException">Not JSON, or a name in it cannot be kept.</exception>
    private static async Task<JsonNode?> Parse(Stream body, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellation);
        var json = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        // A value that is not a text is told at its path; a name that is not a text has no path.
        StorableText.CheckNames(json.Span, Strictly.MaxDepth);
        return JsonNode.Parse(json.Span, documentOptions: Strictly);
    }

    private T Read<T>(JsonNode? node)
    {
        if (node is JsonObject root)
            DropReadOnly(root, typeof(T));
        Check(node, typeof(T), "");
        Throw();
        try
        {
            return node.Deserialize<T>(Json.Strict)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidException(new FieldError(wrong.Path?.TrimStart('$', '.') ?? "", "wrongKind"));
        }
    }

    // A client may send back what GET returned, with its read-only fields.
    private static void DropReadOnly(JsonObject root, Type type)
    {
        if (type.IsAssignableTo(typeof(Record)))
            root.Remove("version");
        if (type == typeof(Space))
        {
            root.Remove("inherited");
            root.Remove("hold");
        }

        if (type == typeof(Shortlist))
            root.Remove("shown");
        if (type == typeof(Account))
            root.Remove("email");
    }

    private void Check(JsonNode? node, Type declared, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (node is null)
            Add(path, "required");
        else if (type == typeof(LocalText))
            CheckText(node, path);
        else if (type == typeof(Value))
            CheckValue(node, path);
        else if (ScalarField.Expects(type) is { } scalar)
            Add(path, scalar.ErrorOf(node));
        else
            CheckPart(node, Json.Strict.GetTypeInfo(type), path);
    }

    private void CheckPart(JsonNode node, JsonTypeInfo info, string path)
    {
        switch (info.Kind, node)
        {
            case (JsonTypeInfoKind.Object, JsonObject fields):
                CheckFields(fields, info, path);
                break;
            case (JsonTypeInfoKind.Dictionary, JsonObject entries):
                if (info.Type != typeof(ColumnChoices))
                    DropNulls(entries);
                foreach (var (key, value) in entries.Where(entry => entry.Value is not null))
                    Check(value, info.ElementType!, Join(path, key));
                break;
            case (JsonTypeInfoKind.Enumerable, JsonArray items):
                for (var i = 0; i < items.Count && _errors.Count < MaxErrors; i++)
                    Check(items[i], info.ElementType!, $"{path}[{i}]");
                break;
            default:
                Add(path, info.Kind == JsonTypeInfoKind.Enumerable ? "notAList" : "notAnObject");
                break;
        }
    }

    private void CheckFields(JsonObject fields, JsonTypeInfo info, string path)
    {
        DropNulls(fields);
        foreach (var (name, value) in fields)
        {
            if (Field(info, name) is not { } field)
                Add(Join(path, name), "unknownField");
            else
                Check(value, field.PropertyType, Join(path, name));
        }

        foreach (var field in info.Properties.Where(field => IsNeeded(field) && !fields.ContainsKey(field.Name)))
            Add(Join(path, field.Name), "required");
    }

    /// <summary>Whether a body that leaves the field out is refused.</summary>
    public static bool IsNeeded(JsonPropertyInfo field) =>
        field.IsRequired || field.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    private static JsonPropertyInfo? Field(JsonTypeInfo info, string name) =>
        info.Properties.FirstOrDefault(field => field.Name == name && field.Set is not null);

    private void CheckText(JsonNode node, string path)
    {
        if (node is JsonValue)
        {
            Add(path, ScalarField.Text.ErrorOf(node));
            return;
        }

        if (node is not JsonObject texts)
        {
            Add(path, "notText");
            return;
        }

        DropNulls(texts);
        foreach (var (language, text) in texts)
            Add(
                Join(path, language),
                language is "en" or "zhHant" or "zhHans"
                    ? ScalarField.Text.ErrorOf(text!)
                    : new FieldError("", "unknownField")
            );
    }

    private void CheckValue(JsonNode node, string path)
    {
        try
        {
            if (node.Deserialize<Value>(Json.Strict) is null || !StorableText.IsValid(Texts(node)))
                Add(path, "notAValue");
        }
        catch (Exception wrong)
            when (wrong is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            Add(path, "notAValue");
        }
    }

    // Names were checked with the whole body.
    private static string Texts(JsonNode? node) =>
        node switch
        {
            JsonArray items => string.Concat(items.Select(item => Texts(item) + ' ')),
            JsonObject fields => string.Concat(fields.Select(field => Texts(field.Value) + ' ')),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => "",
        };

    // An optional field that is null counts as left out.
    private static void DropNulls(JsonObject fields)
    {
        foreach (var name in fields.Where(field => field.Value is null).Select(field => field.Key).ToList())
            fields.Remove(name);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Add(string path, string code) => Add(path, new FieldError("", code));

    private void Add(string path, FieldError? error)
    {
        if (error is not null && _errors.Count < MaxErrors)
            _errors.Add(error with { Path = path });
    }

    private void Throw()
    {
        if (_errors.Count > 0)
            throw new InvalidException(_errors.ToImmutable());
    }
}
