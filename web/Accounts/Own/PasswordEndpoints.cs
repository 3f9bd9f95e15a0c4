using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts.Factors;
using Matchmaker.Web.Accounts.Provider;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Accounts.Own;

/// <summary>The own password: changed while signed in, or set anew by a mailed link.</summary>
internal static class PasswordEndpoints
{
    // Far more than a wish takes, little for a person.
    private static readonly TimeSpan EvenTime = TimeSpan.FromMilliseconds(100);

    public static void MapOwnPassword(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/me/password", PostChange)
            .WithTags("Accounts")
            .WithSummary("Change the own password: all other sessions end")
            .Accepts<PasswordChange>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn)
            .RequireAuthorization();
        var resets = routes.MapGroup("/api/password-resets").WithTags("Accounts");
        resets
            .MapPost("", PostWish)
            .WithSummary("Mail the owner of an account a link that sets its password anew, valid once within an hour")
            .Accepts<ResetWish>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .RequireRateLimiting(Limits.SignIn);
        resets
            .MapPost("/accept", PostReset)
            .WithSummary("Set a password by a mailed link: all sessions of the account end")
            .Accepts<Reset>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
    }

    private static async Task<IResult> PostChange(
        HttpContext context,
        OwnProof proof,
        Passwords passwords,
        IGrainFactory grains,
        SecurityLog log
    )
    {
        var body = await StrictJson.Read<PasswordChange>(context.Request);
        var (caller, session) = (CurrentCaller.Of(context.User), CurrentCaller.SessionOf(context.User)!);
        if (CurrentCaller.WayOf(context.User).HasFlag(SignInWay.Provider))
            throw new ConflictException(new("", "noPasswordHere"));
        if (!Passwords.HasValidLength(body.NewPassword))
            throw Passwords.WrongLength("newPassword");
        var standing = await proof.Ask(context, body.Password);
        var hash = await passwords.HashWithin(context, body.NewPassword);
        await grains.Account(standing.Email).ChangePassword(caller, hash, standing.Stamp, session);
        log.Changed(context, standing.Email);
        await grains.People().TellOfChange(standing.Email);
        return Results.NoContent();
    }

    /// <summary>
    /// What is done before the answer is the same whether or not there is an account; and the answer takes its time, so
    /// that nobody sees whether an account was just in use.
    /// </summary>
    private static async Task<IResult> PostWish(
        HttpContext context,
        Devices devices,
        IdentityProvider provider,
        IGrainFactory grains,
        TimeProvider time
    )
    {
        CrossSite.DemandOwnSite(context.Request, "set a password anew");
        var even = Task.Delay(EvenTime, time, context.RequestAborted);
        var address = Email.Normal((await StrictJson.Read<ResetWish>(context.Request)).Email);
        if (!Email.IsValid(address))
            throw new InvalidException(new FieldError("email", "notAnEmail"));
        var wait = await grains.Account(address).BeginReset(devices.SourceOf(context, address));
        if (wait > TimeSpan.Zero)
            throw new LoadException(isOwn: true, wait);
        // No answer waits for the letter.
        grains.People().SendReset(address, context.Request.Language(), provider.IsOn).Ignore();
        await even;
        return Results.NoContent();
    }

    private static async Task<IResult> PostReset(
        HttpContext context,
        Passwords passwords,
        ClaimsPrincipal user,
        IGrainFactory grains,
        SecurityLog log
    )
    {
        CrossSite.DemandOwnSite(context.Request, "set a password anew");
        var body = await StrictJson.Read<Reset>(context.Request);
        if (!Passwords.HasValidLength(body.Password))
            throw Passwords.WrongLength("password");
        var hash = await passwords.HashWithin(context, body.Password);
        var email = await grains.People().Reset(CurrentCaller.Of(user), TokenHash.Of(body.Token), hash);
        log.Changed(context, email);
        return Results.NoContent();
    }
}

/// <param name="Password">The present one.</param>
/// <param name="NewPassword">12 to 200 characters.</param>
public sealed record PasswordChange(string Password, string NewPassword);

/// <summary>The answer is the same whether or not the address has an account.</summary>
public sealed record ResetWish(string Email);

/// <param name="Token">As the link carries it.</param>
/// <param name="Password">12 to 200 characters.</param>
public sealed record Reset(string Token, string Password);
