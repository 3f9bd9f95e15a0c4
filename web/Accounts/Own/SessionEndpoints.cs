using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.Records;

namespace Matchmaker.Web.Accounts.Own;

/// <summary>The sessions of the signed-in user.</summary>
internal static class SessionEndpoints
{
    public static void MapOwnSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/me/sessions").WithTags("Accounts").RequireAuthorization();
        sessions
            .MapGet("", List)
            .WithSummary("Where the caller is signed in, the last used first")
            .Produces<Listed<OwnSession>>();
        sessions
            .MapDelete("", DeleteOthers)
            .WithSummary("Sign out everywhere else: ends all sessions of the caller but this one")
            .Produces(StatusCodes.Status204NoContent);
        sessions
            .MapDelete("{id}", Delete)
            .WithSummary("End one of the caller's sessions")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(ClaimsPrincipal user, IGrainFactory grains, CancellationToken cancellation)
    {
        var caller = CurrentCaller.Of(user);
        var sessions = await grains.Account(caller.Email!).Sessions(caller, cancellation);
        var own = CurrentCaller.SessionOf(user);
        return Results.Ok(new Listed<OwnSession>([.. sessions.Select(session => OwnSession.Of(session, own))], null));
    }

    private static async Task<IResult> Delete(string id, ClaimsPrincipal user, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        await grains.Account(caller.Email!).EndSession(caller, id);
        return Results.NoContent();
    }

    private static async Task<IResult> DeleteOthers(ClaimsPrincipal user, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        await grains.Account(caller.Email!).EndOtherSessions(caller, CurrentCaller.SessionOf(user)!);
        return Results.NoContent();
    }
}

/// <summary>One of the caller's sessions.</summary>
/// <param name="Device">What the program said of itself, such as <c>Firefox, Windows</c>; null: nothing.</param>
/// <param name="IsToken">Whether it is another system's bearer token.</param>
/// <param name="SeenAt">When it was last used, at most five minutes late.</param>
/// <param name="IsCurrent">Whether this request came by it.</param>
public sealed record OwnSession(
    string Id,
    string? Device,
    bool IsToken,
    DateTimeOffset CreatedAt,
    DateTimeOffset SeenAt,
    bool IsCurrent
)
{
    internal static OwnSession Of(Session session, string? current) =>
        new(session.Id, session.Device, session.IsToken, session.CreatedAt, session.SeenAt, session.Id == current);
}
