using System.Security.Claims;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Imports;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Imports;

/// <summary>
/// Imports files: valid rows are stored, and each invalid row is reported with line, column and reason.
/// </summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/imports/{kind}/columns", Columns)
            .WithTags("Imports")
            .WithSummary("The columns that a file of a kind may have")
            .Produces<IReadOnlyList<KnownColumn>>()
            .RequireAuthorization();
        routes
            .MapPost("/api/imports/{kind}", Post)
            .WithTags("Imports")
            .WithSummary("Import a CSV, XLSX or GeoJSON file; with dryRun=true only report what would happen")
            .Accepts<string>("text/csv", "application/geo+json", "application/json", ImportFiles.Workbook)
            .Produces<ImportReport>()
            .WithMetadata(new BodyLimit(ImportFiles.MaxFileSize))
            .Waits(WorkQueue.Import)
            .DisableRequestTimeout()
            .RequireAuthorization();
    }

    private static IResult Columns(string kind, ClaimsPrincipal user)
    {
        var known = ListingKind.Find(kind) ?? throw new NotFoundException();
        return known.MayImport(CurrentCaller.Of(user))
            ? Results.Ok<IReadOnlyList<KnownColumn>>([.. known.KnownColumns])
            : throw new ForbiddenException();
    }

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
        var format = ImportFiles.FormatOf(context.Request);
        return Results.Ok(
            await ImportFiles.Reading(() =>
                new Importer(grains, time).Run(
                    caller,
                    known,
                    format,
                    context.Request.Body,
                    dryRun,
                    context.Request.Language(),
                    new(duplicates),
                    cancellation: cancellation
                )
            )
        );
    }
}
