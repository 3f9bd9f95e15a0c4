using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaker.Web.Matching;

/// <summary>Demands that are not saved: anybody may ask, and gets what they may see.</summary>
internal static class MatchEndpoints
{
    public static void MapMatch(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/boards/{board}/match", PostMatch).WithTags("Matching").WithSummary("Match a demand that is not saved");

    private static async Task<Ok<AdHocAnswer>> PostMatch(
        string board, AdHocDemand demand, ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation)
    {
        if (Matchmaker.Matching.Boards.Find(board) is not { } known)
            throw new NotFoundException(); // before a grain of that name could be made
        return TypedResults.Ok(await grains.Index(known.Code).Match(CurrentCaller.Of(user), demand, cancellation));
    }
}
