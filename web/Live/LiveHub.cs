using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Results;
using Matchmaker.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>What the server may tell a client.</summary>
public interface ILiveClient
{
    /// <summary>All that one change means to a watched demand: events of one sequence number.</summary>
    Task Matches(string demandId, ImmutableArray<MatchEvent> events);

    /// <summary>One change of what a party sees of its introductions.</summary>
    Task Introduction(DeskEvent change);

    /// <summary>One change of what an officer sees of the desk.</summary>
    Task Desk(DeskEvent change);

    /// <summary>What an enterprise may get changed, since its people were last told.</summary>
    Task Assessment(string enterprise, ImmutableArray<AnswerChange> changes);

    /// <summary>Who looks at which introduction now: all of it each time.</summary>
    Task Presence(ImmutableArray<Presence> presence);
}

/// <summary>Where clients watch standing demands. Coming back after a loss is <see cref="Watch"/> with the last number, nothing else.</summary>
[Authorize]
internal sealed class LiveHub(IGrainFactory grains, ConnectionRegistry lines) : Hub<ILiveClient>
{
    /// <summary>What a client reads in a refusal: there is no such demand, or not for them.</summary>
    public const string NotFound = "notFound";

    /// <summary>What a client reads in a refusal: the connection watches that many demands already.</summary>
    public const string TooMany = "tooMany";

    private const int MostDemands = 200;

    public override async Task OnConnectedAsync()
    {
        var caller = CurrentCaller.Of(Context.User);
        if (lines.Find(Context.ConnectionId) is { } line)
            line.Account = caller.Email;
        // Because the account may have changed between the request's check and now, when its end would find this connection.
        if (
            (await grains.Account(caller.Email!).Standing())?.Stamp
            != Context.User?.FindFirst(CurrentCaller.Stamp)?.Value
        )
            Context.Abort();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (CurrentCaller.Of(Context.User) is { IsOffice: true } caller)
            await grains.Desk().Look(caller, Context.ConnectionId, null);
    }

    /// <summary>Starts watching the desk: for officers the board, for parties their own introductions; or the events since the number that the client knows.</summary>
    /// <param name="after">Null: the client knows nothing yet.</param>
    /// <exception cref="HubException"><c>notFound</c>: the caller has none.</exception>
    public async Task<DeskAnswer> WatchDesk(long? after)
    {
        var caller = CurrentCaller.Of(Context.User);
        if (DeskReaders.Of(caller) is not { } reader)
            throw new HubException(NotFound);
        if (lines.Find(Context.ConnectionId) is not { } line)
            throw new HubException(NotFound);
        line.WatchesDesk = true;
        lines.Join(line, LiveDispatcher.Subject(reader));
        return await grains.Desk().Watch(caller, after);
    }

    /// <summary>Tells the other officers which introduction this one looks at.</summary>
    /// <param name="introductionId">Null: none any more.</param>
    public Task Look(string? introductionId) =>
        CurrentCaller.Of(Context.User) is { IsOffice: true } caller
            ? grains.Desk().Look(caller, Context.ConnectionId, introductionId)
            : Task.CompletedTask;

    /// <summary>Starts watching, and gives the list, or the events since the number that the client knows.</summary>
    /// <param name="after">Null: the client knows nothing yet.</param>
    /// <exception cref="HubException"><c>notFound</c>, or <c>tooMany</c> demands on one connection.</exception>
    public async Task<WatchAnswer> Watch(string demandId, long? after)
    {
        var caller = CurrentCaller.Of(Context.User);
        if (
            lines.Find(Context.ConnectionId) is not { } line
            || (line.Demands.Count >= MostDemands && !line.Demands.ContainsKey(demandId))
        )
            throw new HubException(TooMany);
        line.Demands.TryAdd(demandId, "");
        try
        {
            var demand = await grains.Demand(demandId).Get(caller);
            line.Demands[demandId] = demand.Board;
            // Because a message may come while the list is read, the client must watch before; what the list has already, it skips.
            lines.Join(line, LiveDispatcher.Subject(caller.Audience, demandId));
            return await grains.Index(demand.Board).Watch(caller, demandId, after);
        }
        catch (NotFoundException)
        {
            await Unwatch(demandId);
            throw new HubException(NotFound);
        }
    }

    /// <summary>Starts watching what an enterprise may get, where it asked to be told; what it is now, its routes answer.</summary>
    /// <exception cref="HubException"><c>notFound</c>, or <c>tooMany</c> on one connection.</exception>
    public async Task WatchAssessment(string enterpriseId)
    {
        var subject = AssessmentMessage.Subject(enterpriseId);
        if (
            lines.Find(Context.ConnectionId) is not { } line
            || (line.Demands.Count >= MostDemands && !line.Demands.ContainsKey(subject))
        )
            throw new HubException(TooMany);
        line.Demands[subject] = AssessmentMessage.Board;
        try
        {
            await grains.Enterprise(enterpriseId).Get(CurrentCaller.Of(Context.User));
            lines.Join(line, subject);
        }
        catch (NotFoundException)
        {
            line.Demands.TryRemove(subject, out _);
            throw new HubException(NotFound);
        }
    }

    public Task UnwatchAssessment(string enterpriseId)
    {
        var subject = AssessmentMessage.Subject(enterpriseId);
        if (lines.Find(Context.ConnectionId) is { } line)
        {
            line.Demands.TryRemove(subject, out _);
            lines.Leave(line, subject);
        }

        return Task.CompletedTask;
    }

    public Task Unwatch(string demandId)
    {
        if (lines.Find(Context.ConnectionId) is { } line)
        {
            line.Demands.TryRemove(demandId, out _);
            lines.Leave(line, LiveDispatcher.Subject(CurrentCaller.Of(Context.User).Audience, demandId));
        }

        return Task.CompletedTask;
    }
}
