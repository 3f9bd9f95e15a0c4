using Matchmaker.Contracts.Boards;
using Matchmaker.Matching.Results;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>The OpenAPI 3.1 document of every route, with what the hub says beside it.</summary>
internal static class ApiDocument
{
    private const string Problem = "Problem";
    private const string ProblemType = "application/problem+json";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(ApiSchemas.Describe);
            options.AddOperationTransformer(Describe);
            options.AddDocumentTransformer(Describe);
        });
        // Because routing would answer 415 before anybody asks who the caller is; the bodies' readers answer it after that.
        foreach (
            var policy in services.Where(service => service.ImplementationType?.Name == "AcceptsMatcherPolicy").ToList()
        )
            services.Remove(policy);
    }

    private static Task Describe(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        foreach (var reads in context.Description.ActionDescriptor.EndpointMetadata.OfType<ReadsParameter>())
        {
            (operation.Parameters ??= []).Add(
                new OpenApiParameter
                {
                    Name = reads.Name,
                    In = reads.In == "header" ? ParameterLocation.Header : ParameterLocation.Query,
                    Description = reads.Meaning,
                    Schema = new OpenApiSchema { Type = Enum.Parse<JsonSchemaType>(reads.Type, ignoreCase: true) },
                }
            );
        }

        (operation.Responses ??= [])["default"] = new OpenApiResponse
        {
            Description = "A problem document (RFC 9457) in the language of Accept-Language",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemType] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            },
        };
        return Task.CompletedTask;
    }

    private static async Task Describe(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        document.Info = new()
        {
            Title = "Matchmaker",
            Version = "1",
            Description = "Matches incoming enterprises with industrial spaces in Kowloon East.",
        };
        document.Servers = [];
        document.AddComponent(Problem, (IOpenApiSchema)ApiSchemas.Problem);
        // What the hub sends and answers, for those who generate types.
        document.AddComponent(
            "Hub_Watch",
            (IOpenApiSchema)await context.GetOrCreateSchemaAsync(typeof(WatchAnswer), null, cancellation)
        );
        document.AddComponent(
            "Hub_Matches",
            (IOpenApiSchema)await context.GetOrCreateSchemaAsync(typeof(MatchEvent), null, cancellation)
        );
    }
}
