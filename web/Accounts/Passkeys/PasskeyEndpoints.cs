using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Accounts.Factors;
using Matchmaker.Web.Accounts.Provider;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Records;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Accounts.Passkeys;

/// <summary>The passkeys of the signed-in user, and signing in by one.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/me/passkeys").WithTags("Accounts").RequireAuthorization();
        own.MapGet("", List).WithSummary("The caller's passkeys, the oldest first").Produces<Listed<OwnPasskey>>();
        own.MapPost("/begin", PostBegin)
            .WithSummary("Begin to add a passkey; the password is asked again")
            .Accepts<PasswordAgain>("application/json")
            .Produces<PasskeyQuestion>()
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
        own.MapPost("", PostNew)
            .WithSummary("Add the passkey that the browser made")
            .Accepts<NewPasskey>("application/json")
            .Produces<OwnPasskey>()
            .RequireRateLimiting(Limits.SignIn);
        own.MapPost("/{id}/remove", PostRemoval)
            .WithSummary("Take a passkey away; the password is asked again")
            .Accepts<PasswordAgain>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
        var entry = routes.MapGroup("/api/sign-in/passkey").WithTags("Accounts").RequireRateLimiting(Limits.SignIn);
        entry.MapPost("/begin", PostQuestion).WithSummary("Begin to sign in by a passkey").Produces<PasskeyQuestion>();
        entry
            .MapPost("", PostSignIn)
            .WithSummary("Sign in by a passkey, in place of password and code: sets the cookie")
            .Accepts<PasskeyAnswer>("application/json")
            .Produces<SignedIn>();
    }

    private static async Task<IResult> List(ClaimsPrincipal user, IGrainFactory grains) =>
        Results.Ok(
            new Listed<OwnPasskey>(
                [.. (await grains.Account(CurrentCaller.Of(user).Email!).Passkeys()).Select(OwnPasskey.Of)],
                null
            )
        );

    private static async Task<IResult> PostBegin(
        HttpContext context,
        OwnProof proof,
        SecondFactors factors,
        PasskeyCheck passkeys
    )
    {
        await proof.Ask(context, (await StrictJson.Read<PasswordAgain>(context.Request)).Password);
        await factors.DemandPasskey(context);
        if (CurrentCaller.WayOf(context.User).HasFlag(SignInWay.Provider))
            throw new ConflictException(new("", "noPasswordHere"));
        return Results.Ok(new PasskeyQuestion(await passkeys.AskNew(context, CurrentCaller.Of(context.User).Email!)));
    }

    private static async Task<IResult> PostNew(
        HttpContext context,
        SecondFactors factors,
        PasskeyCheck passkeys,
        IGrainFactory grains,
        SecurityLog log
    )
    {
        var body = await StrictJson.Read<NewPasskey>(context.Request);
        var caller = CurrentCaller.Of(context.User);
        var name = body.Name.Trim();
        if (name.Length is 0 or > Passkey.MaxName)
            throw new InvalidException(
                name.Length == 0
                    ? new FieldError("name", "required")
                    : new FieldError("name", "tooLong", $"{Passkey.MaxName}")
            );
        if (name.Any(char.IsControl))
            throw new InvalidException(new FieldError("name", "controlSigns"));
        await factors.DemandPasskey(context);
        if (await passkeys.Take(context, caller.Email!, body.Credential, name) is not { } passkey)
        {
            // An exception would take back that the question is spent.
            await Problem.Write(
                context,
                StatusCodes.Status422UnprocessableEntity,
                [new FieldError("credential", "passkeyRefused")]
            );
            return Results.Empty;
        }

        await grains.Account(caller.Email!).AddPasskey(caller, passkey);
        log.FactorChanged(context, caller.Email!, "joined by a passkey");
        await grains.People().TellOfPasskey(caller.Email!, name);
        await Sessions.Strengthen(context);
        return Results.Ok(OwnPasskey.Of(passkey));
    }

    private static async Task<IResult> PostRemoval(
        string id,
        HttpContext context,
        OwnProof proof,
        SecondFactors factors,
        IGrainFactory grains,
        SecurityLog log
    )
    {
        await proof.Ask(context, (await StrictJson.Read<PasswordAgain>(context.Request)).Password);
        await factors.DemandPasskey(context);
        var caller = CurrentCaller.Of(context.User);
        await grains.Account(caller.Email!).RemovePasskey(caller, id);
        log.FactorChanged(context, caller.Email!, "left by a passkey");
        return Results.NoContent();
    }

    private static async Task<IResult> PostQuestion(HttpContext context, PasskeyCheck passkeys)
    {
        CrossSite.DemandOwnSite(context.Request, "sign a user in");
        return Results.Ok(new PasskeyQuestion(await passkeys.Ask(context)));
    }

    private static async Task<IResult> PostSignIn(
        HttpContext context,
        PasskeyCheck passkeys,
        SampleRun samples,
        IdentityProvider provider,
        Devices devices,
        SecurityLog log
    )
    {
        CrossSite.DemandOwnSite(context.Request, "sign a user in");
        var body = await StrictJson.Read<PasskeyAnswer>(context.Request);
        if (
            await passkeys.Check(context, body.Credential) is not { } standing
            || (standing.Sample && !samples.IsOn)
            || (standing.IsProvided && provider.IsOn)
        )
        {
            log.Refused(context, null);
            await Problem.Write(
                context,
                StatusCodes.Status401Unauthorized,
                detail: new FieldError("", "passkeyRefused")
            );
            return Results.Empty;
        }

        devices.Remember(context, standing.Email);
        log.SignedIn(context, standing.Email, "a cookie, by a passkey");
        return await SignInEndpoints.Enter(context, standing, token: false, SignInWay.Factor);
    }
}

/// <summary>One of the caller's passkeys.</summary>
/// <param name="UsedAt">When it signed in last; null: never.</param>
public sealed record OwnPasskey(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt)
{
    internal static OwnPasskey Of(Passkey passkey) => new(passkey.Id, passkey.Name, passkey.CreatedAt, passkey.UsedAt);
}

/// <param name="Options">JSON, for <c>navigator.credentials</c>.</param>
public sealed record PasskeyQuestion(string Options);

/// <param name="Name">As its owner calls it, at most 60 characters.</param>
/// <param name="Credential">What the browser made, as JSON.</param>
public sealed record NewPasskey(string Name, string Credential);

/// <param name="Credential">What the browser answered, as JSON.</param>
public sealed record PasskeyAnswer(string Credential);
