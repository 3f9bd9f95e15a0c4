using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Introductions;

/// <summary>Introductions as their readers see them.</summary>
internal static class IntroductionReads
{
    public static void MapReads(this RouteGroupBuilder all)
    {
        all.MapGet("", List)
            .WithSummary("The introductions that the caller may see")
            .Produces<Listed<Introduction>>()
            .Reads("state", "string", "Only introductions in this state.")
            .Reads("q", "string", "Only introductions of which the caller reads all these words.")
            .Reads("after", "string", "The previous page's next.")
            .Reads("limit", "integer", "1 to 500; default 100.");
        all.MapGet("{id}", Get)
            .WithSummary("One introduction, as far as the caller may see it")
            .Produces<Introduction>();
        all.MapGet("{id}/story", GetStory)
            .WithSummary("What happened to an introduction, and what each side knows of it now (officers)")
            .Produces<IntroductionStory>();
    }

    private static async Task<IResult> List(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var query = ListParameters.Read(request);
        return (
            await grains
                .Desk()
                .List(
                    CurrentCaller.Of(user),
                    StateOf(request),
                    request.Query["q"].ToString(),
                    query.After,
                    query.Limit,
                    cancellation
                )
        ).Listed();
    }

    private static IntroductionState? StateOf(HttpRequest request)
    {
        if (request.Query["state"].ToString() is not { Length: > 0 } text)
            return null;
        var states = Enum.GetValues<IntroductionState>()
            .ToDictionary(state => state.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        return states.TryGetValue(text, out var known)
            ? known
            : throw new InvalidException(new FieldError("state", "notACode", string.Join(", ", states.Keys)));
    }

    private static async Task<IResult> Get(
        string id,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => RecordResults.Record(response, await grains.Introduction(id).Get(CurrentCaller.Of(user), cancellation));

    private static async Task<IResult> GetStory(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(await grains.Introduction(id).Story(CurrentCaller.Of(user), cancellation));
}
