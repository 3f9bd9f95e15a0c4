using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Packages;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Exports;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Packages;

/// <summary>Packages of site, partners, centres and programmes, as JSON and as a workbook.</summary>
internal static class PackageEndpoints
{
    private const int MaxMonths = 1_200;
    private const int DefaultMonths = 36;
    private const int MaxSites = 10;
    private const int DefaultSites = 5;

    public static void MapPackages(this IEndpointRouteBuilder routes)
    {
        Asked(
                routes
                    .MapGet("/api/enterprises/{id}/package", Get)
                    .WithSummary("Packages of site, partners, centres and programmes, best first")
            )
            .Produces<LandingPackage>();
        Asked(
                routes
                    .MapGet("/api/enterprises/{id}/package.xlsx", Export)
                    .WithSummary("The packages as a workbook, with sources and dates")
            )
            .Reads("language", "string", "en, zh-Hant or zh-Hans; default the request's own.")
            .Produces<string>(
                StatusCodes.Status200OK,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            );
    }

    private static RouteHandlerBuilder Asked(RouteHandlerBuilder route) =>
        route
            .WithTags("Programmes")
            .Waits(WorkQueue.Question)
            .RequireAuthorization()
            .Reads("on", "string", "The day of the decision; default today in Hong Kong.")
            .Reads("months", "integer", $"Months of the lease: 1 to {MaxMonths}; default {DefaultMonths}.")
            .Reads("top", "integer", $"The number of sites: 1 to {MaxSites}; default {DefaultSites}.");

    private static async Task<IResult> Get(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await Of(id, request, user, grains, cancellation));

    private static async Task Export(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var language = QueryValues.Language(request);
        var package = await Of(id, request, user, grains, cancellation);
        var table = new PackageTable(language).Of(package, await grains.Programmes().List(cancellation));
        await ExportEndpoints.Send(request.HttpContext.Response, "package.xlsx", table, cancellation);
    }

    private static Task<LandingPackage> Of(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        grains
            .Packages()
            .Of(
                CurrentCaller.Of(user),
                id,
                QueryValues.Day(request, "on"),
                QueryValues.Whole(request, "months", MaxMonths, DefaultMonths),
                QueryValues.Whole(request, "top", MaxSites, DefaultSites),
                cancellation
            );
}
