using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Desk;

/// <summary>
/// The board in memory and its readers' feeds. Each reader is told the difference between what that reader saw and
/// sees. Pure memory; one writer.
/// </summary>
/// <param name="start">The number before every feed's first message.</param>
internal sealed class DeskBoard(long start) : IProjection
{
    /// <summary>How long a closed introduction stays on the board.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly Dictionary<string, Stored<Introduction>> _introductions = new(StringComparer.Ordinal);
    private readonly ReaderFeeds _feeds = new(start);
    private readonly DeskLeads _leads = new();

    public IReadOnlyList<string> Kinds { get; } = [RecordKind.Introduction];

    public IEnumerable<Stored<Introduction>> Introductions => _introductions.Values;

    /// <summary>The officers who watch.</summary>
    public IEnumerable<Caller> Officers => _feeds.All.Select(feed => feed.Reader).Where(reader => reader.IsOffice);

    /// <summary>How many readers have a feed.</summary>
    public int ReaderCount => _feeds.All.Count();

    public Stored<Introduction>? Find(string id) => _introductions.GetValueOrDefault(id);

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        foreach (var record in records)
            _introductions[record.Id] = Read(record)!;
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change) =>
        new([.. change.SelectMany(entry => Put(entry.Id, Read(entry), entry.Actor, entry.Instant))], []);

    /// <summary>What a reader sees of the board at that moment, by id.</summary>
    public IEnumerable<Introduction> For(Caller caller, DateTimeOffset now) =>
        _introductions
            .Values.Where(introduction =>
                !introduction.Record.IsClosed
                || !caller.IsOffice
                || introduction.Record.MovedAt + Kept > now
                || introduction.Record.AftercareOn is not null
            )
            .Select(introduction => View(caller, introduction))
            .OfType<Introduction>()
            .OrderBy(introduction => introduction.Id, StringComparer.Ordinal);

    /// <summary>The leads that an officer may see, in no order.</summary>
    public IEnumerable<Lead> AllLeadsFor(Caller officer, DateTimeOffset now) => _leads.All(officer, now);

    /// <summary>An officer's best leads, the best first, and how many there are in all; from now on the officer was
    /// told of them.</summary>
    public (ImmutableArray<Lead> Best, int Count) LeadsFor(Caller officer, int max, DateTimeOffset now) =>
        _leads.For(officer, max, now);

    /// <summary>The number of a reader's last message; from now on the reader is told.</summary>
    public long Last(Caller caller, DateTimeOffset now) => _feeds.Watch(caller, now).Last;

    /// <summary>What a reader was told since a number; null: the reader needs the whole board.</summary>
    public ImmutableArray<DeskEvent>? Since(Caller caller, long after, DateTimeOffset now) =>
        _feeds.Watch(caller, now).Since(after);

    /// <summary>Notes that some readers still watch.</summary>
    public void Renew(IEnumerable<string> readers, DateTimeOffset now) => _feeds.Renew(readers, now);

    /// <summary>Forgets the readers who have not watched for an hour.</summary>
    public void DropIdle(DateTimeOffset now)
    {
        foreach (var reader in _feeds.DropIdle(now))
            _leads.Disconnect(reader);
    }

    /// <summary>Takes leads in.</summary>
    public Publication Take(LeadBatch batch, DateTimeOffset now)
    {
        var messages = new List<DeskMessage>();
        foreach (var key in _leads.Take(batch))
        {
            messages.AddRange(MessagesToOfficers((officer, number) => _leads.EventFor(officer, key, number, now)));
            _leads.RecordShown(Officers, key, now);
        }

        return new([.. messages], []);
    }

    private IEnumerable<DeskMessage> Put(string id, Stored<Introduction>? after, string by, DateTimeOffset at)
    {
        var before = _introductions.GetValueOrDefault(id);
        if (after is null)
            _introductions.Remove(id);
        else
            _introductions[id] = after;
        return [.. _feeds.All.Select(feed => EventFor(feed, id, before, after, by, at)).OfType<DeskMessage>()];
    }

    /// <param name="news">Null: none for this officer.</param>
    private IEnumerable<DeskMessage> MessagesToOfficers(Func<Caller, long, DeskEvent?> news) =>
        [
            .. _feeds
                .All.Where(feed => feed.Reader.IsOffice && news(feed.Reader, 0) is not null)
                .Select(feed => new DeskMessage(
                    DeskReaders.Of(feed.Reader)!,
                    feed.Messages.Add(number => [news(feed.Reader, number)!])
                )),
        ];

    private static DeskMessage? EventFor(
        ReaderFeed feed,
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
    private static Introduction? View(Caller caller, Stored<Introduction>? stored) =>
        stored is null || stored.Record.AuthorizedView(caller, stored.Visibility) is not { } view ? null
        // Five thousand cards would be mostly teasers: an officer reads those in the opened introduction.
        : caller.IsOffice
            ? view with
            {
                Seeker = view.Seeker with { Teaser = null },
                Counterpart = view.Counterpart with { Teaser = null },
            }
        : view;

    private static Stored<Introduction>? Read(RecordState record) =>
        record.Body is { } body
            ? new(
                RecordJson.Read<Introduction>(body) with
                {
                    Id = record.Id,
                    Version = record.Version,
                },
                record.Visibility
            )
            : null;

    private static string Who(Caller reader, Introduction introduction, string by) =>
        reader.IsOffice ? by
        : introduction.Inside?.MovedBy is not { } side ? "office"
        : side == introduction.SideOf(reader) ? "you"
        : "other";
}
