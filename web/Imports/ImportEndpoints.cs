using System.Security.Claims;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Matchmaker.Web.Imports;

/// <summary>
/// Imports files: valid rows are stored, and each invalid row is reported with line, column and reason.
/// </summary>
internal static class ImportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const long MaxFileSize = 64L * 1024 * 1024;

    public static void MapImports(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/imports/{kind}", Post)
            .WithTags("Imports")
            .WithSummary("Import a CSV, XLSX or GeoJSON file; with dryRun=true only report what would happen")
            .Accepts<string>("text/csv", "application/geo+json", "application/json", Workbook)
            .Produces<ImportReport>()
            .DisableRequestTimeout()
            .RequireAuthorization();

    private static async Task<IResult> Post(
        string kind,
        HttpContext context,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        bool dryRun = false,
        DuplicateAction duplicates = DuplicateAction.Create,
        CancellationToken cancellation = default
    )
    {
        var caller = CurrentCaller.Of(user);
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var known = ListingKind.Find(kind) ?? throw new NotFoundException();
        var format = FormatOf(context.Request);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxFileSize;
        try
        {
            return Results.Ok(
                await new Importer(grains, time).Run(
                    caller,
                    known,
                    format,
                    context.Request.Body,
                    dryRun,
                    context.Request.Language(),
                    new(duplicates),
                    cancellation: cancellation
                )
            );
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

    private static FileFormat FormatOf(HttpRequest request) =>
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
}
