using Matchmaker.Matching;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>The schemas of what writes itself in its own way.</summary>
internal static class ApiSchemas
{
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
            (schema.Type, schema.AnyOf) = (null, [Number(), Text(), Flag(), Texts(), Ends()]);
        else if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal))
            schema.Type = JsonSchemaType.Number;
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        return Task.CompletedTask;
    }

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

    private static OpenApiSchema Fields(string[] needed, params (string Name, OpenApiSchema Schema)[] fields) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = needed.ToHashSet(),
            Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => field.Schema),
        };
}
