using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Questions;

/// <summary>
/// Questions to owners about facts that are stale or that nobody states. The answer is the fact, a new date on it, or
/// "do not ask again".
/// </summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/questions").WithTags("Questions").RequireAuthorization();
        group
            .MapGet("", List)
            .WithSummary("What the caller's own records were asked to state, and their stale facts")
            .Produces<Listed<Question>>();
        group
            .MapPost("", Ask)
            .WithSummary("Ask a building's owner to state a fact that would settle a demand's matches")
            .Accepts<AskBody>("application/json")
            .Produces<Question>(StatusCodes.Status201Created)
            .Waits(WorkQueue.Question);
        group
            .MapPost("dismiss", Dismiss)
            .WithSummary("Do not ask this question again")
            .Accepts<Question>("application/json")
            .Produces(StatusCodes.Status204NoContent);
        routes
            .MapGet("/api/demands/{id}/questions", ListOfDemand)
            .WithTags("Demands")
            .WithSummary("Questions to owners whose answers would settle the most of the demand's possible matches")
            .Produces<DemandQuestions>()
            .Waits(WorkQueue.Question)
            .RequireAuthorization();
    }

    private static async Task<IResult> List(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => new Page<Question>(await grains.Questions().List(CurrentCaller.Of(user), cancellation), null).Listed();

    private static async Task<IResult> ListOfDemand(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(new DemandQuestions(await grains.Questions().ListOf(CurrentCaller.Of(user), id, cancellation)));

    private static async Task<IResult> Ask(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var body = await StrictJson.Read<AskBody>(request);
        var asked = await grains
            .Questions()
            .Ask(CurrentCaller.Of(user), body.Record, body.Attribute, body.Demand, cancellation);
        return Results.Json(asked, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Dismiss(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        await grains
            .Questions()
            .Dismiss(CurrentCaller.Of(user), await StrictJson.Read<Question>(request), cancellation);
        return Results.NoContent();
    }
}

/// <param name="Record">The id of a building.</param>
/// <param name="Attribute">An attribute of the board sites that it does not state.</param>
/// <param name="Demand">
/// The id of a sites demand whose possible matches lack it; the owner of the building is not told of it.
/// </param>
internal sealed record AskBody(string Record, string Attribute, string Demand);

/// <param name="Questions">At most ten, those that decide the most first.</param>
internal sealed record DemandQuestions(ImmutableArray<DemandQuestion> Questions);
