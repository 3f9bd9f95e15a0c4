using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaker.Web.Boards;

/// <summary>The boards' schemas: codes, units, ranges and labels for every client.</summary>
internal static class BoardEndpoints
{
    public static void MapBoards(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/boards", GetBoards).WithTags("Boards").WithSummary("Every board with its attributes");

    private static Ok<ImmutableArray<Board>> GetBoards() => TypedResults.Ok(BoardTable.All);
}
