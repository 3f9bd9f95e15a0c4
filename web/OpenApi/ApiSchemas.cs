using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>The schemas of types that have converters of their own, and of problem documents.</summary>
internal static class ApiSchemas
{
    public const string ProblemName = "Problem";

    public static OpenApiSchema Problem { get; } =
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "title", "status" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text(),
                ["title"] = Text(),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = Text(),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Messages by the path of the field, such as criteria[2].limit.",
                    AdditionalProperties = Texts(),
                },
                ["allowed"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = Text(),
                    Description = "Of a 409 about a state: the states that may follow the present one.",
                },
                ["record"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Of a 412 about an introduction: the record as it is now, as the caller may see it.",
                },
                ["by"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "Of such a 412, for the office: who changed the record last.",
                },
                ["at"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date-time",
                    Description = "Of such a 412: when the record changed.",
                },
            },
        };

    public static Task Describe(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellation
    )
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(Value))
            (schema.Type, schema.AnyOf) = (null, [Number(), Text(), Flag(), Texts(), Uses(), Point()]);
        else if (type == typeof(LocalText))
            (schema.Type, schema.AnyOf) = (null, [Text(), Languages()]);
        else if (type == typeof(Required))
            (schema.Type, schema.AnyOf) = (null, [Number(), Text(), Flag(), Texts(), Ends(), Machines()]);
        else if (Underlying(type) == typeof(decimal))
            schema.Type = Nullable(JsonSchemaType.Number, type);
        else if (Underlying(type) == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (Nullable(JsonSchemaType.String, type), "date-time");
        else if (schema.Enum is { Count: > 0 } && Underlying(type).IsEnum)
            (schema.Type, schema.Enum) = (
                JsonSchemaType.String,
                [.. schema.Enum.Where(code => code?.GetValueKind() == JsonValueKind.String)]
            );
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Properties is { Count: > 0 })
            FieldUse.Record(schema, context.JsonTypeInfo);
        return Task.CompletedTask;
    }

    /// <summary>The schema of a field that holds only some kinds of values; null: the field's type says all.</summary>
    public static OpenApiSchema? Narrowed(Type owner, string field) =>
        (owner.Name, field) switch
        {

            (nameof(Criterion), "limit" or "ideal" or "min" or "max")
            or
            (nameof(RelaxedLimit), "limit")
            or (nameof(BoardAttribute), "min" or "max") => new() { AnyOf = [Number(), Text()] },
            (nameof(Criterion), "value") => new() { AnyOf = [Text(), Flag()] },
            _ => null,
        };

    private static Type Underlying(Type type) => System.Nullable.GetUnderlyingType(type) ?? type;

    private static JsonSchemaType Nullable(JsonSchemaType schema, Type type) =>
        System.Nullable.GetUnderlyingType(type) is null ? schema : schema | JsonSchemaType.Null;

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Number() => new() { Type = JsonSchemaType.Number };

    private static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean };

    private static OpenApiSchema Texts() => new() { Type = JsonSchemaType.Array, Items = Text() };

    private static OpenApiSchema Uses() =>
        new()
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = ["fits", "needsPermission", "doesNotFit"],
            },
        };

    private static OpenApiSchema Point() => Fields(["lat", "lon"], ("lat", Number()), ("lon", Number()));

    private static OpenApiSchema Languages() => Fields([], ("en", Text()), ("zhHant", Text()), ("zhHans", Text()));

    private static OpenApiSchema Ends()
    {
        OpenApiSchema End() => new() { AnyOf = [Number(), Text()] };
        return Fields(["min", "max"], ("min", End()), ("max", End()));
    }

    private static OpenApiSchema Machines()
    {
        (string, OpenApiSchema)[] box =
        [
            ("mass", Number()),
            ("length", Number()),
            ("width", Number()),
            ("height", Number()),
        ];
        return new()
        {
            Type = JsonSchemaType.Array,
            Items = Fields(
                ["mass", "length", "width", "height"],
                [
                    ("name", Text()),
                    .. box,
                    ("crate", Fields(["length", "width", "height"], box)),
                    ("feet", Number()),
                    ("power", Number()),
                    ("count", Number()),
                ]
            ),
        };
    }

    private static OpenApiSchema Fields(string[] needed, params (string Name, OpenApiSchema Schema)[] fields) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = needed.ToHashSet(),
            Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => field.Schema),
        };
}
