using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Matchmaker.Web.Security;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Matchmaker.Web;

/// <summary>
/// Serves the single-page application. Browsers cache files with a hash in their names; they revalidate the rest.
/// </summary>
internal static class Pages
{
    /// <summary>Ends the name of what the build wrote beside a file as small as Brotli makes it.</summary>
    private const string Smaller = ".br";

    private static readonly PathString[] Languages = ["/tc", "/sc", "/en"];

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
        // The page has a router of its own, so each of its URLs gets the same file in its language.
        app.Use(
            (context, next) =>
            {
                if (IsPage(context))
                {
                    context.Request.Path = PageOf(context.Request.Path, app.Environment.WebRootFileProvider);
                    CrossSite.KeepToken(context);
                }

                return next(context);
            }
        );
        app.Use(
            (context, next) =>
            {
                if (
                    TakesBrotli(context.Request) && app.Environment.WebRootFileProvider.HasSmaller(context.Request.Path)
                )
                    context.Request.Path += Smaller;
                return next(context);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions { ContentTypeProvider = new FileTypes(), OnPrepareResponse = Describe }
        );
    }

    /// <summary>The page in the language with which the path begins, else one that finds it itself.</summary>
    private static PathString PageOf(PathString path, IFileProvider files)
    {
        var page = $"{Languages.FirstOrDefault(start => path.StartsWithSegments(start))}.html";
        return files.GetFileInfo(page).Exists ? page : "/index.html";
    }

    private static void Describe(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = CachingOf(file.Context);
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (file.Context.Request.Path.Value!.EndsWith(Smaller, StringComparison.Ordinal))
            headers.ContentEncoding = "br";
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is null or > 0);

    private static bool HasSmaller(this IFileProvider files, PathString path) =>
        Path.HasExtension(path) && files.GetFileInfo(path + Smaller).Exists;

    /// <summary>The type of a file is that of the one which it holds in fewer bytes.</summary>
    private sealed class FileTypes : IContentTypeProvider
    {
        // The static file middleware serves no file of an unknown type.
        private readonly FileExtensionContentTypeProvider _known = new()
        {
            Mappings = { [".geojson"] = "application/geo+json" },
        };

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            _known.TryGetContentType(
                subpath.EndsWith(Smaller, StringComparison.Ordinal) ? subpath[..^Smaller.Length] : subpath,
                out contentType
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
