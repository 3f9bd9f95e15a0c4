using Matchmaker.Web.Dashboard;

namespace Matchmaker.Web.Security;

/// <summary>Security headers on every response.</summary>
internal static class Headers
{
    // The hash is of the one style element that the UI kit writes.
    private const string Policy =
        "default-src 'self'; object-src 'none'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'; "
        + "script-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // The dashboard's style sheet embeds its icons as a font.
    private const string DashboardPolicy = $"{Policy}; font-src 'self' data:";

    public static void UseHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                // Error handling clears the headers of a response, so these are set when it starts.
                context.Response.OnStarting(() => Set(context));
                return next(context);
            }
        );

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isDashboard = context.Request.Path.StartsWithSegments(DashboardEndpoints.Start);
        headers.ContentSecurityPolicy = isDashboard ? DashboardPolicy : Policy;
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
