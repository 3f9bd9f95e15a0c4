using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Questions;

/// <summary>
/// Questions to owners about stale facts. The answer is a new date on the fact, or "do not ask again".
/// </summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/questions").WithTags("Questions").RequireAuthorization();
        group.MapGet("", List).WithSummary("Stale facts of the caller's own records").Produces<Listed<Question>>();
        group
            .MapPost("dismiss", Dismiss)
            .WithSummary("Do not ask this question again")
            .Accepts<Question>("application/json")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => new Page<Question>(await grains.Questions().List(CurrentCaller.Of(user), cancellation), null).Listed();

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
