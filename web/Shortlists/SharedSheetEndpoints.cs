using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Web.Accounts;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Shortlists;

/// <summary>Links to sheets: made, listed and ended by who may change the shortlist; read by whoever has one.</summary>
internal static class SharedSheetEndpoints
{
    public static void MapSharedSheets(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/api/shortlists/{id}/links").WithTags("Shortlists").RequireAuthorization();
        links
            .MapPost("", Share)
            .WithSummary("Make a link by which anybody reads the sheet without an account")
            .Accepts<LinkDays>("application/json")
            .Produces<MadeLink>(StatusCodes.Status201Created);
        links.MapGet("", List).WithSummary("The links that hold, without their tokens").Produces<Listed<SharedLink>>();
        links.MapDelete("{link}", End).WithSummary("End a link at once").Produces(StatusCodes.Status204NoContent);
        routes
            .MapPost("/api/shared-sheets", Read)
            .WithTags("Shortlists")
            .WithSummary("The sheet behind a link, as it was shown, and what is gone since")
            .Accepts<SheetToken>("application/json")
            .Produces<SharedSheet>()
            .RequireRateLimiting(Limits.SignIn);
    }

    private static async Task<IResult> Share(
        string id,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Shortlist);
        // A shortlist that the caller may not see is not found, whatever the body.
        await grains.Shortlist(id).Links(caller, cancellation);
        var body = await StrictJson.Read<LinkDays>(request);
        var made = await grains.Shortlist(id).Share(caller, body.Days, cancellation);
        return Results.Created($"{request.Path}/{made.Id}", made);
    }

    private static async Task<IResult> List(
        string id,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    ) =>
        Results.Ok(
            new Listed<SharedLink>(await grains.Shortlist(id).Links(CurrentCaller.Of(user), cancellation), null)
        );

    private static async Task<IResult> End(
        string id,
        string link,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellation
    )
    {
        var caller = CurrentCaller.Of(user);
        RecordResults.CheckWrites(caller, RecordKind.Shortlist);
        await grains.Shortlist(id).EndLink(caller, link, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> Read(HttpRequest request, IGrainFactory grains, CancellationToken cancellation)
    {
        var body = await StrictJson.Read<SheetToken>(request);
        return Results.Ok(await grains.SharedSheets().Read(body.Token, cancellation));
    }
}

/// <param name="Days">How long the link holds: 1 to 90.</param>
internal sealed record LinkDays(int Days);

/// <param name="Token">As the link carries it.</param>
internal sealed record SheetToken(string Token);
