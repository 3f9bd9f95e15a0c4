using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Search;

/// <summary>
/// One search over all boards: English, Traditional and Simplified Chinese, trade terms, metric and imperial units.
/// </summary>
internal static class SearchEndpoints
{
    private const int MaxTop = 100;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/search", Get)
            .WithTags("Search")
            .WithSummary("Search all boards by a text")
            .Produces<SearchResults>()
            .Reads("q", "string", "The text; only its first 500 characters are used.")
            .Reads("top", "integer", "Matches per board, 1 to 100; default 10.");

    private static async Task<IResult> Get(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var text = request.Query["q"].ToString();
        var top = QueryValues.Whole(request, "top", MaxTop, 10);
        var answers = await Task.WhenAll(
            BoardTable.All.Select(async board =>
                (board, answer: await grains.Index(board.Code).Search(caller, text, top, cancellation))
            )
        );
        return Results.Ok(
            new SearchResults(
                text,
                answers[0].answer.Terms,
                [.. answers.Select(found => Found(found.board, found.answer))]
            )
        );
    }

    private static BoardResults Found(Board board, SearchAnswer answer) =>
        new(board.Code, answer.Criteria, answer.Count, answer.Matches);
}

/// <param name="Text">The text as the caller wrote it.</param>
/// <param name="Terms">The parts of the text that were recognised, in its order.</param>
internal sealed record SearchResults(string Text, ImmutableArray<string> Terms, ImmutableArray<BoardResults> Boards);

/// <param name="Criteria">The criteria that the text means on this board, from which a requirement can start.</param>
/// <param name="Count">0 if the text says nothing about the board.</param>
internal sealed record BoardResults(
    string Board,
    ImmutableArray<Criterion> Criteria,
    int Count,
    ImmutableArray<Match> Matches
);
