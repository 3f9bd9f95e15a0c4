using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Live;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Desk;

/// <summary>
/// The board in memory and its readers' feeds. No I/O: it takes changes in and returns what each reader is to be told, which is the difference
/// of what that reader saw and sees. One writer.
/// </summary>
/// <param name="start">The number before every feed's first message.</param>
internal sealed class DeskBoard(long start)
{
    /// <summary>How long a closed introduction stays on the board.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly Dictionary<string, Stored<Introduction>> _introductions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Feed> _feeds = new(StringComparer.Ordinal);

    public IEnumerable<Stored<Introduction>> Introductions => _introductions.Values;

    public Stored<Introduction>? Find(string id) => _introductions.GetValueOrDefault(id);

    /// <summary>Takes an introduction in without telling anybody.</summary>
    public void Load(Stored<Introduction> introduction) => _introductions[introduction.Record.Id] = introduction;

    /// <summary>What a reader sees of the board at that moment, by id.</summary>
    public IEnumerable<Introduction> SeenBy(Caller caller, DateTimeOffset now) =>
        _introductions
            .Values.Where(one =>
                !one.Record.IsClosed
                || !caller.IsOffice
                || one.Record.MovedAt + Kept > now
                || one.Record.AftercareOn is not null
            )
            .Select(one => View(caller, one))
            .OfType<Introduction>()
            .OrderBy(one => one.Id, StringComparer.Ordinal);

    /// <summary>The number of a reader's last message; from now on they are told.</summary>
    public long Last(Caller caller) => FeedOf(caller).Messages.Last;

    /// <summary>What a reader was told since a number; null: they need the whole board.</summary>
    public ImmutableArray<DeskEvent>? Since(Caller caller, long after) => FeedOf(caller).Messages.Since(after);

    /// <summary>Takes an introduction's new state in.</summary>
    /// <param name="after">Null: it is gone.</param>
    public IEnumerable<DeskMessage> Put(string id, Stored<Introduction>? after, string by, DateTimeOffset at)
    {
        var before = _introductions.GetValueOrDefault(id);
        if (after is null)
            _introductions.Remove(id);
        else
            _introductions[id] = after;
        return [.. _feeds.Values.Select(feed => Tell(feed, id, before, after, by, at)).OfType<DeskMessage>()];
    }

    /// <summary>Tells readers of the office something of which each has a view of their own.</summary>
    /// <param name="told">Null: nothing for this reader.</param>
    public IEnumerable<DeskMessage> TellOfficers(Func<Caller, long, DeskEvent?> told) =>
        [
            .. _feeds
                .Values.Where(feed => feed.Reader.IsOffice && told(feed.Reader, 0) is not null)
                .Select(feed => new DeskMessage(
                    DeskReaders.Of(feed.Reader)!,
                    feed.Messages.Add(number => [told(feed.Reader, number)!])
                )),
        ];

    /// <summary>The office's readers.</summary>
    public IEnumerable<Caller> Officers => _feeds.Values.Select(feed => feed.Reader).Where(reader => reader.IsOffice);

    private static DeskMessage? Tell(
        Feed feed,
        string id,
        Stored<Introduction>? before,
        Stored<Introduction>? after,
        string by,
        DateTimeOffset at
    )
    {
        var (seen, sees) = (View(feed.Reader, before), View(feed.Reader, after));
        if (IntroductionView.Same(seen, sees) && seen?.Version == sees?.Version)
            return null;
        return new(
            DeskReaders.Of(feed.Reader)!,
            feed.Messages.Add(number =>
                [
                    sees is null
                        ? new DeskEvent(number, Gone: id)
                        : new DeskEvent(number, sees, By: Who(feed.Reader, after!.Record, by), At: at),
                ]
            )
        );
    }

    /// <summary>An introduction as a reader's card shows it; null: it is not theirs to see.</summary>
    private static Introduction? View(Caller caller, Stored<Introduction>? one) =>
        one is null || Access.AuthorizedView(caller, one.Record, one.Visibility) is not { } seen ? null
        // Because five thousand cards would be mostly teasers, an officer reads those where the introduction is opened.
        : caller.IsOffice
            ? seen with
            {
                Seeker = seen.Seeker with { Teaser = null },
                Counterpart = seen.Counterpart with { Teaser = null },
            }
        : seen;

    private static string Who(Caller reader, Introduction it, string by) =>
        reader.IsOffice ? by
        : it.Inside?.MovedBy is not { } side ? "office"
        : side == it.SideOf(reader) ? "you"
        : "other";

    private Feed FeedOf(Caller caller)
    {
        var reader = DeskReaders.Of(caller)!;
        if (!_feeds.TryGetValue(reader, out var feed))
            _feeds[reader] = feed = new(caller, new(start));
        return feed;
    }

    private sealed record Feed(Caller Reader, Feed<DeskEvent> Messages);
}
