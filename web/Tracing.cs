using System.Diagnostics;

namespace Matchmaker.Web;

/// <summary>What a request's span says of it.</summary>
internal static class Tracing
{
    /// <summary>Names the route, because the address itself, which may hold an e-mail address or a secret, leaves the process with no span.</summary>
    public static void UseRouteNames(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    Activity.Current is { IsAllDataRequested: true } span
                    && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
                )
                    span.SetTag("http.route", route);
                return next(context);
            }
        );
}
