using Matchmaker.Web.Accounts;
using Matchmaker.Web.Load;
using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>
/// Lets the accounts take turns with their hub calls. The turn is over before the answer is sent, so that nobody waits
/// for a client that does not read.
/// </summary>
internal sealed class HubTurns(WorkLimits limits) : IHubFilter
{
    private const string Busy = "busy";

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        var caller = CurrentCaller.Of(invocationContext.Context.User);
        var load = new LoadCaller($"account {caller.Email}", caller.IsOffice ? CallerClass.Office : CallerClass.Party);
        try
        {
            using var turn = await limits.Enter(WorkQueue.Live, load, invocationContext.Context.ConnectionAborted);
            return await next(invocationContext);
        }
        catch (LoadException)
        {
            throw new HubException(Busy);
        }
    }
}
