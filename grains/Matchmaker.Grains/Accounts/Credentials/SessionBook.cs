using Matchmaker.Contracts.Accounts;

namespace Matchmaker.Grains.Accounts.Credentials;

/// <summary>The sessions of one account, as its grain holds them. Pure.</summary>
internal sealed class SessionBook
{
    /// <summary>An account has no more at once: a further one ends the one that was used longest ago.</summary>
    public const int Max = 200;

    /// <summary>How long a session holds without use, and a bearer token in all.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromHours(12);

    /// <summary>How long a browser's session holds, however often it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>How late the last use may be known: a write for each request would be too much.</summary>
    public static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Session> _sessions;

    public SessionBook(IEnumerable<Session> stored) =>
        _sessions = stored.ToDictionary(session => session.Id, StringComparer.Ordinal);

    /// <summary>Those that hold, the last used first.</summary>
    public IReadOnlyList<Session> List(DateTimeOffset now) =>
        [
            .. _sessions
                .Values.Where(session => Holds(session, now))
                .OrderByDescending(session => session.SeenAt)
                .ThenBy(session => session.Id, StringComparer.Ordinal),
        ];

    public bool Holds(string id, DateTimeOffset now) =>
        _sessions.TryGetValue(id, out var session) && Holds(session, now);

    /// <summary>Notes that a session is in use.</summary>
    /// <returns>Whether the new time is worth a write.</returns>
    public bool See(string id, DateTimeOffset now)
    {
        if (!_sessions.TryGetValue(id, out var session) || now - session.SeenAt < SeenStep)
            return false;
        _sessions[id] = session with { SeenAt = now };
        return true;
    }

    /// <summary>Adds a new session.</summary>
    /// <returns>The ids of those that end by it: those that are over, and one too many.</returns>
    public IReadOnlyList<string> Add(Session session)
    {
        var held = List(session.CreatedAt).Take(Max - 1).Select(known => known.Id).ToHashSet();
        var ended = _sessions.Keys.Where(id => !held.Contains(id)).ToList();
        Remove(ended);
        _sessions[session.Id] = session;
        return ended;
    }

    /// <summary>The ids of all but one.</summary>
    /// <param name="but">Null: of all.</param>
    public IReadOnlyList<string> AllBut(string? but) => [.. _sessions.Keys.Where(id => id != but)];

    public void Remove(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            _sessions.Remove(id);
    }

    // A token's seal ends with its 12 hours, so that it is not listed longer.
    private static bool Holds(Session session, DateTimeOffset now) =>
        session.IsToken
            ? now - session.CreatedAt < Unused
            : now - session.CreatedAt < Longest && now - session.SeenAt < Unused + SeenStep;
}
