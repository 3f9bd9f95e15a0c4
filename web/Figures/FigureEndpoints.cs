using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
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
            .ReadsPeriod()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        routes
            .MapGet("/api/figures/introductions", Behind)
            .WithTags("Figures")
            .WithSummary("The introductions that one figure counts (officers)")
            .Produces<Listed<Introduction>>()
            .ReadsPeriod()
            .Reads("figure", "string", "A key of the statistics' counts, such as reached:offered.")
            .Reads("after", "string", "The previous page's next.")
            .Reads("limit", "integer", "1 to 500; default 100.")
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        routes
            .MapGet("/api/figures/fairness", Fairness)
            .WithTags("Figures")
            .WithSummary("How often each party was put forward, beside what its facts deserve (officers)")
            .Produces<FairnessReport>()
            .ReadsPeriod()
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
                .ReadsPeriod()
                .Reads(
                    "language",
                    "string",
                    "en, zh-Hant or zh-Hans; default the request's own. A .csv has codes alone."
                )
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
    )
    {
        var language = QueryValues.Language(request);
        var figures = await Of(request, user, grains, time, cancellation);
        await ExportEndpoints.Send(
            response,
            file,
            file.EndsWith(".xlsx", StringComparison.Ordinal)
                ? new FigureSheet(language).Of(figures)
                : FigureTable.Of(figures),
            cancellation
        );
    }

    private static async Task<IResult> Fairness(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var period = Period.Of(request, time);
        return Results.Ok(
            await grains.Figures().Fairness(CurrentCaller.Of(user), period.From, period.To, period.Only, cancellation)
        );
    }

    private static async Task<IResult> Behind(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var (period, list) = (Period.Of(request, time), ListParameters.Read(request));
        return (
            await grains
                .Figures()
                .Behind(
                    CurrentCaller.Of(user),
                    period.From,
                    period.To,
                    period.Only,
                    request.Query["figure"].ToString(),
                    list.After,
                    list.Limit,
                    cancellation
                )
        ).Listed();
    }

    private static Task<FiguresReport> Of(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var period = Period.Of(request, time);
        return grains.Figures().Of(CurrentCaller.Of(user), period.From, period.To, period.Only, cancellation);
    }

    private static RouteHandlerBuilder ReadsPeriod(this RouteHandlerBuilder route) =>
        route
            .Reads("from", "string", "The first day; default 13 weeks before the last.")
            .Reads("to", "string", "The last day; default today.")
            .Reads("board", "string", "Only introductions on this board.")
            .Reads("officer", "string", "Only introductions that this officer brokers now; an address.");

    /// <summary>What the query asks about.</summary>
    private sealed record Period(DateOnly From, DateOnly To, FiguresFilter Only)
    {
        /// <exception cref="InvalidException">Not a day.</exception>
        public static Period Of(HttpRequest request, TimeProvider time)
        {
            var to = QueryValues.Day(request, "to") ?? time.Today();
            return new(
                QueryValues.Day(request, "from") ?? to.AddDays(1 - DefaultDays),
                to,
                new(Given("board"), Given("officer"))
            );

            string? Given(string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;
        }
    }
}
