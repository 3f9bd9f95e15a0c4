using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Search.Topics;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Search;

/// <summary>
/// One search over all boards: English, Traditional and Simplified Chinese, trade terms, metric and imperial units.
/// </summary>
internal static class SearchEndpoints
{
    private const int MaxTop = 100;

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/search", Get)
            .WithTags("Search")
            .WithSummary("Search all boards by a text")
            .Produces<SearchResults>()
            .Reads("q", "string", "The text; only its first 500 characters are used.")
            .Reads("top", "integer", "Matches per board, 1 to 100; default 10.")
            .ReadsOrder()
            .Waits(WorkQueue.Question);
        routes
            .MapGet("/api/topics", Topics)
            .WithTags("Search")
            .WithSummary("The programmes and upgrade steps that a text speaks of")
            .Produces<ImmutableArray<Topic>>()
            .Reads("q", "string", "The text; only its first 500 characters are used.");
    }

    private static async Task<IResult> Topics(
        string? q,
        StepTopics topics,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok((await topics.Now(grains, cancellation)).In(q ?? ""));

    private static async Task<IResult> Get(
        HttpRequest request,
        ClaimsPrincipal user,
        StepTopics topicsOf,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        var text = request.Query["q"].ToString();
        var top = QueryValues.Whole(request, "top", MaxTop, 10);
        var order = QueryValues.Order(request, [.. BoardTable.All]);
        var answers = await Ask(partly: false);
        // Where a board has what the text names, or all of it, the most of its words elsewhere would only distract.
        if (!answers.Any(found => !found.Answer.Named.IsEmpty || HasAll(found.Answer)))
            answers = await Ask(partly: true);
        var topics = (await topicsOf.Now(grains, cancellation)).In(text);
        return Results.Ok(
            new SearchResults(
                text,
                [.. answers[0].Answer.Terms.Select((_, at) => Term(answers, at, topics))],
                [.. answers.Select(found => Found(found.Board, found.Answer))],
                topics
            )
        );

        Task<(Board Board, SearchAnswer Answer)[]> Ask(bool partly) =>
            Task.WhenAll(
                BoardTable.All.Select(async board =>
                    (board, await grains.Index(board.Code).Search(caller, text, top, partly, order, cancellation))
                )
            );
    }

    private static bool HasAll(SearchAnswer answer) =>
        answer is { Count: > 0 } && answer.Terms.All(term => term.Criterion is not null || term.Searched);

    private static SearchTermResult Term(
        (Board Board, SearchAnswer Answer)[] answers,
        int at,
        ImmutableArray<Topic> topics
    )
    {
        var term = answers[0].Answer.Terms[at];
        var isSearched = answers.Any(found => found.Answer.Terms[at].Searched);
        ImmutableArray<TermMeaning> meanings =
        [
            .. answers
                .Select(found => (found.Board.Code, Reading: found.Answer.Terms[at]))
                .Where(found => found.Reading.Criterion is not null)
                .Select(found => new TermMeaning(found.Code, found.Reading.Criterion!, found.Reading.Excludes)),
        ];
        var isTopic = term.From.All(range => topics.Any(topic => topic.SpeaksOf(range)));
        return new(term.Text, term.From, isTopic || !meanings.IsEmpty, isTopic, term.Denied, isSearched, meanings);
    }

    private static BoardResults Found(Board board, SearchAnswer answer) =>
        new(board.Code, answer.Criteria, answer.Excluded, answer.Count, answer.Matches, answer.Named, answer.LeftOut);
}

/// <param name="Text">The text as the caller wrote it.</param>
/// <param name="Terms">The terms of the text, in its order; words that ask for nothing are in none.</param>
/// <param name="Topics">The programmes and upgrade steps that the text speaks of.</param>
internal sealed record SearchResults(
    string Text,
    ImmutableArray<SearchTermResult> Terms,
    ImmutableArray<BoardResults> Boards,
    ImmutableArray<Topic> Topics
);

/// <summary>One term of the text and its meaning.</summary>
/// <param name="Text">Its words, in half width and lower case.</param>
/// <param name="From">Where its words stand in the text, in order.</param>
/// <param name="Understood">Whether it means a criterion on any board, or speaks of a topic.</param>
/// <param name="Topic">Whether all its words speak of topics.</param>
/// <param name="Denied">Whether the text denies it, as in "no gas".</param>
/// <param name="Searched">Whether its words are searched in the names and addresses of a board.</param>
/// <param name="Meanings">Its criterion on each board that has one.</param>
internal sealed record SearchTermResult(
    string Text,
    ImmutableArray<TextRange> From,
    bool Understood,
    bool Topic,
    bool Denied,
    bool Searched,
    ImmutableArray<TermMeaning> Meanings
);

/// <param name="Excludes">Whether matches must not meet the criterion.</param>
internal sealed record TermMeaning(string Board, Criterion Criterion, bool Excludes);

/// <param name="Criteria">The criteria that the text means on this board, from which a requirement can start.</param>
/// <param name="Excluded">Criteria that no match is known to meet: what the text denies and no op asks for.</param>
/// <param name="Count">0 if the text says nothing about the board.</param>
/// <param name="Matches">Those that the text names first, then the others in the order of lists.</param>
/// <param name="Named">The ids of the matches whose name the whole text is, or whose building's.</param>
/// <param name="LeftOut">
/// Empty if the matches have all that the text asks; else the terms that some of them lack, which have the most of it.
/// </param>
internal sealed record BoardResults(
    string Board,
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<Criterion> Excluded,
    int Count,
    ImmutableArray<Match> Matches,
    ImmutableArray<string> Named,
    ImmutableArray<LeftOutTerm> LeftOut
);
