using Matchmaker.Web.Dashboard;

namespace Matchmaker.Web.Security;

/// <summary>What every answer tells a browser to refuse.</summary>
internal static class Headers
{
    // The hash is of the one style element that the UI kit writes.
    private const string Policy =
        "default-src 'self'; object-src 'none'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'; script-src 'self'; "
        + "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // Because the dashboard's style sheet carries its icons as a font.
    private const string DashboardPolicy = $"{Policy}; font-src 'self' data:";

    public static void UseHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                // Because a refusal clears what was prepared, the headers go on last.
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
