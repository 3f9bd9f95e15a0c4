using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Web.Accounts.Factors;
using Matchmaker.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>Makes a session of what the identity provider says, or sends the person back to the sign-in page.</summary>
internal sealed partial class ProviderEntrance(
    ProviderSettings settings,
    IGrainFactory grains,
    SecondFactors factors,
    Devices devices,
    PendingSignIn pending,
    SecurityLog security,
    ILogger<ProviderEntrance> log
)
{
    /// <summary>The provider says who it is.</summary>
    public async Task Enter(TicketReceivedContext ticket)
    {
        var (context, back) = (ticket.HttpContext, ReturnPath.Of(ticket.Properties));
        if (ticket.Principal is not { } user || ProviderClaims.Read(user, settings) is not { } person)
        {
            back.ToSignIn(context, "failed");
            return;
        }

        await Enter(context, person, back, ProviderClaims.HasFactor(user, settings));
    }

    /// <summary>The provider answered otherwise, or not at all, or somebody forged its answer.</summary>
    public void Refuse(RemoteFailureContext failed)
    {
        var isCancelled = failed.Failure?.Data["error"] is "access_denied";
        var problem = isCancelled ? "cancelled" : Reason(failed.Failure);
        LogFailed(log, problem, failed.Failure?.GetType().Name ?? "");
        ReturnPath.Of(failed.Properties).ToSignIn(failed.HttpContext, problem);
    }

    /// <summary>The code of the account's own second factor, after the provider.</summary>
    public async Task EnterCode(HttpContext context, string code, ReturnPath back)
    {
        if (pending.Read(context) is not { } known)
        {
            back.ToSignIn(context, "again");
            return;
        }

        if (!await factors.Check(context, known.Account, code))
        {
            security.Refused(context, known.Account);
            back.ToCode(context, "wrongCode");
            return;
        }

        pending.Forget(context);
        devices.Remember(context, known.Account);
        await Enter(context, known.Person, back, hasFactor: true, byOwnCode: true);
    }

    /// <summary>Why a sign-in by the provider failed: a key of the page's texts.</summary>
    public static string Reason(Exception? failure) =>
        Chain(failure)
            .Any(cause =>
                cause is HttpRequestException or IOException or OperationCanceledException or TimeoutException
            ) || (failure is not null && ClusterFaults.Is(failure))
            ? "unavailable"
            : "failed";

    private async Task Enter(
        HttpContext context,
        ProviderPerson person,
        ReturnPath back,
        bool hasFactor,
        bool byOwnCode = false
    )
    {
        var entry = await grains.People().Enter(person, hasFactor);
        if (entry.Standing is not { } standing)
        {
            security.Refused(context, person.Email);
            // These two are known from the provider's words alone. What is known here of an account is never told.
            back.ToSignIn(
                context,
                person.Role is null ? "noRole"
                    : person.IsVerified ? "refused"
                    : "unverified"
            );
            return;
        }

        if (entry.NeedsCode)
        {
            pending.Keep(context, new(person, standing.Email));
            back.ToCode(context, null);
            return;
        }

        security.SignedIn(context, standing.Email, "a cookie, by the identity provider");
        var way = SignInWay.Provider | (hasFactor && !byOwnCode ? SignInWay.Factor : SignInWay.Own);
        await SignInEndpoints.Enter(context, standing, token: false, way);
        back.ToPage(context);
    }

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            yield return failure;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the identity provider ended: {Problem} {Failure}")]
    private static partial void LogFailed(ILogger log, string problem, string failure);
}
