using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Demands;

/// <summary>Standing demands with their lists.</summary>
internal static class DemandEndpoints
{
    private const int Most = 500;

    public static void MapDemands(this IEndpointRouteBuilder routes)
    {
        var demands = new RecordEndpoints<Demand>("/api/demands", (grains, id) => grains.Demand(id), IsOpen: false).Map(routes, "Demands");
        demands.MapGet("{id}/matches", GetMatches).WithSummary("The demand's list, best first").Produces<DemandMatches>().RequireAuthorization();
        demands.MapGet("{id}/near-misses", GetNearMisses).WithSummary("What one must alone keeps out").Produces<NearMissReport>().RequireAuthorization();
    }

    private static async Task<IResult> GetMatches(string id, ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation, int top = 50)
    {
        var (caller, board) = await Find(id, user, grains, top, cancellation);
        return Results.Ok(await grains.Index(board).Matches(caller, id, top, cancellation));
    }

    private static async Task<IResult> GetNearMisses(string id, ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation, int top = 50)
    {
        var (caller, board) = await Find(id, user, grains, top, cancellation);
        return Results.Ok(await grains.Index(board).NearMisses(caller, id, top, cancellation));
    }

    private static async Task<(Caller Caller, string Board)> Find(
        string id, ClaimsPrincipal user, IGrainFactory grains, int top, CancellationToken cancellation)
    {
        var caller = CurrentCaller.Of(user);
        var demand = await grains.Demand(id).Get(caller, cancellation);
        if (top is < 1 or > Most)
            throw new InvalidException(new FieldError("top", "outOfRange", "1", $"{Most}", ""));
        return (caller, demand.Board);
    }
}
