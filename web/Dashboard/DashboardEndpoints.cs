using Matchmaker.Contracts.Callers;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Orleans.Dashboard;

namespace Matchmaker.Web.Dashboard;

/// <summary>
/// Orleans' dashboard for admins: silos, grain types, calls, durations, failures. It shows no records, and no grain
/// keys except the clock's.
/// </summary>
internal static class DashboardEndpoints
{
    /// <summary>The dashboard's path; not found for everybody but admins.</summary>
    public const string Start = "/dashboard";

    // An allow-list: what a later version of the dashboard adds stays hidden until it is reviewed. GrainState, which
    // reads the state of any grain, and Trace, which streams the log, are left out on purpose.
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "index.html",
        "favicon.ico",
        "index.min.js",
        "index.css",
        "fonts",
        "img",
        "version",
        "DashboardCounters",
        "ClusterStats",
        "Reminders",
        "HistoricalStats",
        "SiloProperties",
        "SiloMetadata",
        "SiloStats",
        "SiloCounters",
        "GrainStats",
        "TopGrainMethods",
        "LifecycleStages",
        "GrainTypes",
    };

    /// <summary>
    /// Answers 404 to everybody but admins. Runs before authorization, which would answer 401 or 403.
    /// </summary>
    public static void UseDashboard(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments(Start, out var rest))
                    return next(context);
                var isAllowed =
                    CurrentCaller.Of(context.User).Role is Role.Admin
                    && Allowed.Contains(First(rest))
                    && context.GetEndpoint() is not null;
                return isAllowed ? next(context) : Problem.Write(context, StatusCodes.Status404NotFound);
            }
        );

    // The role is required here too, so that the dashboard stays closed whatever the order of the middleware.
    public static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes
            .MapOrleansDashboard(Start)
            .ExcludeFromDescription()
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Admin)));

    private static string First(PathString rest) => (rest.Value ?? "").Split('/') is [_, var first, ..] ? first : "";
}
