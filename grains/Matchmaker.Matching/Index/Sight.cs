namespace Matchmaker.Matching;

/// <summary>One criterion's view of a catalogue's columns.</summary>
internal sealed class Sight(Gauge gauge, Layout layout, DateOnly day)
{
    private readonly int _fresh = layout.Fresh + gauge.Place;
    private readonly int _today = day.DayNumber;
    private long _seen = 1;
    private long _kept = 1;

    public Gauge Gauge => gauge;

    /// <summary>The column that it reads; -1: it reads the profile.</summary>
    public int Column { get; } = layout.ColumnOf(gauge);

    /// <summary>Columns before profiles, then the share that it has let through so far.</summary>
    public static int MostSelectiveFirst(Sight a, Sight b)
    {
        var byCost = (a.Column < 0).CompareTo(b.Column < 0);
        return byCost != 0 ? byCost : ((double)a._kept / a._seen).CompareTo((double)b._kept / b._seen);
    }

    public int Read(Block block, int row) => Column >= 0
        ? block.Column(Column)[row]
        : gauge.Read(block.Profiles[row].Values.GetValueOrDefault(gauge.Criterion.Attribute), day);

    /// <summary>Only asked where there is a value; whether there is one plays no part where the utility is that of unknown.</summary>
    public bool IsStale(Block block, int row) => block.Column(_fresh)[row] < _today;

    /// <summary>Keeps of the rows those that the criterion does not refuse, in place.</summary>
    public Span<int> Sieve(Block block, Span<int> rows)
    {
        var kept = Column >= 0 && gauge.Curve is Ramp ramp
            ? Between(block.Column(Column), ramp.Least, ramp.Most, rows)
            : OneByOne(block, rows);
        _seen += rows.Length;
        _kept += kept;
        return rows[..kept];
    }

    private static int Between(ReadOnlySpan<int> column, int least, int most, Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            var reading = column[row];
            rows[kept] = row;
            // Because a branch that is often mispredicted costs more than an addition.
            kept += reading == Gauge.Unknown | (reading >= least & reading <= most) ? 1 : 0;
        }

        return kept;
    }

    private int OneByOne(Block block, Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            var reading = Read(block, row);
            if (reading == Gauge.Unknown || gauge.Curve.At(reading) > 0)
                rows[kept++] = row;
        }

        return kept;
    }
}
