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

/// <summary>One box for all boards: English, Traditional and Simplified Chinese, trade words and units of either system.</summary>
internal static class SearchEndpoints
{
    private const int Most = 100;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/search", Get)
            .WithTags("Search")
            .WithSummary("What a text finds on every board")
            .Produces<SearchResults>()
            .Reads("q", "string", "The text; what follows its first 500 characters is not read.")
            .Reads("top", "integer", "1 to 100 a board; default 10.");

    private static async Task<IResult> Get(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var text = request.Query["q"].ToString();
        var top = QueryValues.Whole(request, "top", Most, 10);
        var answers = await Task.WhenAll(
            BoardTable.All.Select(async board =>
                (board, answer: await grains.Index(board.Code).Search(caller, text, top, cancellation))
            )
        );
        return Results.Ok(
            new SearchResults(text, answers[0].answer.Terms, [.. answers.Select(one => Found(one.board, one.answer))])
        );
    }

    private static BoardResults Found(Board board, SearchAnswer answer) =>
        new(board.Code, answer.Criteria, answer.Count, answer.Matches);
}

/// <param name="Text">As it was asked.</param>
/// <param name="Terms">The stretches of it that were looked at, in its order.</param>
internal sealed record SearchResults(string Text, ImmutableArray<string> Terms, ImmutableArray<BoardResults> Boards);

/// <param name="Criteria">What the text asks on this board: with them a requirement can be begun.</param>
/// <param name="Count">0 where the text says nothing about the board.</param>
internal sealed record BoardResults(
    string Board,
    ImmutableArray<Criterion> Criteria,
    int Count,
    ImmutableArray<Match> Matches
);
