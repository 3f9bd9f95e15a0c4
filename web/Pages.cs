using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;

namespace Matchmaker.Web;

/// <summary>The page itself: files with a hash in their names stay in a browser's cache, the rest is asked for anew.</summary>
internal static class Pages
{
    private static readonly PathString[] Reserved = ["/api", "/health", "/live", "/openapi"];

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
        // Because the page reads its own addresses, each of them is the page.
        app.Use(
            (context, next) =>
            {
                if (IsPage(context))
                    context.Request.Path = "/index.html";
                return next(context);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                // Because the server hands out no file whose type it does not know.
                ContentTypeProvider = new FileExtensionContentTypeProvider
                {
                    Mappings = { [".geojson"] = "application/geo+json" },
                },
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets")
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            }
        );
    }

    // Because as a route it would answer 405 for what the API does not have at all.
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Path.HasExtension(context.Request.Path)
        && !Reserved.Any(start => context.Request.Path.StartsWithSegments(start));
}
