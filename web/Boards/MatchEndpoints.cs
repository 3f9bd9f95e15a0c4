using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Boards;

/// <summary>Demands that are not saved: anybody may ask, and gets what they may see.</summary>
internal static class MatchEndpoints
{
    public static void MapMatch(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/boards/{board}/match", PostMatch)
            .WithTags("Matching")
            .WithSummary("Match a demand that is not saved")
            .Accepts<AdHocDemand>("application/json")
            .Produces<AdHocAnswer>();

    private static async Task<IResult> PostMatch(
        string board,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        if (BoardTable.Find(board) is not { } known)
            throw new NotFoundException(); // before a grain of that name could be made
        var demand = await StrictJson.Read<AdHocDemand>(request);
        return Results.Ok(await grains.Index(known.Code).Match(CurrentCaller.Of(user), demand, cancellation));
    }
}
