using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Figures;
using Matchmaker.Interchange.Exports;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Figures;

/// <summary>The office's statistics, as JSON and as files.</summary>
internal static class FigureEndpoints
{
    private const int DefaultDays = 91;

    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/figures", Get)
            .WithTags("Figures")
            .WithSummary("Statistics of introductions between two days (officers)")
            .Produces<FiguresReport>()
            .Reads("from", "string", "The first day; default 13 weeks before the last.")
            .Reads("to", "string", "The last day; default today.")
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        foreach (var file in new[] { "figures.csv", "figures.xlsx" })
        {
            routes
                .MapGet(
                    $"/api/exports/{file}",
                    (
                        HttpRequest request,
                        HttpResponse response,
                        ClaimsPrincipal user,
                        IGrainFactory grains,
                        TimeProvider time,
                        CancellationToken cancellation
                    ) => Export(file, request, response, user, grains, time, cancellation)
                )
                .WithTags("Figures")
                .WithSummary("The statistics as a file (officers)")
                .Produces<string>(
                    StatusCodes.Status200OK,
                    file.EndsWith(".csv", StringComparison.Ordinal)
                        ? "text/csv"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                )
                .Reads("from", "string", "The first day; default 13 weeks before the last.")
                .Reads("to", "string", "The last day; default today.")
                .Waits(WorkQueue.Export)
                .RequireAuthorization();
        }
    }

    private static async Task<IResult> Get(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    ) => Results.Ok(await Of(request, user, grains, time, cancellation));

    private static async Task Export(
        string file,
        HttpRequest request,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    ) =>
        await ExportEndpoints.Send(
            response,
            file,
            FigureTable.Of(await Of(request, user, grains, time, cancellation)),
            cancellation
        );

    private static Task<FiguresReport> Of(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var to = QueryValues.Day(request, "to") ?? today;
        return grains
            .Figures()
            .Of(
                CurrentCaller.Of(user),
                QueryValues.Day(request, "from") ?? to.AddDays(1 - DefaultDays),
                to,
                cancellation
            );
    }
}

/// <summary>The statistics as one table: measure, subject, code and number.</summary>
internal static class FigureTable
{
    public static Table Of(FiguresReport figures) => new("figures", ["figure", "of", "code", "number"], Rows(figures));

    private static IEnumerable<object?[]> Rows(FiguresReport figures)
    {
        foreach (var week in figures.Weeks)
        {
            foreach (var (state, count) in week.Entered)
                yield return ["entered", $"{week.Week:yyyy-MM-dd}", state, count];
            foreach (var (state, count) in week.Standing)
                yield return ["standing", $"{week.Week:yyyy-MM-dd}", state, count];
        }

        foreach (var (state, stay) in figures.TimeInState)
        {
            yield return ["stays", state, "count", stay.Count];
            yield return ["stays", state, "medianHours", stay.MedianHours];
            yield return ["stays", state, "meanHours", stay.MeanHours];
        }

        var response = figures.FirstResponse;
        foreach (
            var (code, count) in new[]
            {
                ("within3", response.Within3),
                ("within5", response.Within5),
                ("later", response.Later),
                ("waiting", response.Waiting),
            }
        )
            yield return ["firstResponse", "", code, count];
        foreach (var (board, outcomes) in figures.Outcomes)
        {
            foreach (var (outcome, count) in outcomes)
                yield return ["outcomes", board, outcome, count];
        }

        foreach (var exposure in figures.Exposure)
        {
            foreach (
                var (code, count) in new[]
                {
                    ("shown", exposure.Shown),
                    ("offered", exposure.Offered),
                    ("introduced", exposure.Introduced),
                }
            )
                yield return ["exposure", exposure.Party, code, count];
        }
    }
}
