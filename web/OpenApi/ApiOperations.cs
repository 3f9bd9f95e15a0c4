using System.Globalization;
using Matchmaker.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>
/// What every operation states beside its own route: a name, who may call it, parameters and refusals.
/// </summary>
internal static class ApiOperations
{
    private const string IfMatch = "If-Match";

    public static Task Describe(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var document = context.Document!;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        AddParameters(operation, metadata);
        var isPrivate = metadata.OfType<IAuthorizeData>().Any();
        operation.OperationId = OperationName.Of(
            context.Description.HttpMethod!,
            context.Description.RelativePath!,
            [.. operation.Responses?.Keys ?? Enumerable.Empty<string>()],
            isList: context.Description.SupportedResponseTypes.Any(response =>
                response.Type is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(Records.Listed<>)
            )
        );
        operation.Security = isPrivate ? SignedIn(document) : [new(), .. SignedIn(document)];
        var responses = operation.Responses ??= [];
        foreach (var status in Refusals(operation, metadata, isPrivate, context.Description.HttpMethod!))
            responses[status.ToString(CultureInfo.InvariantCulture)] = ApiResponses.Reference(status, document);
        responses["default"] = ApiResponses.Default(document);
        return Task.CompletedTask;
    }

    /// <summary>Either way of showing who calls.</summary>
    public static List<OpenApiSecurityRequirement> SignedIn(OpenApiDocument document) =>
        [
            new() { [new OpenApiSecuritySchemeReference(Sessions.Cookie, document)] = [] },
            new() { [new OpenApiSecuritySchemeReference(Sessions.Bearer, document)] = [] },
        ];

    private static void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        var parameters = operation.Parameters ??= [];
        foreach (var reads in metadata.OfType<ReadsParameter>())
        {
            // The framework lists a parameter that the handler binds, without its description.
            foreach (var bound in parameters.Where(parameter => parameter.Name == reads.Name).ToList())
                parameters.Remove(bound);
            parameters.Add(
                new OpenApiParameter
                {
                    Name = reads.Name,
                    In = reads.In == "header" ? ParameterLocation.Header : ParameterLocation.Query,
                    Description = reads.Meaning,
                    Schema = new OpenApiSchema { Type = Enum.Parse<JsonSchemaType>(reads.Type, ignoreCase: true) },
                }
            );
        }

        if (parameters.Count == 0)
            operation.Parameters = null;
    }

    private static IEnumerable<int> Refusals(
        OpenApiOperation operation,
        IList<object> metadata,
        bool isPrivate,
        string method
    )
    {
        yield return StatusCodes.Status400BadRequest;
        if (isPrivate)
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
            yield return StatusCodes.Status404NotFound;
        if (isPrivate && method != HttpMethods.Get)
            yield return StatusCodes.Status409Conflict;
        if (operation.Parameters?.Any(parameter => parameter.Name == IfMatch) == true)
            yield return StatusCodes.Status412PreconditionFailed;
        if (operation.RequestBody is not null)
            yield return StatusCodes.Status415UnsupportedMediaType;
        if (operation.RequestBody is not null || operation.Parameters?.Any(IsChecked) == true)
            yield return StatusCodes.Status422UnprocessableEntity;
        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
            yield return StatusCodes.Status429TooManyRequests;
    }

    private static bool IsChecked(IOpenApiParameter parameter) =>
        parameter.In is ParameterLocation.Query || parameter.Name == "Idempotency-Key";
}
