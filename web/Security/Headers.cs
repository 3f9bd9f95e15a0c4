using Matchmaker.Web.Dashboard;
using Matchmaker.Web.Maps;

namespace Matchmaker.Web.Security;

/// <summary>Security headers on every response.</summary>
internal static class Headers
{
    // Ends with what the page may fetch from, so that another origin can follow.
    private const string Start =
        "default-src 'self'; object-src 'none'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'";

    // The hash is of the one style element that the UI kit writes.
    private const string Rest =
        "; script-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // The dashboard's style sheet embeds its icons as a font.
    private const string DashboardPolicy = $"{Start}{Rest}; font-src 'self' data:";

    public static void UseHeaders(this WebApplication app)
    {
        // The page and the map's worker fetch the tiles of an operator's own source, and nothing else from there.
        var tiles = app.Services.GetRequiredService<TileSettings>().Tiles?.Origin;
        var policy = tiles is null ? $"{Start}{Rest}" : $"{Start} {tiles}{Rest}";
        app.Use(
            (context, next) =>
            {
                // Error handling clears the headers of a response, so these are set when it starts.
                context.Response.OnStarting(() => Set(context, policy));
                return next(context);
            }
        );
    }

    private static Task Set(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        var isDashboard = context.Request.Path.StartsWithSegments(DashboardEndpoints.Start);
        headers.ContentSecurityPolicy = isDashboard ? DashboardPolicy : policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (isDashboard || context.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
