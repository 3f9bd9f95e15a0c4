using System.Collections.Immutable;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Live;

/// <summary>
/// One reader's messages, numbered without gaps, so that a reader notices a missing one. The feed remembers the last
/// messages and gives a reader only what was missed.
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
/// The feeds of one board's demands. The feeds of a rebuilt index start above every number that its predecessor gave.
/// </summary>
/// <param name="epoch">How often the index was built before.</param>
internal sealed class Feeds(long epoch)
{
    private readonly Dictionary<(string Demand, Audience Audience), Feed> _feeds = [];

    // The last numbers of dropped feeds. They stay with their demand: numbers of another demand that depended on them
    // would reveal to its reader that a hidden one was deleted.
    private readonly Dictionary<(string Demand, Audience Audience), long> _dropped = [];

    // No feed sends 2^32 messages between two starts, and 2^21 starts still fit JavaScript's safe integers.
    private readonly long _start = epoch << 32;

    public int Count => _feeds.Count;

    public Feed Of(string demand, Audience audience)
    {
        if (!_feeds.TryGetValue((demand, audience), out var feed))
            _feeds[(demand, audience)] = feed = new(_dropped.GetValueOrDefault((demand, audience), _start));
        return feed;
    }

    /// <summary>
    /// Drops a deleted demand's feeds. A demand created again under the same id begins with another list, and uses none
    /// of their numbers: a watcher's old number means the whole of it.
    /// </summary>
    public void Drop(string demand)
    {
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var key = (demand, audience);
            var last = _feeds.Remove(key, out var feed) ? feed.Last : _dropped.GetValueOrDefault(key, _start);
            _dropped[key] = last + 1;
        }
    }
}
