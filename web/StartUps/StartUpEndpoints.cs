using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.StartUps;
using Matchmaker.Matching.StartUps;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;

namespace Matchmaker.Web.StartUps;

/// <summary>The path of a start-up, for everybody: nothing of what is asked is kept.</summary>
internal static class StartUpEndpoints
{
    public static void MapStartUps(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/startups/path", Path)
            .WithTags("Start-ups")
            .WithSummary("A start-up's path: programmes, places, centres, manufacturers and needs by its answers")
            .Accepts<StartUpQuestion>("application/json")
            .Produces<DrawnStartUpPath>()
            .Waits(WorkQueue.Question);

    private static async Task<IResult> Path(
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var body = await StrictJson.Read<StartUpQuestion>(request);
        return Results.Ok(
            await grains.StartUpPaths().Draw(CurrentCaller.Of(user), body.On, body.Answers ?? new(), cancellation)
        );
    }
}

/// <param name="On">The day; null: today in Hong Kong.</param>
/// <param name="Answers">Null: none.</param>
internal sealed record StartUpQuestion(DateOnly? On = null, StartUpAnswers? Answers = null);
