using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// The next catalogue while it is made: blocks are copied when first written to, so that readers of the last one are never disturbed.
/// Rows have no holes, because a removed profile's row is taken by the last one; an answer never depends on where a profile stands.
/// </summary>
internal sealed class SnapshotBuilder(
    Board board,
    ImmutableArray<Segment> blocks,
    ImmutableDictionary<string, int> rows
)
{
    private readonly ColumnSchema _layout = ColumnSchema.Of(board);
    private readonly List<Segment> _blocks = [.. blocks];
    private readonly HashSet<Segment> _own = [];
    private readonly ImmutableDictionary<string, int>.Builder _rows = rows.ToBuilder();

    public ImmutableArray<Segment> Blocks => [.. _blocks];

    public ImmutableDictionary<string, int> Rows => _rows.ToImmutable();

    public void Put(Profile profile)
    {
        if (!_rows.TryGetValue(profile.Id, out var row))
            _rows[profile.Id] = row = _rows.Count;
        if (row / Segment.Size == _blocks.Count)
            _blocks.Add(Own(new Segment(_layout)));
        Writable(row / Segment.Size).Put(row % Segment.Size, profile);
    }

    public void Remove(string id)
    {
        if (!_rows.Remove(id, out var row))
            return;
        var end = _rows.Count;
        var last = Writable(end / Segment.Size);
        var moved = last.Profiles[end % Segment.Size];
        last.RemoveLast();
        if (last.Count == 0)
            _blocks.RemoveAt(_blocks.Count - 1);
        if (row == end)
            return;
        Writable(row / Segment.Size).Put(row % Segment.Size, moved);
        _rows[moved.Id] = row;
    }

    private Segment Writable(int place) =>
        _own.Contains(_blocks[place]) ? _blocks[place] : _blocks[place] = Own(_blocks[place].Copy());

    private Segment Own(Segment block)
    {
        _own.Add(block);
        return block;
    }
}
