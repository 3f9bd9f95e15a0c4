using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Load;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Matchmaker.Web.Problems;

/// <summary>Problem documents (RFC 9457) in the request's language.</summary>
internal static class Problem
{
    private const string RetryAfterSeconds = "5";

    /// <summary>Writes a problem document; the response must not have started.</summary>
    /// <param name="errors">The errors by path; empty: no field is wrong.</param>
    /// <param name="allowed">
    /// The states that may follow the present one; null: the problem is not about a state.
    /// </param>
    /// <param name="stale">The newer record; null: it is not told.</param>
    public static async Task Write(
        HttpContext context,
        int status,
        IReadOnlyCollection<FieldError>? errors = null,
        FieldError? detail = null,
        IReadOnlyCollection<string>? allowed = null,
        StaleException? stale = null
    )
    {
        var language = context.Request.Language();
        var body = new Dictionary<string, object>
        {
            ["type"] = "about:blank",
            ["title"] = ErrorTexts.Of(new("", $"status{status}"), language),
            ["status"] = status,
        };
        if (detail is not null)
            body["detail"] = Shown(detail, language);
        if (errors is { Count: > 0 })
            body["errors"] = errors
                .GroupBy(error => StorableText.Repaired(error.Path))
                .ToDictionary(path => path.Key, path => path.Select(error => Shown(error, language)).Distinct());
        if (allowed is not null)
            body["allowed"] = allowed;
        if (stale is not null)
        {
            (body["record"], body["at"]) = (AsAnswered(context, stale.Record), stale.At);
            if (stale.By is { } by)
                body["by"] = by;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.Headers.ContentLanguage = language;
        if (
            status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests
            && !context.Response.Headers.ContainsKey("Retry-After")
        )
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        await JsonSerializer.SerializeAsync(context.Response.Body, body, RecordJson.Options, context.RequestAborted);
    }

    // A message may quote what the caller sent, and JSON cannot hold every text.
    private static string Shown(FieldError error, string language) =>
        StorableText.Repaired(ErrorTexts.Of(error, language));

    // Answers are written with other options than problem documents.
    private static JsonNode AsAnswered(HttpContext context, object record) =>
        JsonSerializer.SerializeToNode(
            record,
            record.GetType(),
            context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions
        )!;

    private static Task Write(HttpContext context, LoadException full)
    {
        if (full.Wait is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        return Write(context, full.Status);
    }

    /// <summary>Writes the problem document that fits an exception.</summary>
    public static Task Write(HttpContext context, Exception failure) =>
        failure switch
        {
            NotFoundException => Write(context, StatusCodes.Status404NotFound),
            ForbiddenException forbidden => Write(context, StatusCodes.Status403Forbidden, detail: forbidden.Reason),
            VersionException => Write(context, StatusCodes.Status412PreconditionFailed),
            StaleException stale => Write(context, StatusCodes.Status412PreconditionFailed, stale: stale),
            ConflictException conflict => Write(
                context,
                StatusCodes.Status409Conflict,
                detail: conflict.Reason,
                allowed: conflict.Allowed
            ),
            InvalidException invalid => Write(context, StatusCodes.Status422UnprocessableEntity, invalid.Errors),
            UnreadableException unreadable => Write(
                context,
                StatusCodes.Status400BadRequest,
                detail: unreadable.Reason
            ),
            BadHttpRequestException bad => Write(context, bad.StatusCode),
            LoadException full => Write(context, full),
            _ when ClusterFaults.Is(failure) => Write(context, StatusCodes.Status503ServiceUnavailable),
            _ => Write(context, StatusCodes.Status500InternalServerError),
        };
}
