using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Consortium;
using Matchmaker.Matching.Facets;
using Matchmaker.Matching.Results;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Demands;

/// <summary>Standing demands and their matches.</summary>
internal static class DemandEndpoints
{
    private const int MaxTop = 500;

    public static void MapDemands(this IEndpointRouteBuilder routes)
    {
        var demands = new RecordEndpoints<Demand>((grains, id) => grains.Demand(id)).Map(routes, "Demands");
        demands
            .MapGet("{id}/matches", GetMatches)
            .WithSummary("The demand's matches, best first")
            .Produces<DemandMatches>()
            .Reads("top", "integer", "1 to 500; default 50.")
            .ReadsOrder()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        demands
            .MapGet("{id}/near-misses", GetNearMisses)
            .WithSummary("Profiles that fail exactly one must")
            .Produces<NearMissReport>()
            .Reads("top", "integer", "1 to 500; default 50.")
            .ReadsOrder()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        demands
            .MapGet("{id}/planned", GetPlanned)
            .WithSummary("Firms that would meet a partners demand with certificates that they plan")
            .Produces<PlannedPartners>()
            .Reads("top", "integer", "1 to 500; default 50.")
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        demands
            .MapGet("{id}/facets", GetFacets)
            .WithSummary("How the demand's matches are spread over attributes")
            .Produces<FacetReport>()
            .Reads("attributes", "string", "At most 12, with commas between; default the criteria's, then the board's.")
            .Reads("bins", "integer", "The most bins of a number or date, 1 to 100; default 24.")
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
        demands
            .MapGet("{id}/consortium", GetConsortium)
            .WithSummary("The smallest set of firms that covers a partners demand's bill of work")
            .Produces<ConsortiumReport>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
    }

    private static async Task<IResult> GetMatches(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, board) = await Find(id, user, grains, cancellation);
        var (top, order) = (QueryValues.Whole(request, "top", MaxTop, 50), QueryValues.Order(request, board));
        return Results.Ok(await grains.Index(board.Code).Matches(caller, id, top, order, cancellation));
    }

    private static async Task<IResult> GetNearMisses(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, board) = await Find(id, user, grains, cancellation);
        var (top, order) = (QueryValues.Whole(request, "top", MaxTop, 50), QueryValues.Order(request, board));
        return Results.Ok(await grains.Index(board.Code).NearMisses(caller, id, top, order, cancellation));
    }

    private static async Task<IResult> GetPlanned(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, board) = await Find(id, user, grains, cancellation);
        var top = QueryValues.Whole(request, "top", MaxTop, 50);
        return Results.Ok(await grains.Upgrades().Planned(caller, board.Code, id, top, cancellation));
    }

    private static async Task<IResult> GetFacets(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, board) = await Find(id, user, grains, cancellation);
        ImmutableArray<string>? attributes = request.Query.TryGetValue("attributes", out var codes)
            ? [.. $"{codes}".Split(',', StringSplitOptions.RemoveEmptyEntries)]
            : null;
        var bins = QueryValues.Whole(request, "bins", FacetRules.MaxBins, FacetRules.DefaultBins);
        return Results.Ok(await grains.Index(board.Code).FacetsOf(caller, id, attributes, bins, cancellation));
    }

    private static async Task<IResult> GetConsortium(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var (caller, board) = await Find(id, user, grains, cancellation);
        return Results.Ok(await grains.Index(board.Code).Consortium(caller, id, cancellation));
    }

    private static async Task<(Caller Caller, Board Board)> Find(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var demand = await grains.Demand(id).Get(caller, cancellation);
        return (caller, BoardTable.Find(demand.Board)!);
    }
}
