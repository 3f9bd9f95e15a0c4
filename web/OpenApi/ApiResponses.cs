using System.Globalization;
using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>The refusals that operations share; each is a problem document (RFC 9457).</summary>
internal static class ApiResponses
{
    private const string ProblemType = "application/problem+json";

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [StatusCodes.Status400BadRequest] = "The request cannot be read: no JSON, no CSV, or a malformed parameter.",
        [StatusCodes.Status401Unauthorized] = "The caller is not signed in.",
        [StatusCodes.Status403Forbidden] = "The caller may not do this.",
        [StatusCodes.Status404NotFound] = "The record does not exist, or the caller may not see it.",
        [StatusCodes.Status409Conflict] =
            "The present state does not allow this; `allowed` lists the states that it does.",
        [StatusCodes.Status412PreconditionFailed] = "The record has another version than If-Match names.",
        [StatusCodes.Status415UnsupportedMediaType] = "The body has another media type than those listed.",
        [StatusCodes.Status422UnprocessableEntity] = "A value breaks a rule; `errors` lists messages by path.",
        [StatusCodes.Status429TooManyRequests] = "Too many attempts; Retry-After tells when to try again.",
    };

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var (status, meaning) in Meanings)
            document.AddComponent(Name(status), (IOpenApiResponse)Response(meaning, document));
    }

    public static OpenApiResponseReference Reference(int status, OpenApiDocument document) =>
        new(Name(status), document);

    /// <summary>Any other failure, such as 503.</summary>
    public static OpenApiResponse Default(OpenApiDocument document) =>
        Response("A problem document (RFC 9457) in the language of Accept-Language.", document);

    private static string Name(int status) => string.Create(CultureInfo.InvariantCulture, $"Problem{status}");

    private static OpenApiResponse Response(string description, OpenApiDocument document) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemType] = new() { Schema = new OpenApiSchemaReference(ApiSchemas.ProblemName, document) },
            },
        };
}
