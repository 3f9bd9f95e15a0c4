using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Web.Problems;

/// <summary>
/// Checks the query and the body's framing of every request in one place, before any route reads them. Ids are checked
/// where they become keys (<see cref="Contracts.GrainKeys"/>), after the caller's role.
/// </summary>
internal static class RequestInput
{
    /// <summary>Comes after authorization, so that whoever is not signed in learns only that.</summary>
    public static void UseInputChecks(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (ProblemPages.IsApi(context))
                    Check(context.Request);
                return next(context);
            }
        );

    /// <summary>
    /// Reads every body through <see cref="RequestBody"/>. Comes before anything that reads a body.
    /// </summary>
    public static void UseCheckedBodies(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Request.Body = new RequestBody(context.Request.Body, context.RequestAborted);
                return next(context);
            }
        );

    private static void Check(HttpRequest request)
    {
        var errors = request
            .Query.Where(value =>
                !StorableText.IsValid(value.Key) || value.Value.Any(text => !StorableText.IsValid(text ?? ""))
            )
            .Select(value => new FieldError(value.Key, "controlSigns"))
            .ToList();
        if (errors.Count > 0)
            throw new InvalidException([.. errors]);
    }
}
