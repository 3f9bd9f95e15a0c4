using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Results;
using Matchmaker.Web.Accounts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>The OpenAPI 3.1 document of every route and of the hub's messages.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(ApiSchemas.Describe);
            options.AddOperationTransformer(ApiOperations.Describe);
            options.AddDocumentTransformer(Describe);
        });
        // Routing answers 415 before authorisation. Without this policy the reader of the body answers it, after
        // authorisation.
        foreach (
            var policy in services.Where(service => service.ImplementationType?.Name == "AcceptsMatcherPolicy").ToList()
        )
            services.Remove(policy);
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
            Description =
                "Matches incoming enterprises with industrial spaces, manufacturers and research centres. "
                + "A field without a value is left out, never null, unless its type says so.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new() { Url = "/", Description = "The server that answers with this document." }];
        document.Tags = ApiTags.Of(document);
        document.AddComponent(ApiSchemas.ProblemName, (IOpenApiSchema)ApiSchemas.Problem);
        AddSecurity(document);
        ApiResponses.AddTo(document);
        await AddHub(document, context, cancellation);
        await DescribeOptionalLists(document, context, cancellation);
        RequestSchemas.Separate(document);
        KeepNullOutOfEnums(document);
    }

    // Transformers do not look into lists that may be left out, so what stands in such a list alone is described here.
    private static async Task DescribeOptionalLists(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        Type[] types = [typeof(Gate), typeof(Waiver), typeof(PathStep), typeof(Machine), typeof(Crate)];
        foreach (var type in types)
        {
            var schema = await context.GetOrCreateSchemaAsync(type, null, cancellation);
            document.Components!.Schemas![type.Name] = RequestSchemas.WithReferences(schema, document);
        }
    }

    // An enum that stands in optional fields alone comes with null among its codes, and such a field is left out.
    private static void KeepNullOutOfEnums(OpenApiDocument document)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>())
        {
            if (schema is { Type: JsonSchemaType.String, Enum: { } codes })
                schema.Enum = [.. codes.Where(code => code is not null && !code.IsJsonNullSentinel())];
        }
    }

    private static void AddSecurity(OpenApiDocument document)
    {
        document.AddComponent(
            Sessions.Cookie,
            (IOpenApiSecurityScheme)
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = Sessions.CookieName,
                    Description =
                        "Set by POST /api/sign-in. A request that writes repeats the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.",
                }
        );
        document.AddComponent(
            Sessions.Bearer,
            (IOpenApiSecurityScheme)
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "The accessToken that POST /api/sign-in?token=true answers.",
                }
        );
    }

    /// <summary>
    /// OpenAPI has no word for a hub, so its messages stand as the events of its server-sent transport.
    /// </summary>
    private static async Task AddHub(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        foreach (var type in new[] { typeof(MatchEvent), typeof(WatchAnswer) })
        {
            var schema = await context.GetOrCreateSchemaAsync(type, null, cancellation);
            document.AddComponent(type.Name, RequestSchemas.WithReferences(schema, document));
        }

        var messages = new[]
        {
            nameof(WatchAnswer),
            nameof(DeskAnswer),
            nameof(MatchEvent),
            nameof(DeskEvent),
            nameof(AnswerChange),
            nameof(Presence),
        };
        var operation = new OpenApiOperation
        {
            OperationId = "connectLive",
            Summary =
                "The SignalR hub (JSON protocol): answers of Watch and WatchDesk, and the messages that follow them",
            Tags = new HashSet<OpenApiTagReference> { new("Live", document) },
            Security = ApiOperations.SignedIn(document),
            Responses = new OpenApiResponses
            {
                ["200"] = new OpenApiResponse
                {
                    Description = "The payloads of the hub's messages.",
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["text/event-stream"] = new()
                        {
                            Schema = new OpenApiSchema
                            {
                                AnyOf = [.. messages.Select(name => new OpenApiSchemaReference(name, document))],
                            },
                        },
                    },
                },
                ["401"] = ApiResponses.Reference(StatusCodes.Status401Unauthorized, document),
                ["default"] = ApiResponses.Default(document),
            },
        };
        document.Paths["/live"] = new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation },
        };
    }
}
