using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;
using Matchmaker.Web.Problems;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>Which fields of a record answers always hold, and which fields bodies must hold.</summary>
/// <param name="Owner">The record.</param>
/// <param name="InAnswer">Written in every answer.</param>
/// <param name="InBody">Refused as missing when a body leaves it out.</param>
/// <param name="NullInAnswer">Written as null when it has no value.</param>
/// <param name="Computed">Never read from a body.</param>
/// <param name="Instants">Points in time: the framework gives some of these no type.</param>
/// <param name="Types">Of the fields, or of the items of those that are lists.</param>
/// <param name="ValueMaps">Values by code: the framework repeats the schema of a value in each of these.</param>
internal sealed record FieldUse(
    Type Owner,
    HashSet<string> InAnswer,
    HashSet<string> InBody,
    HashSet<string> NullInAnswer,
    HashSet<string> Computed,
    HashSet<string> Instants,
    HashSet<string> ValueMaps,
    List<Type> Types
)
{
    private const string Key = "field-use";

    /// <summary>Notes the use of the record's fields in its schema.</summary>
    public static void Record(OpenApiSchema schema, JsonTypeInfo info)
    {
        var fields = info.Properties.Where(field => schema.Properties?.ContainsKey(field.Name) == true).ToList();
        (schema.Metadata ??= new Dictionary<string, object>())[Key] = new FieldUse(
            info.Type,
            Names(fields, IsWritten),
            Names(fields, StrictJson.IsNeeded),
            Names(fields, field => field.IsGetNullable && Condition(field) == JsonIgnoreCondition.Never),
            Names(fields, field => field.Set is null && field.AssociatedParameter is null),
            Names(
                fields,
                field =>
                    (Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType) == typeof(DateTimeOffset)
            ),
            Names(fields, field => field.PropertyType.IsAssignableTo(typeof(IReadOnlyDictionary<string, Value>))),
            [.. fields.Select(field => ItemOf(field.PropertyType))]
        );
    }

    /// <summary>The framework describes no item of a list that may be absent: notes those too.</summary>
    public static void RecordItems(IDictionary<string, IOpenApiSchema> schemas)
    {
        var waiting = new Queue<FieldUse>(schemas.Values.Select(Of).OfType<FieldUse>());
        while (waiting.TryDequeue(out var use))
        {
            foreach (var type in use.Types)
            {
                if (
                    schemas.TryGetValue(type.Name, out var item)
                    && item is OpenApiSchema { Properties.Count: > 0 } schema
                    && Of(schema) is null
                )
                {
                    Record(schema, Json.Strict.GetTypeInfo(type));
                    waiting.Enqueue(Of(schema)!);
                }
            }
        }
    }

    private static Type ItemOf(Type type)
    {
        var given = Nullable.GetUnderlyingType(type) ?? type;
        return given is { IsGenericType: true } && given.IsAssignableTo(typeof(System.Collections.IEnumerable))
            ? ItemOf(given.GetGenericArguments()[^1])
            : given;
    }

    public static bool Differs(IOpenApiSchema schema) =>
        Of(schema) is { } use && (use.Computed.Count > 0 || !use.InAnswer.SetEquals(use.InBody));

    public static OpenApiSchema OfAnswer(OpenApiSchema schema) =>
        Of(schema) is { } use ? With(schema, use.InAnswer, use, name => true) : schema;

    public static OpenApiSchema OfBody(OpenApiSchema schema) =>
        Of(schema) is { } use ? With(schema, use.InBody, use, name => !use.Computed.Contains(name)) : schema;

    private static FieldUse? Of(IOpenApiSchema schema) =>
        schema is OpenApiSchema { Metadata: { } metadata } && metadata.TryGetValue(Key, out var use)
            ? (FieldUse)use
            : null;

    private static OpenApiSchema With(
        OpenApiSchema schema,
        HashSet<string> required,
        FieldUse use,
        Predicate<string> keeps
    )
    {
        var copy = (OpenApiSchema)schema.CreateShallowCopy();
        copy.Required = required.Count > 0 ? required : null;
        copy.Properties = schema
            .Properties!.Where(field => keeps(field.Key))
            .ToDictionary(
                field => field.Key,
                field => use.NullInAnswer.Contains(field.Key) ? field.Value : WithoutNull(field.Value)
            );
        foreach (var (name, field) in copy.Properties)
        {
            if (use.Instants.Contains(name) && field is OpenApiSchema { Type: null } instant)
                (instant.Type, instant.Format) = (JsonSchemaType.String, "date-time");
            if (name == "board" && field is OpenApiSchema { Type: JsonSchemaType.String } board)
                board.Enum = [.. BoardTable.All.Select(known => (JsonNode)known.Code)];
            if (use.ValueMaps.Contains(name) && field is OpenApiSchema map)
                map.AdditionalProperties = new OpenApiSchemaReference(nameof(Value));
        }

        foreach (var name in copy.Properties.Keys.ToList())
            copy.Properties[name] = ApiSchemas.Narrowed(use.Owner, name) ?? copy.Properties[name];
        return copy;
    }

    /// <summary>A field without a value is left out, so that its schema needs no null.</summary>
    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
            return schema;
        if (own.OneOf is [var first, var second] && first.Type == JsonSchemaType.Null)
            return second;
        var copy = (OpenApiSchema)own.CreateShallowCopy();
        copy.Type &= ~JsonSchemaType.Null;
        return copy;
    }

    private static bool IsWritten(JsonPropertyInfo field) =>
        Condition(field) switch
        {
            JsonIgnoreCondition.Never => true,
            JsonIgnoreCondition.WhenWritingDefault => false,
            _ => field.Get is not null && !field.IsGetNullable,
        };

    private static JsonIgnoreCondition? Condition(JsonPropertyInfo field) =>
        field
            .AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            .OfType<JsonIgnoreAttribute>()
            .SingleOrDefault()
            ?.Condition;

    private static HashSet<string> Names(IEnumerable<JsonPropertyInfo> fields, Predicate<JsonPropertyInfo> isMeant) =>
        [.. fields.Where(field => isMeant(field)).Select(field => field.Name)];
}
