using System.IO.Compression;
using Matchmaker.Web.Security;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;

namespace Matchmaker.Web;

/// <summary>
/// Serves the single-page application. Browsers cache files with a hash in their names; they revalidate the rest.
/// </summary>
internal static class Pages
{
    private static readonly PathString[] Reserved = ["/api", "/health", "/live", "/map", "/openapi"];

    public static void AddPages(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/geo+json",
                "application/problem+json",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void MapPages(this WebApplication app)
    {
        // The page has a router of its own, so each of its URLs gets the same file.
        app.Use(
            (context, next) =>
            {
                if (IsPage(context))
                {
                    context.Request.Path = "/index.html";
                    CrossSite.KeepToken(context);
                }

                return next(context);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                // The static file middleware serves no file of an unknown type.
                ContentTypeProvider = new FileExtensionContentTypeProvider
                {
                    Mappings = { [".geojson"] = "application/geo+json" },
                },
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = CachingOf(file.Context),
            }
        );
    }

    private static string CachingOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable"
        : context.Response.Headers.SetCookie.Count > 0 ? "private, no-cache"
        : "no-cache";

    // A catch-all route would answer 405 instead of 404 for unknown API routes.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Path.HasExtension(context.Request.Path)
        && !Reserved.Any(start => context.Request.Path.StartsWithSegments(start));
}
