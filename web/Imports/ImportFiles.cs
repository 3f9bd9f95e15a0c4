using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Files;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Imports;

/// <summary>What the routes that take files share.</summary>
internal static class ImportFiles
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>In bytes.</summary>
    public const long MaxFileSize = 64L * 1024 * 1024;

    /// <summary>The kinds of which the caller may write records.</summary>
    public static IReadOnlyList<ListingKind> KindsOf(Caller caller) =>
        [.. ListingKind.All.Where(kind => kind.MayImport(caller))];

    /// <exception cref="BadHttpRequestException">The content is of no format that is read (415).</exception>
    public static FileFormat FormatOf(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant() switch
        {
            "text/csv" => FileFormat.Csv,
            "application/geo+json" or "application/json" => FileFormat.GeoJson,
            Workbook => FileFormat.Xlsx,
            _ => throw new BadHttpRequestException(
                "A file is text/csv, .xlsx or GeoJSON.",
                StatusCodes.Status415UnsupportedMediaType
            ),
        };

    /// <summary>The whole file in memory.</summary>
    public static async Task<MemoryStream> Buffer(HttpContext context, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        body.Position = 0;
        return body;
    }

    /// <summary>Reads a file; one that cannot be read is the request's error.</summary>
    public static async Task<T> Reading<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (BadFileException bad)
        {
            throw bad.What switch
            {
                BadFile.Invalid => new InvalidException(bad.Reasons),
                BadFile.TooLarge => new BadHttpRequestException(bad.Message, StatusCodes.Status413PayloadTooLarge),
                _ => new UnreadableException(bad.Reason),
            };
        }
    }
}
