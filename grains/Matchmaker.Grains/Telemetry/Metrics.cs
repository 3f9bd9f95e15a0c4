using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Matchmaker.Grains.Telemetry;

/// <summary>What grains tell of their own work: the meter and the source of spans <c>Matchmaker</c>. Names no party, record or person.</summary>
public static class Metrics
{
    public const string Name = "Matchmaker";

    internal static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Entries = Meter.CreateCounter<long>(
        "matchmaker.journal.entries",
        "{entry}",
        "Entries that the journal took"
    );
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "matchmaker.journal.refused",
        "{change}",
        "Changes that the journal did not take: stale, too many waiting, or the store in trouble"
    );
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>(
        "matchmaker.journal.commit.duration",
        "s",
        "How long a group's commit took"
    );
    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "matchmaker.journal.commit.changes",
        "{change}",
        "Changes that shared one commit"
    );
    private static readonly Counter<long> Applied = Meter.CreateCounter<long>(
        "matchmaker.index.entries",
        "{entry}",
        "Journal entries that the indexes applied"
    );
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "matchmaker.index.lag",
        "s",
        "From an entry's instant to its place on a board"
    );
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "matchmaker.live.messages",
        "{message}",
        "Messages of live feeds, before they are multiplied by those who watch"
    );

    internal static void Committed(int changes, int refused, long entries, TimeSpan took)
    {
        Entries.Add(entries);
        Refused.Add(refused);
        GroupSize.Record(changes);
        CommitTime.Record(took.TotalSeconds);
    }

    internal static void NotCommitted(int changes) => Refused.Add(changes);

    internal static void Indexed(string board, int entries, TimeSpan lag)
    {
        var where = new KeyValuePair<string, object?>("board", board);
        Applied.Add(entries, where);
        Lag.Record(Math.Max(0, lag.TotalSeconds), where);
    }

    internal static void Published(int messages) => Messages.Add(messages);
}
