using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Orleans.Dashboard;

namespace Matchmaker.Web.Dashboard;

/// <summary>Orleans' dashboard, for admins: silos, grains by kind, calls, durations, failures. It shows no record and no grain's key but the clock's.</summary>
internal static class DashboardEndpoints
{
    /// <summary>Where it is; for all but admins there is nothing here.</summary>
    public const string Start = "/dashboard";

    // By name, because what a later version adds shows nothing before somebody has looked at it. Left out on purpose: GrainState, which asks
    // any grain for what it holds, and Trace, which streams the log.
    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase)
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

    /// <summary>Answers all but an admin's requests as if nothing were here; comes before authorization, because that would answer 401 or 403.</summary>
    public static void UseDashboard(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments(Start, out var rest))
                    return next(context);
                var isShown =
                    CurrentCaller.Of(context.User).Role is Role.Admin
                    && Shown.Contains(First(rest))
                    && context.GetEndpoint() is not null;
                return isShown ? next(context) : Problem.Write(context, StatusCodes.Status404NotFound);
            }
        );

    // The role is asked for here too, because then no order of the steps before opens it.
    public static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes
            .MapOrleansDashboard(Start)
            .ExcludeFromDescription()
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Admin)));

    private static string First(PathString rest) => (rest.Value ?? "").Split('/') is [_, var first, ..] ? first : "";
}
