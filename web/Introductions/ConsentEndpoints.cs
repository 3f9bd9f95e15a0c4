using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Introductions;

/// <summary>Consent by mail: the holder of a link answers once for the party.</summary>
internal static class ConsentEndpoints
{
    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        var consents = routes.MapGroup("/api/consents").WithTags("Introductions").RequireRateLimiting(Limits.SignIn);
        consents
            .MapPost("", Post)
            .WithSummary("Answer by a mailed link, which is then used up")
            .Accepts<LinkAnswer>("application/json")
            .Produces<Introduction>();
        consents
            .MapPost("look", Look)
            .WithSummary("The question behind a mailed link, which stays valid")
            .Accepts<LinkToken>("application/json")
            .Produces<Introduction>();
    }

    private static async Task<IResult> Post(HttpRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var body = await StrictJson.Read<LinkAnswer>(request);
        return Results.Ok(
            await Grain(grains, body.Token)
                .Answer(TokenHash.Of(body.Token), CurrentCaller.Of(user).Email, body.Answer, body.Contact, body.Reason)
        );
    }

    private static async Task<IResult> Look(HttpRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var body = await StrictJson.Read<LinkToken>(request);
        return Results.Ok(await Grain(grains, body.Token).Look(TokenHash.Of(body.Token), CurrentCaller.Of(user).Email));
    }

    private static IIntroductionGrain Grain(IGrainFactory grains, string token) =>
        ConsentTokens.IntroductionOf(token) is { } id ? grains.Introduction(id) : throw new NotFoundException();
}

/// <param name="Token">As the link carries it.</param>
public sealed record LinkToken(string Token);

/// <param name="Token">As the link carries it.</param>
/// <param name="Contact">With a yes: the contact for the other side; null: this mailbox.</param>
/// <param name="Reason">With a no: read by officers only; null: none.</param>
public sealed record LinkAnswer(string Token, ConsentAnswer Answer, Person? Contact = null, string? Reason = null);
