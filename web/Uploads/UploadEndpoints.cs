using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Imports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Uploads;

/// <summary>
/// Imports in steps: a file is kept for a day and looked at, its columns are matched, it is tried, mended and imported.
/// </summary>
internal static class UploadEndpoints
{
    private const int MaxName = 200;
    private const int MaxHeaderRow = 200_000;

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/uploads").WithTags("Imports").RequireAuthorization();
        group
            .MapPost("", Post)
            .WithSummary("Keep a CSV, XLSX or GeoJSON file for a day and tell what is in it")
            .Accepts<string>("text/csv", "application/geo+json", "application/json", ImportFiles.Workbook)
            .Produces<UploadedFile>(StatusCodes.Status201Created)
            .WithMetadata(new BodyLimit(ImportFiles.MaxFileSize))
            .Waits(WorkQueue.Import)
            .DisableRequestTimeout();
        group
            .MapGet("{id}", Get)
            .WithSummary("The file, and how far its import is")
            .Produces<UploadedFile>()
            .Reads("sheet", "string", "Tells what is in this sheet instead of the first that has a header.")
            .Reads("headerRow", "integer", "Takes this line or row, from 1, as the header instead of the one found.");
        group
            .MapPost("{id}/import", Import)
            .WithSummary("Try or import the file; GET tells how far it is")
            .Accepts<UploadImport>("application/json")
            .Produces<UploadedFile>(StatusCodes.Status202Accepted)
            .DisableRequestTimeout();
        group
            .MapPost("{id}/resume", Resume)
            .WithSummary("Go on with an import that was stopped or interrupted")
            .Produces<UploadedFile>(StatusCodes.Status202Accepted)
            .DisableRequestTimeout();
        group
            .MapGet("{id}/rejected", Rejected)
            .WithSummary("The rejected rows as CSV, with the reasons in the last column")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        group
            .MapDelete("{id}", Delete)
            .WithSummary("Stop a running import at the end of a row, or delete the file")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Post(
        HttpContext context,
        ClaimsPrincipal user,
        IGrainFactory grains,
        string? name = null,
        CancellationToken cancellation = default
    )
    {
        var caller = CurrentCaller.Of(user);
        if (ImportFiles.KindsOf(caller).Count == 0)
            throw new ForbiddenException();
        var format = ImportFiles.FormatOf(context.Request);
        if (name?.Length > MaxName)
            throw new InvalidException(new FieldError("name", "tooLong", $"{MaxName}"));
        var body = await ImportFiles.Buffer(context, cancellation);
        var found = await Contents(grains, caller, format, body, new(), cancellation);
        var id = RecordIds.New();
        var kept = await UploadContent.Keep(
            grains.Upload(id),
            caller,
            new(id, name, format.ToString().ToLowerInvariant(), body.Length, UploadJson.Write(found), default),
            body,
            cancellation
        );
        return Results.Created($"/api/uploads/{id}", Answer(caller, kept));
    }

    private static async Task<IResult> Get(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var upload = await grains.Upload(id).Get(caller, cancellation);
        var (sheet, row) = (request.Query["sheet"].ToString(), request.Query["headerRow"].ToString());
        if (sheet.Length + row.Length == 0)
            return Results.Ok(Answer(caller, upload));
        var choice = new FileChoice(
            sheet.Length > 0 ? sheet : null,
            row.Length > 0 ? QueryValues.Whole(request, "headerRow", MaxHeaderRow, 1) : null
        );
        using var body = await UploadContent.Read(grains.Upload(id), caller, cancellation);
        var found = await Contents(grains, caller, UploadContent.FormatOf(upload), body, choice, cancellation);
        return Results.Ok(Answer(caller, upload) with { Found = found });
    }

    private static async Task<IResult> Import(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        UploadJobs jobs,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var upload = await grains.Upload(id).Get(caller, cancellation);
        var asked = await StrictJson.Read<UploadImport>(request);
        await jobs.Start(caller, upload, asked, request.Language(), null, cancellation);
        return await Accepted(grains, caller, id, cancellation);
    }

    private static async Task<IResult> Resume(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        UploadJobs jobs,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var upload = await grains.Upload(id).Get(caller, cancellation);
        if (upload.Job is not { State: UploadState.Stopped or UploadState.Interrupted } job)
            throw new ConflictException(new("", "nothingToResume"));
        var asked = UploadJson.Read<UploadImport>(job.Plan);
        await jobs.Start(caller, upload, asked, job.Language, job, cancellation);
        return await Accepted(grains, caller, id, cancellation);
    }

    private static async Task Rejected(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var upload = await grains.Upload(id).Get(caller, cancellation);
        if (upload.Job is not { Report: { } report } job)
            throw new NotFoundException();
        var asked = UploadJson.Read<UploadImport>(job.Plan);
        using var body = await UploadContent.Read(grains.Upload(id), caller, cancellation);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=rejected.csv";
        await RejectedRows.Write(
            ListingKind.Find(asked.Kind)!,
            UploadContent.FormatOf(upload),
            body,
            UploadJobs.ChoiceOf(asked),
            UploadJson.Read<ImportReport>(report).Rejected,
            response.Body,
            cancellation
        );
    }

    private static async Task<IResult> Delete(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        await grains.Upload(id).Stop(CurrentCaller.Of(user), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> Accepted(
        IGrainFactory grains,
        Caller caller,
        string id,
        CancellationToken cancellation
    ) => Results.Accepted($"/api/uploads/{id}", Answer(caller, await grains.Upload(id).Get(caller, cancellation)));

    private static async Task<FileContents> Contents(
        IGrainFactory grains,
        Caller caller,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation
    )
    {
        var found = await ImportFiles.Reading(() =>
            FileContents.Read(ImportFiles.KindsOf(caller), format, body, choice, cancellation)
        );
        return await Remembered(grains, caller, found, cancellation);
    }

    // A matching by hand holds for the next file with the same columns, for the kind of the earlier one.
    private static async Task<FileContents> Remembered(
        IGrainFactory grains,
        Caller caller,
        FileContents found,
        CancellationToken cancellation
    )
    {
        if (caller is { IsOffice: false, Party: null })
            return found;
        string[] names = [.. found.Columns.Select(column => column.Theirs)];
        if (await grains.ColumnMatches().Find(caller, names, cancellation) is not { } kept)
            return found;
        var asked = UploadJson.Read<UploadImport>(kept);
        if (ListingKind.Find(asked.Kind) is not { } kind || asked.Columns is not { } columns)
            return found;
        found = found.As(kind);
        return found with
        {
            Columns =
            [
                .. found.Columns.Select(column =>
                    columns.TryGetValue(column.Theirs, out var ours)
                        ? column with
                        {
                            Ours = ours,
                            Remembered = true,
                        }
                        : column
                ),
            ],
        };
    }

    private static UploadedFile Answer(Caller caller, Upload upload) =>
        new(
            upload.Id,
            upload.Name,
            upload.Size,
            upload.ExpiresAt,
            UploadJson.Read<FileContents>(upload.Found),
            [.. ImportFiles.KindsOf(caller).Select(kind => kind.Code)],
            upload.Job is { } job
                ? new(
                    job.State,
                    UploadJson.Read<UploadImport>(job.Plan),
                    job.Rows,
                    job.Done,
                    job.Report is { } report ? UploadJson.Read<ImportReport>(report) : null
                )
                : null
        );
}
