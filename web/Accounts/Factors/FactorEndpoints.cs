using System.Collections.Immutable;
using System.Security.Claims;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Web.Load;
using Matchmaker.Web.Problems;
using Matchmaker.Web.Security;

namespace Matchmaker.Web.Accounts.Factors;

/// <summary>The second factor of the signed-in user.</summary>
internal static class FactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/me/second-factor").WithTags("Accounts").RequireAuthorization();
        own.MapGet("", Get).WithSummary("Whether the caller's sign-in asks for a code").Produces<FactorState>();
        own.MapPost("", PostOffer)
            .WithSummary("Begin to set up an authenticator app: its secret; the password is asked again")
            .Accepts<PasswordAgain>("application/json")
            .Produces<FactorOffer>()
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
        own.MapPost("/confirm", PostConfirm)
            .WithSummary("Put the second factor on by a code of the app; all other sessions end")
            .Accepts<FactorCode>("application/json")
            .Produces<RecoveryCodes>()
            .RequireRateLimiting(Limits.SignIn);
        own.MapPost("/recovery-codes", PostRecovery)
            .WithSummary("Replace the recovery codes; password and code are asked again")
            .Accepts<PasswordAndCode>("application/json")
            .Produces<RecoveryCodes>()
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
        own.MapPost("/remove", PostRemoval)
            .WithSummary("Take the second factor away; password and code are asked again")
            .Accepts<PasswordAndCode>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Waits(WorkQueue.None)
            .RequireRateLimiting(Limits.SignIn);
        routes
            .MapDelete("/api/accounts/{email}/second-factor", Delete)
            .WithTags("Accounts")
            .WithSummary("Take away the second factor of somebody who lost it, and end the sessions (admins)")
            .Produces(StatusCodes.Status204NoContent)
            .RequireAuthorization();
    }

    private static async Task<IResult> Get(ClaimsPrincipal user, SecondFactors factors, IGrainFactory grains)
    {
        var caller = CurrentCaller.Of(user);
        var on = await grains.Account(caller.Email!).Factor() is { IsOn: true } factor ? factor : null;
        return Results.Ok(
            new FactorState(on is not null, on?.RecoveryHashes.Length ?? 0, factors.Demands(caller.Role))
        );
    }

    private static async Task<IResult> PostOffer(
        HttpContext context,
        OwnProof proof,
        SecondFactors factors,
        IGrainFactory grains
    )
    {
        await proof.Ask(context, (await StrictJson.Read<PasswordAgain>(context.Request)).Password);
        await factors.DemandPasskey(context);
        var caller = CurrentCaller.Of(context.User);
        var secret = FactorCodes.NewSecret();
        await grains.Account(caller.Email!).OfferFactor(caller, factors.Seal(caller.Email!, secret));
        var address = FactorCodes.Address(secret, caller.Email!);
        return Results.Ok(new FactorOffer(FactorCodes.Typed(secret), address, QrPicture.Of(address)));
    }

    private static async Task<IResult> PostConfirm(
        HttpContext context,
        SecondFactors factors,
        IGrainFactory grains,
        TimeProvider time,
        SecurityLog log
    )
    {
        var body = await StrictJson.Read<FactorCode>(context.Request);
        await factors.DemandPasskey(context);
        var (caller, session) = (CurrentCaller.Of(context.User), CurrentCaller.SessionOf(context.User)!);
        var account = grains.Account(caller.Email!);
        var factor = await account.Factor();
        if (factor is not { IsOn: false } offered)
            throw new ConflictException(new("", factor is null ? "factorNotOffered" : "factorIsOn"));
        if (
            factors.Open(caller.Email!, offered.Secret) is not { } secret
            || FactorCodes.StepOf(secret, body.Code, time.GetUtcNow()) is not { } step
        )
            throw new InvalidException(new FieldError("code", "wrongCode"));
        var codes = FactorCodes.NewRecovery();
        await account.ConfirmFactor(caller, step, FactorCodes.Hashes(codes), session);
        log.FactorChanged(context, caller.Email!, "put on");
        return Results.Ok(new RecoveryCodes(codes));
    }

    private static async Task<IResult> PostRecovery(
        HttpContext context,
        OwnProof proof,
        IGrainFactory grains,
        SecurityLog log
    )
    {
        await proof.Ask(context, await StrictJson.Read<PasswordAndCode>(context.Request));
        var caller = CurrentCaller.Of(context.User);
        var codes = FactorCodes.NewRecovery();
        await grains.Account(caller.Email!).RenewRecovery(caller, FactorCodes.Hashes(codes));
        log.FactorChanged(context, caller.Email!, "given new recovery codes");
        return Results.Ok(new RecoveryCodes(codes));
    }

    private static async Task<IResult> PostRemoval(
        HttpContext context,
        OwnProof proof,
        IGrainFactory grains,
        SecurityLog log
    )
    {
        await proof.Ask(context, await StrictJson.Read<PasswordAndCode>(context.Request));
        var caller = CurrentCaller.Of(context.User);
        if (await grains.Account(caller.Email!).RemoveFactor(caller))
        {
            log.FactorChanged(context, caller.Email!, "taken away");
            await grains.People().TellOfFactor(caller.Email!);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> Delete(string email, HttpContext context, IGrainFactory grains, SecurityLog log)
    {
        var (caller, address) = (CurrentCaller.Of(context.User), Email.Normal(email));
        // The own one goes with password and code, as everybody's.
        if (caller.Role != Role.Admin || caller.Email == address)
            throw new ForbiddenException();
        if (await grains.Account(address).RemoveFactor(caller))
        {
            log.FactorChanged(context, address, $"taken away by {caller.Email}");
            await grains.People().TellOfFactor(address);
        }

        return Results.NoContent();
    }
}

/// <param name="IsOn">Whether a sign-in asks for a code.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
/// <param name="IsDemanded">Whether the office demands it of this role.</param>
public sealed record FactorState(bool IsOn, int RecoveryCodes, bool IsDemanded);

public sealed record PasswordAgain(string Password);

/// <param name="Secret">To type into an app.</param>
/// <param name="Address">The same as an address that apps read, <c>otpauth:</c>.</param>
/// <param name="Picture">That address as a QR code: rows of 0 and 1, without a margin.</param>
public sealed record FactorOffer(string Secret, string Address, ImmutableArray<string> Picture);

/// <param name="Code">Of the app.</param>
public sealed record FactorCode(string Code);

/// <param name="Code">Of the app, or a recovery code.</param>
public sealed record PasswordAndCode(string Password, string Code);

/// <param name="Codes">Each signs in once in place of the app's code. They are not told again.</param>
public sealed record RecoveryCodes(ImmutableArray<string> Codes);
