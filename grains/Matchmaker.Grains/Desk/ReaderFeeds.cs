using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Grains.Live;

namespace Matchmaker.Grains.Desk;

/// <summary>
/// The feeds of the desk's readers, each leased: a feed that nobody watched for an hour is dropped, so nothing grows
/// with the number of people who ever looked.
/// </summary>
/// <param name="start">The number before every feed's first message.</param>
internal sealed class ReaderFeeds(long start)
{
    public static readonly TimeSpan Term = TimeSpan.FromHours(1);

    private readonly Dictionary<string, ReaderFeed> _feeds = new(StringComparer.Ordinal);
    private long _start = start;

    public IEnumerable<ReaderFeed> All => _feeds.Values;

    /// <summary>A reader's feed, watched from now on.</summary>
    public Feed<DeskEvent> Watch(Caller caller, DateTimeOffset now)
    {
        var reader = DeskReaders.Of(caller)!;
        if (!_feeds.TryGetValue(reader, out var feed))
            _feeds[reader] = feed = new(caller, new(_start));
        feed.WatchedAt = now;
        return feed.Messages;
    }

    /// <summary>Notes that some readers still watch.</summary>
    public void Renew(IEnumerable<string> readers, DateTimeOffset now)
    {
        foreach (var reader in readers)
        {
            if (_feeds.TryGetValue(reader, out var feed))
                feed.WatchedAt = now;
        }
    }

    /// <summary>Drops the feeds whose lease is over.</summary>
    /// <returns>Their readers.</returns>
    public IReadOnlyList<string> DropIdle(DateTimeOffset now)
    {
        var idle = _feeds.Where(feed => feed.Value.WatchedAt + Term <= now).ToList();
        foreach (var (reader, feed) in idle)
        {
            // A feed of the same reader that begins later uses none of its numbers, so that an old number means the
            // whole board.
            _start = Math.Max(_start, feed.Messages.Last + 1);
            _feeds.Remove(reader);
        }

        return [.. idle.Select(feed => feed.Key)];
    }
}

/// <summary>One reader's messages.</summary>
internal sealed record ReaderFeed(Caller Reader, Feed<DeskEvent> Messages)
{
    public DateTimeOffset WatchedAt { get; set; }
}
