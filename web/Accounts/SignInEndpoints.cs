using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts.Factors;
using Matchmaker.Web.Accounts.Provider;
using Matchmaker.Web.Load;
using Matchmaker.Web.OpenApi;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;
using Matchmaker.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaker.Web.Accounts;

/// <summary>Signing in and out, and the current user.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/api").WithTags("Accounts");
        accounts
            .MapPost("/sign-in", PostSignIn)
            .WithSummary("Sign in: sets the cookie, or returns a bearer token with token=true")
            .Accepts<SignIn>("application/json")
            .Produces<SignedIn>()
            .Reads("token", "boolean", "Whether to return a bearer token instead of setting a cookie.")
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
        accounts.MapGet("/sign-in", GetWays).WithSummary("The ways to sign in beside the password");
        accounts
            .MapPost("/sign-out", PostSignOut)
            .WithSummary("Sign out; a session by the identity provider answers 200 and where to end it there too")
            .Produces<SignedOut>()
            .Produces(StatusCodes.Status204NoContent);
        accounts.MapGet("/me", GetMe).WithSummary("The signed-in user").Produces<Me>().RequireAuthorization();
    }

    private static async Task<IResult> PostSignIn(
        HttpContext context,
        Passwords passwords,
        SecondFactors factors,
        Devices devices,
        SecurityLog log
    )
    {
        CrossSite.DemandOwnSite(context.Request, "sign a user in");
        var token = QueryValues.Flag(context.Request, "token");
        var body = await StrictJson.Read<SignIn>(context.Request);
        if (await passwords.Check(context, body.Email, body.Password) is not { } standing)
        {
            log.Refused(context, body.Email);
            await Problem.Write(
                context,
                StatusCodes.Status401Unauthorized,
                detail: new FieldError("", "signInRefused")
            );
            return Results.Empty;
        }

        if (standing.HasFactor && !await HasCode(context, factors, standing.Email, body.Code))
        {
            if (body.Code is not null)
                log.Refused(context, body.Email);
            await Problem.Write(
                context,
                StatusCodes.Status401Unauthorized,
                [new FieldError("code", body.Code is null ? "codeNeeded" : "wrongCode")]
            );
            return Results.Empty;
        }

        devices.Remember(context, standing.Email);
        log.SignedIn(context, standing.Email, token ? "a bearer token" : "a cookie");
        return await Enter(context, standing, token);
    }

    private static async Task<bool> HasCode(HttpContext context, SecondFactors factors, string email, string? code) =>
        code is not null && await factors.Check(context, email, code);

    /// <summary>Starts the session of an authenticated user. A browser's earlier session ends.</summary>
    public static async Task<IResult> Enter(
        HttpContext context,
        SessionStanding standing,
        bool token,
        SignInWay way = SignInWay.Own
    )
    {
        var grains = context.RequestServices.GetRequiredService<IGrainFactory>();
        var device = DeviceWords.Of(context.Request.Headers.UserAgent.ToString());
        if (await grains.Account(standing.Email).OpenSession(new(standing.Stamp, device, token)) is not { } session)
            throw new BadHttpRequestException("The account has changed meanwhile.", StatusCodes.Status401Unauthorized);
        if (token)
            return Results.Ok(new SignedIn(Sessions.Token(context, standing, session)));
        if (context.User.Identity?.AuthenticationType == Sessions.Cookie)
            await EndSession(context.User, grains);
        var principal = CurrentCaller.Principal(standing, session, Sessions.Cookie, way);
        await context.SignInAsync(Sessions.Cookie, principal, Sessions.Properties(context, way));
        context.User = principal;
        CrossSite.GiveToken(context);
        return Results.Ok(new SignedIn(null));
    }

    private static async Task<IResult> PostSignOut(HttpContext context, ClaimsPrincipal user, IGrainFactory grains)
    {
        await EndSession(user, grains);
        await context.SignOutAsync(Sessions.Cookie);
        CrossSite.TakeToken(context.Response);
        return
            CurrentCaller.WayOf(user).HasFlag(SignInWay.Provider)
            && await ProviderEndpoints.SignOutAddress(context) is { } next
            ? Results.Ok(new SignedOut(next))
            : Results.NoContent();
    }

    private static Ok<SignInWays> GetWays(IdentityProvider provider) =>
        TypedResults.Ok(
            new SignInWays(provider.Settings is { } set ? new ProviderWay(set.Name, ProviderEndpoints.Start) : null)
        );

    private static async Task EndSession(ClaimsPrincipal user, IGrainFactory grains)
    {
        if (CurrentCaller.SessionOf(user) is not { } session)
            return;
        try
        {
            var caller = CurrentCaller.Of(user);
            await grains.Account(caller.Email!).EndSession(caller, session);
        }
        catch (NotFoundException)
        {
            // Two tabs may sign out at once.
        }
    }

    private static async Task<IResult> GetMe(ClaimsPrincipal user, SecondFactors factors, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        var isMissing =
            factors.Demands(caller.Role)
            && await grains.Account(caller.Email!).Standing() is { } standing
            && factors.IsMissing(standing, user);
        return Results.Ok(
            new Me(
                caller.Email!,
                caller.Role,
                PartyId.IdOf(caller.Party, RecordKind.Enterprise),
                PartyId.IdOf(caller.Party, RecordKind.Firm),
                PartyId.IdOf(caller.Party, RecordKind.Owner),
                isMissing ? true : null,
                CurrentCaller.WayOf(user).HasFlag(SignInWay.Provider) ? true : null
            )
        );
    }
}

/// <param name="Code">
/// Of the authenticator app, or a recovery code; null: none. Without one where it is needed the answer is 401 with an
/// error at <c>code</c>.
/// </param>
public sealed record SignIn(string Email, string Password, string? Code = null);

/// <param name="AccessToken">For <c>Authorization: Bearer</c>; null: a cookie was set instead.</param>
public sealed record SignedIn(string? AccessToken);

/// <summary>The signed-in user; at most one of the parties is set.</summary>
/// <param name="NeedsSecondFactor">
/// True: the office demands a second factor, and until it is on the session opens the own account alone. Else null.
/// </param>
/// <param name="ByProvider">True: signed in by the identity provider, without a password here. Else null.</param>
public sealed record Me(
    string Email,
    Role Role,
    string? Enterprise,
    string? Firm,
    string? Owner,
    bool? NeedsSecondFactor,
    bool? ByProvider
);

/// <param name="Provider">The office's identity provider; null: there is none.</param>
public sealed record SignInWays(ProviderWay? Provider);

/// <param name="Name">As the button says it.</param>
/// <param name="Path">
/// Where a browser goes, with <c>to</c> (a path of this site) and <c>language</c> (tc, sc or en).
/// </param>
public sealed record ProviderWay(LocalText Name, string Path);

/// <param name="Next">Where the browser ends its session at the identity provider.</param>
public sealed record SignedOut(string Next);
