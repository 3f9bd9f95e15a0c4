using System.Security.Claims;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Exports;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Exports;

/// <summary>The visible records of a kind as a file, with the columns of the imports.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/exports/{file}", Get)
            .WithTags("Exports")
            .WithSummary("The records of a kind as .csv, .geojson or .xlsx, such as spaces.csv")
            .Produces<string>(
                StatusCodes.Status200OK,
                "text/csv",
                "application/geo+json",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            )
            .Waits(WorkQueue.Export)
            .DisableRequestTimeout();

    private static async Task Get(
        string file,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var dot = file.LastIndexOf('.');
        var kind = dot < 0 ? null : ListingKind.Find(file[..dot]);
        var (caller, exporter) = (CurrentCaller.Of(user), new Exporter(grains));
        var language = response.HttpContext.Request.Language();
        switch (kind is null ? "" : file[dot..])
        {
            case ".csv":
                Start(response, file, "text/csv; charset=utf-8");
                await exporter.WriteCsv(caller, kind!, response.Body, cancellation);
                break;
            case ".geojson":
                Start(response, file, "application/geo+json; charset=utf-8");
                await exporter.WriteGeoJson(caller, kind!, response.Body, cancellation);
                break;
            case ".xlsx":
                await SendWorkbook(
                    response,
                    file,
                    target => exporter.WriteXlsx(caller, kind!, target, language, cancellation),
                    cancellation
                );
                break;
            default:
                throw new NotFoundException();
        }
    }

    /// <summary>Sends a table as <c>.csv</c> or <c>.xlsx</c>, by the file's extension.</summary>
    public static async Task Send(HttpResponse response, string file, Table table, CancellationToken cancellation)
    {
        if (file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            await SendWorkbook(response, file, target => table.WriteXlsx(target, cancellation), cancellation);
            return;
        }

        Start(response, file, "text/csv; charset=utf-8");
        await table.WriteCsv(response.Body, cancellation);
    }

    /// <summary>Sends tables as one workbook, each as a sheet.</summary>
    public static Task SendSheets(
        HttpResponse response,
        string file,
        IReadOnlyList<Table> tables,
        CancellationToken cancellation
    ) => SendWorkbook(response, file, target => Table.WriteXlsx(tables, target, cancellation), cancellation);

    private static void Start(HttpResponse response, string file, string type)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
    }

    // Writing a workbook needs a seekable stream: a temporary file that is deleted when it closes.
    private static async Task SendWorkbook(
        HttpResponse response,
        string file,
        Func<Stream, Task> write,
        CancellationToken cancellation
    )
    {
        await using var workbook = AnswerSpool.OpenFile();
        await write(workbook);
        workbook.Position = 0;
        Start(response, file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        await workbook.CopyToAsync(response.Body, cancellation);
    }
}
