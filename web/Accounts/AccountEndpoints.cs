using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Accounts;

/// <summary>Accounts, and the invitations that create them.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var invitations = routes.MapGroup("/api/invitations").WithTags("Accounts");
        invitations
            .MapPost("", PostInvitation)
            .WithSummary("Invite a user by a mailed link that is valid once within 7 days (the office)")
            .Accepts<Invitation>("application/json")
            .Produces<Invited>()
            .ReadsKey()
            .RequireAuthorization();
        invitations
            .MapPost("/accept", PostAcceptance)
            .WithSummary("Accept an invitation: set the password and sign in, unless a second factor is on")
            .Accepts<Acceptance>("application/json")
            .Produces<SignedIn>()
            .RequireRateLimiting(Limits.SignIn);
        var accounts = routes.MapGroup("/api/accounts").WithTags("Accounts").RequireAuthorization();
        accounts.MapGet("", List).WithSummary("All accounts (admins)").Produces<Listed<Account>>().ReadsList();
        accounts.MapGet("{email}", Get).WithSummary("One account (admins)").Produces<Account>();
        accounts
            .MapPut("{email}", Put)
            .WithSummary("Change an account's role or party and end its sessions (admins)")
            .Accepts<Account>("application/json")
            .Produces<Account>()
            .Produces<Account>(StatusCodes.Status201Created)
            .ReadsVersion();
        accounts
            .MapDelete("{email}", Delete)
            .WithSummary("Delete an account and end its sessions (admins)")
            .Produces(StatusCodes.Status204NoContent)
            .ReadsVersion();
    }

    /// <summary>A new token, and the hash that is stored.</summary>
    public static (string Token, string Hash) NewToken()
    {
        var token = RecordIds.New();
        return (token, TokenHash.Of(token));
    }

    private static async Task<IResult> PostInvitation(HttpRequest request, ClaimsPrincipal user, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var invitation = await StrictJson.Read<Invitation>(request);
        return Results.Ok(new Invited(await grains.People().Invite(caller, invitation)));
    }

    private static async Task<IResult> PostAcceptance(HttpContext context, IGrainFactory grains, SecurityLog log)
    {
        CrossSite.DemandOwnSite(context.Request, "accept an invitation");
        var body = await StrictJson.Read<Acceptance>(context.Request);
        var standing = await grains
            .People()
            .Accept(
                TokenHash.Of(body.Token),
                body.Email,
                Passwords.Hash(body.Password),
                context.Request.Headers.AcceptLanguage.Count > 0 ? context.Request.Language() : null
            );
        log.Accepted(context, standing.Email);
        // A link is no second factor: who has one signs in with it.
        return standing.HasFactor
            ? Results.Ok(new SignedIn(null))
            : await SignInEndpoints.Enter(context, standing, token: false);
    }

    private static async Task<IResult> List(HttpRequest request, ClaimsPrincipal user, IGrainFactory grains) =>
        (await grains.Accounts().List(Admin(user), ListParameters.Read(request))).Listed();

    private static async Task<IResult> Get(
        string email,
        HttpResponse response,
        ClaimsPrincipal user,
        IGrainFactory grains
    ) => RecordResults.Record(response, await grains.Account(Email.Normal(email)).Get(Admin(user)));

    private static async Task<IResult> Put(
        string email,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains
    )
    {
        var (caller, address) = (Admin(user), Email.Normal(email));
        var expected = Versions.Expected(request);
        var body = await StrictJson.Read<Account>(request);
        if (body.Id.Length > 0 && Email.Normal(body.Id) != address)
            throw new InvalidException(new FieldError("id", "otherId", address));
        return RecordResults.Saved(
            request.HttpContext.Response,
            await grains.People().Put(caller, address, body, expected),
            $"/api/accounts/{address}"
        );
    }

    private static async Task<IResult> Delete(
        string email,
        HttpRequest request,
        ClaimsPrincipal user,
        IGrainFactory grains
    )
    {
        var (caller, address) = (Admin(user), Email.Normal(email));
        await grains.Account(address).Get(caller);
        await grains.Accounts().Delete(caller, address, Versions.Expected(request) ?? throw new VersionException());
        return Results.NoContent();
    }

    private static Caller Admin(ClaimsPrincipal user) =>
        CurrentCaller.Of(user) is { Role: Role.Admin } caller ? caller : throw new ForbiddenException();
}

/// <param name="ExpiresAt">When the invitation ends. Its link goes to the invited mailbox alone.</param>
public sealed record Invited(DateTimeOffset ExpiresAt);

public sealed record Acceptance
{
    public required string Token { get; init; }

    public required string Password { get; init; }

    /// <summary>Only for the first admin, whose invitation names no address; null: admin@localhost.</summary>
    public string? Email { get; init; }
}
