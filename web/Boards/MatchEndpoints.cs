using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Facets;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Boards;

/// <summary>Matches a demand without saving it, for anybody, among the listings that the caller may see.</summary>
internal static class MatchEndpoints
{
    public static void MapMatch(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/boards/{board}/match", PostMatch)
            .WithTags("Matching")
            .WithSummary("Match a demand without saving it")
            .Accepts<AdHocDemand>("application/json")
            .Produces<AdHocAnswer>()
            .Waits(WorkQueue.Question);
        routes
            .MapPost("/api/boards/{board}/facets", PostFacets)
            .WithTags("Matching")
            .WithSummary("How the matches of a demand that is not saved are spread over attributes")
            .Accepts<AdHocFacets>("application/json")
            .Produces<FacetReport>()
            .Waits(WorkQueue.Question);
        routes
            .MapPost("/api/boards/{board}/planned", PostPlanned)
            .WithTags("Matching")
            .WithSummary("Firms that would meet a demand that is not saved with certificates that they plan")
            .Accepts<AdHocPlanned>("application/json")
            .Produces<PlannedPartners>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
    }

    private static async Task<IResult> PostMatch(
        string board,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var index = Index(board, grains);
        var demand = await StrictJson.Read<AdHocDemand>(request);
        return Results.Ok(await index.Match(CurrentCaller.Of(user), demand, cancellation));
    }

    private static async Task<IResult> PostFacets(
        string board,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var index = Index(board, grains);
        var question = await StrictJson.Read<AdHocFacets>(request);
        return Results.Ok(await index.Facets(CurrentCaller.Of(user), question, cancellation));
    }

    private static async Task<IResult> PostPlanned(
        string board,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var known = Board(board);
        var question = await StrictJson.Read<AdHocPlanned>(request);
        return Results.Ok(
            await grains.Upgrades().PlannedFor(CurrentCaller.Of(user), known.Code, question, cancellation)
        );
    }

    private static IIndexGrain Index(string board, IGrainFactory grains) => grains.Index(Board(board).Code);

    // An unknown board must not activate a grain.
    private static Board Board(string code) => BoardTable.Find(code) ?? throw new NotFoundException();
}
