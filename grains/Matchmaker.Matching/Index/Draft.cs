using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>
/// The next catalogue while it is made: blocks are copied when first written to, so that readers of the last one are never disturbed.
/// Rows have no holes, because a removed profile's row is taken by the last one; an answer never depends on where a profile stands.
/// </summary>
internal sealed class Draft(ImmutableArray<Block> blocks, ImmutableDictionary<string, int> rows)
{
    private readonly List<Block> _blocks = [.. blocks];
    private readonly HashSet<Block> _own = [];
    private readonly ImmutableDictionary<string, int>.Builder _rows = rows.ToBuilder();

    public ImmutableArray<Block> Blocks => [.. _blocks];

    public ImmutableDictionary<string, int> Rows => _rows.ToImmutable();

    public void Put(Profile profile)
    {
        if (!_rows.TryGetValue(profile.Id, out var row))
            _rows[profile.Id] = row = _rows.Count;
        if (row / Block.Size == _blocks.Count)
            _blocks.Add(Own(new Block()));
        Writable(row / Block.Size).Put(row % Block.Size, profile);
    }

    public void Remove(string id)
    {
        if (!_rows.Remove(id, out var row))
            return;
        var end = _rows.Count;
        var last = Writable(end / Block.Size);
        var moved = last.Profiles[end % Block.Size];
        last.RemoveLast();
        if (last.Count == 0)
            _blocks.RemoveAt(_blocks.Count - 1);
        if (row == end)
            return;
        Writable(row / Block.Size).Put(row % Block.Size, moved);
        _rows[moved.Id] = row;
    }

    private Block Writable(int place) =>
        _own.Contains(_blocks[place]) ? _blocks[place] : _blocks[place] = Own(_blocks[place].Copy());

    private Block Own(Block block)
    {
        _own.Add(block);
        return block;
    }
}
