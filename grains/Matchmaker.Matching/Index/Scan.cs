using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>
/// One demand laid over a catalogue's columns. It gives each profile the tally that <see cref="Yardstick.Tally"/> gives it,
/// but touches only the numbers that the demand asks for, and drops a profile at its first unmet must.
/// </summary>
internal sealed class Scan
{
    private readonly Yardstick _yardstick;
    private readonly Viewer _viewer;
    private readonly DateOnly _day;
    private readonly ImmutableArray<Sight> _inOrder;
    private readonly List<Sight> _musts;
    private readonly int[] _rows = new int[Block.Size];

    public Scan(Yardstick yardstick, Viewer viewer, DateOnly day)
    {
        _yardstick = yardstick;
        _viewer = viewer;
        _day = day;
        var layout = Layout.Of(yardstick.Board);
        _inOrder = [.. yardstick.Gauges.Select(gauge => new Sight(gauge, layout, day))];
        // Because a distance or a taxonomy path costs more than a number, the numbers go first; then whichever drops most.
        _musts = [.. _inOrder.Where(sight => sight.Gauge.IsMust).OrderBy(sight => sight.Column < 0)];
    }

    /// <summary>The rows of the block that the viewer may see and that no must refuses; valid until the next call.</summary>
    public ReadOnlySpan<int> Accepted(Block block)
    {
        var rows = Visible(block);
        foreach (var must in _musts)
        {
            if (rows.IsEmpty)
                break;
            rows = must.Sieve(block, rows);
        }

        _musts.Sort(Sight.MostSelectiveFirst);
        return rows;
    }

    /// <summary>The rows of the block that the viewer may see; valid until the next call.</summary>
    public Span<int> Visible(Block block)
    {
        var count = 0;
        var profiles = block.Profiles;
        for (var row = 0; row < profiles.Length; row++)
        {
            if (_viewer.Office || _viewer.MaySee(profiles[row]))
                _rows[count++] = row;
        }

        return _rows.AsSpan(0, count);
    }

    public Tally Tally(Block block, int row)
    {
        var tally = Matching.Tally.Empty;
        for (var i = 0; i < _inOrder.Length; i++)
        {
            var sight = _inOrder[i];
            var reading = sight.Read(block, row);
            tally = tally.And(sight.Gauge, i, reading, sight.IsStale(block, row));
        }

        return tally;
    }

    public Match Explain(Profile profile) => Judge.Of(_yardstick, profile, _day);
}
