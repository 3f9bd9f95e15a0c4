using System.Collections.Immutable;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Live;

/// <summary>
/// One reader's numbered messages: without gaps, so that who misses one knows it. It remembers the last of them, so
/// that a reader who missed some gets just those.
/// </summary>
/// <param name="start">The number before the first message.</param>
internal class Feed<T>(long start)
{
    /// <summary>How many messages are remembered at most.</summary>
    public const int Remembered = 256;

    private readonly Queue<ImmutableArray<T>> _messages = new();

    /// <summary>The number of the last message.</summary>
    public long Last { get; private set; } = start;

    /// <summary>Gives all events of one message their one number.</summary>
    public ImmutableArray<T> Add(Func<long, ImmutableArray<T>> numbered)
    {
        var events = numbered(++Last);
        _messages.Enqueue(events);
        if (_messages.Count > Remembered)
            _messages.Dequeue();
        return events;
    }

    /// <summary>Breaks with all that was: whoever watched gets the whole list next.</summary>
    public void Break()
    {
        Last++;
        _messages.Clear();
    }

    /// <summary>All events after that number, in order; null: too old, or a number that this feed never gave.</summary>
    public ImmutableArray<T>? Since(long after)
    {
        var oldest = Last - _messages.Count;
        return after < oldest || after > Last
            ? null
            : [.. _messages.Skip((int)(after - oldest)).SelectMany(events => events)];
    }
}

/// <summary>
/// One demand's messages for one audience: 1, 2, 3 … (matching.md section 7), one for all that a change causes.
/// </summary>
internal sealed class Feed(long start) : Feed<MatchEvent>(start)
{
    public ImmutableArray<MatchEvent> Add(ImmutableArray<Transition> transitions) =>
        Add(number =>
            [
                .. transitions.Select(transition => new MatchEvent(
                    number,
                    transition.Kind,
                    transition.Id,
                    transition.Match
                )),
            ]
        );
}

/// <summary>
/// The feeds of one board. Those of an index that was built anew start where no feed of it has been before.
/// </summary>
/// <param name="epoch">How often the index was built before this time.</param>
internal sealed class Feeds(long epoch)
{
    private readonly Dictionary<(string Demand, Audience Audience), Feed> _feeds = [];

    // No feed sends 2^32 messages between two starts, and 2^21 starts still fit JavaScript's safe integers.
    private readonly long _start = epoch << 32;

    /// <summary>
    /// A feed outlives its demand, so that one created again under the same id does not use a number twice.
    /// </summary>
    public Feed Of(string demand, Audience audience)
    {
        if (!_feeds.TryGetValue((demand, audience), out var feed))
            _feeds[(demand, audience)] = feed = new(_start);
        return feed;
    }

    /// <summary>
    /// Breaks a deleted demand's feeds, because one that is created again under its id begins with another list.
    /// </summary>
    public void Break(string demand)
    {
        foreach (var audience in Enum.GetValues<Audience>())
            Of(demand, audience).Break();
    }
}
