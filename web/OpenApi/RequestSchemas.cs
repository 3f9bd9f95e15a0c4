using Microsoft.OpenApi;
using Contents = System.Collections.Generic.IDictionary<string, Microsoft.OpenApi.OpenApiMediaType>;

namespace Matchmaker.Web.OpenApi;

/// <summary>
/// One record is exact in answers and lenient in bodies: an answer holds every field that has a value, a body may leave
/// out what has a default. Where the two differ the body's schema stands apart, as <c>FirmInput</c> beside <c>Firm</c>.
/// </summary>
internal static class RequestSchemas
{
    private const string Suffix = "Input";

    /// <summary>
    /// Where the framework keeps the component's name of a schema that it has not replaced by a reference.
    /// </summary>
    private const string IdKey = "x-schema-id";

    public static void Separate(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        FieldUse.RecordItems(schemas);
        foreach (var codes in schemas.Values.OfType<OpenApiSchema>().Where(schema => schema.Enum is { Count: > 0 }))
            codes.Type = JsonSchemaType.String;
        var bodies = Operations(document)
            .Select(operation => operation.RequestBody?.Content)
            .OfType<Contents>()
            .ToList();
        var answers = Operations(document)
            .SelectMany(operation => operation.Responses!.Values)
            .Select(response => response.Content)
            .OfType<Contents>()
            .ToList();
        var (inBodies, inAnswers) = (Reached(bodies, schemas), Reached(answers, schemas));
        var differing = Differing(schemas);
        var split = inBodies.Where(name => inAnswers.Contains(name) && differing.Contains(name)).ToHashSet();
        IOpenApiSchema ForBody(IOpenApiSchema schema) =>
            Map(
                schema,
                reference =>
                    split.Contains(Id(reference))
                        ? new OpenApiSchemaReference(Id(reference) + Suffix, document)
                        {
                            Description = reference.Description,
                        }
                        : reference
            );

        foreach (var (name, schema) in schemas.ToList())
        {
            if (split.Contains(name))
                document.AddComponent(name + Suffix, ForBody(Form(schema, FieldUse.OfBody)));
            schemas[name] = inAnswers.Contains(name)
                ? Form(schema, FieldUse.OfAnswer)
                : ForBody(Form(schema, FieldUse.OfBody));
        }

        foreach (var media in bodies.SelectMany(content => content.Values).Where(media => media.Schema is not null))
            media.Schema = ForBody(media.Schema!);
    }

    /// <summary>A schema whose nested schemas are references where the document has a component for them.</summary>
    public static IOpenApiSchema WithReferences(OpenApiSchema schema, OpenApiDocument document)
    {
        IOpenApiSchema Nested(IOpenApiSchema nested) =>
            nested is OpenApiSchema { Metadata: { } metadata }
            && metadata.TryGetValue(IdKey, out var id)
            && document.Components!.Schemas!.ContainsKey((string)id)
                ? new OpenApiSchemaReference((string)id, document)
                : Children(nested, Nested);
        return Children(schema, Nested);
    }

    private static IEnumerable<OpenApiOperation> Operations(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(path => path.Operations!.Values);

    private static HashSet<string> Differing(IDictionary<string, IOpenApiSchema> schemas)
    {
        var differing = schemas
            .Where(schema => FieldUse.Differs(schema.Value))
            .Select(schema => schema.Key)
            .ToHashSet();
        var more = true;
        while (more)
        {
            more = false;
            foreach (var (name, schema) in schemas)
                more |= References(schema).Any(differing.Contains) && differing.Add(name);
        }

        return differing;
    }

    private static HashSet<string> Reached(IEnumerable<Contents> contents, IDictionary<string, IOpenApiSchema> schemas)
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<IOpenApiSchema>(
            contents.SelectMany(content => content.Values).Select(media => media.Schema).OfType<IOpenApiSchema>()
        );
        while (waiting.TryDequeue(out var schema))
        {
            foreach (var name in References(schema).Where(reached.Add))
                waiting.Enqueue(schemas[name]);
        }

        return reached;
    }

    private static List<string> References(IOpenApiSchema schema)
    {
        var found = new List<string>();
        Map(
            schema,
            reference =>
            {
                found.Add(Id(reference));
                return reference;
            }
        );
        return found;
    }

    private static string Id(OpenApiSchemaReference reference) => reference.Reference.Id!;

    private static IOpenApiSchema Form(IOpenApiSchema schema, Func<OpenApiSchema, OpenApiSchema> form) =>
        schema is OpenApiSchema own ? form(own) : schema;

    private static IOpenApiSchema Map(IOpenApiSchema schema, Func<OpenApiSchemaReference, IOpenApiSchema> map) =>
        schema is OpenApiSchemaReference reference ? map(reference) : Children(schema, child => Map(child, map));

    /// <summary>A copy of the schema with each schema that stands in it changed.</summary>
    private static IOpenApiSchema Children(IOpenApiSchema schema, Func<IOpenApiSchema, IOpenApiSchema> map)
    {
        if (schema is not OpenApiSchema)
            return schema;
        var copy = (OpenApiSchema)schema.CreateShallowCopy();
        copy.Properties = copy.Properties?.ToDictionary(field => field.Key, field => map(field.Value));
        copy.Items = copy.Items is null ? null : map(copy.Items);
        copy.AdditionalProperties = copy.AdditionalProperties is null ? null : map(copy.AdditionalProperties);
        copy.AnyOf = copy.AnyOf?.Select(map).ToList();
        copy.OneOf = copy.OneOf?.Select(map).ToList();
        return copy;
    }
}
