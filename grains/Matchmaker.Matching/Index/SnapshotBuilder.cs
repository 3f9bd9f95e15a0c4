using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// Builds the next snapshot. Segments are copied on first write, so readers of the previous snapshot are never
/// disturbed. Rows stay dense: the last row moves into the place of a removed one. No answer depends on a profile's
/// row.
/// </summary>
internal sealed class SnapshotBuilder(
    Board board,
    ImmutableArray<Segment> segments,
    ImmutableDictionary<string, int> rows,
    ImmutableDictionary<string, ImmutableArray<string>> groups
)
{
    private readonly ColumnSchema _schema = ColumnSchema.Of(board);
    private readonly List<Segment> _segments = [.. segments];
    private readonly HashSet<Segment> _ownSegments = [];
    private readonly ImmutableDictionary<string, int>.Builder _rows = rows.ToBuilder();
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.Ordinal);

    public ImmutableArray<Segment> Segments => [.. _segments];

    public ImmutableDictionary<string, int> Rows => _rows.ToImmutable();

    /// <summary>The ids by building, of profiles with a place.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Groups
    {
        get
        {
            var next = groups.ToBuilder();
            foreach (var (group, ids) in _groups)
            {
                if (ids.Count == 0)
                    next.Remove(group);
                else
                    next[group] = [.. ids];
            }

            return next.ToImmutable();
        }
    }

    public void Put(Profile profile)
    {
        var isKnown = _rows.TryGetValue(profile.Id, out var row);
        Regroup(profile.Id, isKnown ? At(row).Place?.Group : null, profile.Place?.Group);
        if (!isKnown)
            _rows[profile.Id] = row = _rows.Count;
        if (row / Segment.Size == _segments.Count)
            _segments.Add(Own(new Segment(_schema)));
        Writable(row / Segment.Size).Put(row % Segment.Size, profile);
    }

    public void Remove(string id)
    {
        if (!_rows.Remove(id, out var row))
            return;
        Regroup(id, At(row).Place?.Group, null);
        var lastRow = _rows.Count;
        var lastSegment = Writable(lastRow / Segment.Size);
        var moved = lastSegment.Profiles[lastRow % Segment.Size];
        lastSegment.RemoveLast();
        if (lastSegment.Count == 0)
            _segments.RemoveAt(_segments.Count - 1);
        if (row == lastRow)
            return;
        Writable(row / Segment.Size).Put(row % Segment.Size, moved);
        _rows[moved.Id] = row;
    }

    private Profile At(int row) => _segments[row / Segment.Size].Profiles[row % Segment.Size];

    private void Regroup(string id, string? before, string? after)
    {
        if (before == after)
            return;
        if (before is not null)
            Group(before).Remove(id);
        if (after is not null)
            Group(after).Add(id);
    }

    private HashSet<string> Group(string group) =>
        _groups.TryGetValue(group, out var ids)
            ? ids
            : _groups[group] = new(groups.GetValueOrDefault(group, []), StringComparer.Ordinal);

    private Segment Writable(int index) =>
        _ownSegments.Contains(_segments[index]) ? _segments[index] : _segments[index] = Own(_segments[index].Copy());

    private Segment Own(Segment segment)
    {
        _ownSegments.Add(segment);
        return segment;
    }
}
