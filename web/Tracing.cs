using System.Diagnostics;

namespace Matchmaker.Web;

/// <summary>
/// Names a request by its route's pattern: its address may hold an e-mail address, an id or a secret.
/// </summary>
internal static class Tracing
{
    /// <summary>Such as <c>/api/accounts/{email}</c>; null: no route answers this request.</summary>
    public static string? RoutePattern(this HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    /// <summary>Puts the pattern on the request's span, which carries no address.</summary>
    public static void UseRouteNames(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (Activity.Current is { IsAllDataRequested: true } span && context.RoutePattern() is { } route)
                    span.SetTag("http.route", route);
                return next(context);
            }
        );
}
