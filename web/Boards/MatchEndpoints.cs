using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.Boards;

/// <summary>Matches a demand without saving it, for anybody, among the listings that the caller may see.</summary>
internal static class MatchEndpoints
{
    public static void MapMatch(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/boards/{board}/match", PostMatch)
            .WithTags("Matching")
            .WithSummary("Match a demand without saving it")
            .Accepts<AdHocDemand>("application/json")
            .Produces<AdHocAnswer>()
            .Waits(WorkQueue.Question);

    private static async Task<IResult> PostMatch(
        string board,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        if (BoardTable.Find(board) is not { } known)
            // An unknown board must not activate a grain.
            throw new NotFoundException();
        var demand = await StrictJson.Read<AdHocDemand>(request);
        return Results.Ok(await grains.Index(known.Code).Match(CurrentCaller.Of(user), demand, cancellation));
    }
}
