using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Matchmaker.Grains.Telemetry;

/// <summary>
/// The meter and the activity source <c>Matchmaker</c> of the grains. No tag names a party, record or person.
/// </summary>
public static class Metrics
{
    public const string Name = "Matchmaker";

    internal static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Entries = Meter.CreateCounter<long>(
        "matchmaker.journal.entries",
        "{entry}",
        "Entries that the journal committed"
    );
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "matchmaker.journal.refused",
        "{change}",
        "Changes that the journal refused: stale version, full queue or failing store"
    );
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>(
        "matchmaker.journal.commit.duration",
        "s",
        "Duration of a group commit"
    );
    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "matchmaker.journal.commit.changes",
        "{change}",
        "Changes that shared one commit"
    );
    private static readonly Counter<long> Applied = Meter.CreateCounter<long>(
        "matchmaker.index.entries",
        "{entry}",
        "Journal entries that projections applied"
    );
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "matchmaker.index.lag",
        "s",
        "Time from an entry's commit to its place in a projection"
    );
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "matchmaker.live.messages",
        "{message}",
        "Messages of live feeds, each counted once whatever the number of watchers"
    );

    internal static void Committed(int changes, int refused, long entries, TimeSpan duration)
    {
        Entries.Add(entries);
        Refused.Add(refused);
        GroupSize.Record(changes);
        CommitTime.Record(duration.TotalSeconds);
    }

    internal static void NotCommitted(int changes) => Refused.Add(changes);

    internal static void Projected(string projection, int entries, TimeSpan lag)
    {
        var tag = new KeyValuePair<string, object?>("board", projection);
        Applied.Add(entries, tag);
        Lag.Record(Math.Max(0, lag.TotalSeconds), tag);
    }

    internal static void Published(int messages) => Messages.Add(messages);
}
