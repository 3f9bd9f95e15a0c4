using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.People;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Accounts;

/// <summary>Who may answer for a party: its people, and who vouched for them.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").WithTags("Accounts").RequireAuthorization();
        people
            .MapGet("", List)
            .WithSummary("The people of the caller's party; for the office, those who are not vouched for yet")
            .Produces<Listed<PartyAccount>>();
        people
            .MapPost("{email}/vouch", Vouch)
            .WithSummary("Confirm that an account belongs to its party")
            .Produces<PartyAccount>()
            .ReadsKey();
        people
            .MapPost("{email}/object", Object)
            .WithSummary("Say that an account does not belong to the caller's party")
            .Produces<PartyAccount>()
            .ReadsKey();
    }

    private static async Task<IResult> List(
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) => Results.Ok(new Listed<PartyAccount>(await grains.People().List(CurrentCaller.Of(user), cancellation), null));

    private static async Task<IResult> Vouch(string email, ClaimsPrincipal user, IGrainFactory grains) =>
        Results.Ok(await grains.People().Vouch(CurrentCaller.Of(user), email));

    private static async Task<IResult> Object(string email, ClaimsPrincipal user, IGrainFactory grains) =>
        Results.Ok(await grains.People().RaiseObjection(CurrentCaller.Of(user), email));
}
