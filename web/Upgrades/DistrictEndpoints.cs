using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Upgrades;

/// <summary>Where the firms of the district stand, and what they lack.</summary>
internal static class DistrictEndpoints
{
    public static void MapDistrict(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/upgrades").WithTags("Upgrades").RequireAuthorization();
        group
            .MapGet("district", Get)
            .WithSummary("Where the firms stand that let the office count them, and what they lack (officers)")
            .Produces<DistrictReport>()
            .Waits(WorkQueue.Question);
        group
            .MapGet("district/firms", Behind)
            .WithSummary("The firms that one figure of the district counts (officers)")
            .Produces<Listed<DistrictMember>>()
            .Reads("figure", "string", "The key of a figure, such as symptom:labour.")
            .Reads("after", "string", "The previous page's next.")
            .Reads("limit", "integer", "1 to 500; default 100.")
            .Waits(WorkQueue.Question);
        group
            .MapGet("district.xlsx", Export)
            .WithSummary("The figures of the district as a workbook (officers)")
            .Reads("language", "string", "en, zh-Hant or zh-Hans; default the request's own.")
            .Produces<string>(
                StatusCodes.Status200OK,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            )
            .Waits(WorkQueue.Export);
    }

    private static async Task<IResult> Get(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Upgrades().District(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> Behind(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var list = ListParameters.Read(request);
        return (
            await grains
                .Upgrades()
                .DistrictFirms(
                    CurrentCaller.Of(user),
                    request.Query["figure"].ToString(),
                    list.After,
                    list.Limit,
                    cancellation
                )
        ).Listed();
    }

    private static async Task Export(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var language = QueryValues.Language(request);
        var caller = CurrentCaller.Of(user);
        var report = await grains.Upgrades().District(caller, cancellation);
        var names = await Names(grains, caller, report, cancellation);
        var table = new DistrictTable(language, names, await grains.Steps().On(report.On, cancellation)).Of(report);
        await ExportEndpoints.Send(request.HttpContext.Response, "district.xlsx", table, cancellation);
    }

    private static async Task<Dictionary<string, LocalText?>> Names(
        IGrainFactory grains,
        Caller caller,
        DistrictReport report,
        CancellationToken cancellation
    )
    {
        var names = new Dictionary<string, LocalText?>(StringComparer.Ordinal);
        foreach (var term in (await grains.Taxonomy("industries").Get(caller, cancellation)).Terms)
            names[$"sector:{term.Code}"] = term.Label;
        foreach (var programme in (await grains.Programmes().List(cancellation)).Items)
            names[$"unused:{programme.Id}"] = programme.Name;
        foreach (var figure in report.Buildings)
        {
            var building = await Lookups.OrNull(() => grains.Building(figure.Of[0]).Get(caller, cancellation));
            names[figure.Figure] = building?.Name;
        }

        return names;
    }
}
