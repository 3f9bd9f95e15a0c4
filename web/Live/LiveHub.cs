using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching.Results;
using Matchmaker.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>What the server sends to a client.</summary>
public interface ILiveClient
{
    /// <summary>Everything that one change means for a watched demand: the events of one sequence number.</summary>
    Task Matches(string demandId, ImmutableArray<MatchEvent> events);

    /// <summary>One change of a party's view of its introductions.</summary>
    Task Introduction(DeskEvent change);

    /// <summary>One change of an officer's view of the desk.</summary>
    Task Desk(DeskEvent change);

    /// <summary>What changed in a party's assessment since the last message.</summary>
    /// <param name="applicant">As the client named it when it began to watch.</param>
    Task Assessment(string applicant, ImmutableArray<AnswerChange> changes);

    /// <summary>What changed for the path that a firm keeps; for those who watch its assessment.</summary>
    /// <param name="applicant">As the client named it when it began to watch.</param>
    Task Upgrade(string applicant, PathNews news);

    /// <summary>Which officer has which introduction open: the whole list each time.</summary>
    Task Presence(ImmutableArray<Presence> presence);
}

/// <summary>
/// Lets clients watch standing demands and the desk. A client that reconnects calls <see cref="Watch"/> with its last
/// number.
/// </summary>
[Authorize]
internal sealed class LiveHub(IGrainFactory grains, ConnectionRegistry connections) : Hub<ILiveClient>
{
    /// <summary>The error of a demand that does not exist or that the caller may not see.</summary>
    public const string NotFound = "notFound";

    /// <summary>The error of a connection that watches the maximum number of demands already.</summary>
    public const string TooMany = "tooMany";

    private const int MaxDemands = 200;

    public override async Task OnConnectedAsync()
    {
        var (email, session) = (CurrentCaller.Of(Context.User).Email!, CurrentCaller.SessionOf(Context.User)!);
        if (connections.Find(Context.ConnectionId) is { } connection && !connections.Admit(connection, email, session))
        {
            Context.Abort();
            return;
        }

        // The session may have ended after the request was authorised and before this connection was registered.
        if (await grains.Account(email).Check(session) is null)
            Context.Abort();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (CurrentCaller.Of(Context.User) is { IsOffice: true } caller)
            await grains.Desk().Look(caller, Context.ConnectionId, null);
    }

    /// <summary>
    /// Starts watching the desk: the board for officers, their own introductions for parties. Returns everything, or
    /// the events since the client's last number.
    /// </summary>
    /// <param name="after">The last number that the client has; null: none.</param>
    /// <exception cref="HubException"><c>notFound</c>: the caller has no desk.</exception>
    public async Task<DeskAnswer> WatchDesk(long? after)
    {
        var caller = CurrentCaller.Of(Context.User);
        if (DeskReaders.Of(caller) is not { } reader)
            throw new HubException(NotFound);
        if (connections.Find(Context.ConnectionId) is not { } connection)
            throw new HubException(NotFound);
        connection.WatchesDesk = true;
        connections.Join(connection, DeskMessage.TopicOf(reader));
        return await grains.Desk().Watch(caller, after);
    }

    /// <summary>Tells the other officers which introduction this officer has open.</summary>
    /// <param name="introductionId">Null: none.</param>
    public Task Look(string? introductionId) =>
        CurrentCaller.Of(Context.User) is { IsOffice: true } caller
            ? grains.Desk().Look(caller, Context.ConnectionId, introductionId)
            : Task.CompletedTask;

    /// <summary>Starts watching a demand. Returns its list, or the events since the client's last number.</summary>
    /// <param name="after">The last number that the client has; null: none.</param>
    /// <exception cref="HubException"><c>notFound</c>, or <c>tooMany</c> demands on one connection.</exception>
    public async Task<WatchAnswer> Watch(string demandId, long? after)
    {
        var caller = CurrentCaller.Of(Context.User);
        if (
            connections.Find(Context.ConnectionId) is not { } connection
            || (connection.Demands.Count >= MaxDemands && !connection.Demands.ContainsKey(demandId))
        )
            throw new HubException(TooMany);
        connection.Demands.TryAdd(demandId, "");
        try
        {
            var demand = await grains.Demand(demandId).Get(caller);
            connection.Demands[demandId] = demand.Board;
            // Joining before the list is read loses no message; the client skips messages that the list already
            // contains.
            connections.Join(connection, FeedMessage.TopicOf(caller.Audience, demandId));
            return await grains.Index(demand.Board).Watch(caller, demandId, after);
        }
        catch (NotFoundException)
        {
            await Unwatch(demandId);
            throw new HubException(NotFound);
        }
    }

    /// <summary>
    /// Starts watching the changes of a party's assessment; the assessment itself comes from the HTTP API.
    /// </summary>
    /// <param name="applicantId">An enterprise's id, or a firm's with its collection, such as <c>firms/f1</c>.</param>
    /// <exception cref="HubException"><c>notFound</c>, or <c>tooMany</c> on one connection.</exception>
    public async Task WatchAssessment(string applicantId)
    {
        var topic = AssessmentMessage.TopicOf(applicantId);
        if (
            connections.Find(Context.ConnectionId) is not { } connection
            || (connection.Demands.Count >= MaxDemands && !connection.Demands.ContainsKey(topic))
        )
            throw new HubException(TooMany);
        connection.Demands[topic] = AssessmentMessage.Projection;
        try
        {
            await grains.PartyOfApplicant(CurrentCaller.Of(Context.User), ApplicantId.Parse(applicantId));
            connections.Join(connection, topic);
        }
        catch (NotFoundException)
        {
            connection.Demands.TryRemove(topic, out _);
            throw new HubException(NotFound);
        }
    }

    public Task UnwatchAssessment(string applicantId)
    {
        var topic = AssessmentMessage.TopicOf(applicantId);
        if (connections.Find(Context.ConnectionId) is { } connection)
        {
            connection.Demands.TryRemove(topic, out _);
            connections.Leave(connection, topic);
        }

        return Task.CompletedTask;
    }

    public Task Unwatch(string demandId)
    {
        if (connections.Find(Context.ConnectionId) is { } connection)
        {
            connection.Demands.TryRemove(demandId, out _);
            connections.Leave(connection, FeedMessage.TopicOf(CurrentCaller.Of(Context.User).Audience, demandId));
        }

        return Task.CompletedTask;
    }
}
