using System.Runtime.CompilerServices;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// Up to 1 024 profiles of a catalogue, also as columns of whole numbers. Never changed once a catalogue holds it; a copy shares its
/// columns until it writes another number to one.
/// </summary>
internal sealed class Segment
{
    public const int Size = 1024;

    // Because most columns of a sparse board are wholly unknown, they all share this one.
    private static readonly int[] AllUnknown = Enumerable.Repeat(CompiledCriterion.Unknown, Size).ToArray();

    private readonly ColumnSchema _layout;
    private readonly Profile[] _profiles;
    private readonly ulong[] _keys;
    private readonly bool[] _isPublic;
    private readonly int[][] _columns;
    private readonly Value?[]?[] _values;
    private readonly bool[] _isOwn;
    private readonly string[]?[] _words;
    private InvertedIndex? _terms;

    public Segment(ColumnSchema layout)
    {
        _layout = layout;
        _profiles = new Profile[Size];
        _keys = new ulong[Size];
        _isPublic = new bool[Size];
        _columns = [.. Enumerable.Repeat(AllUnknown, layout.Columns)];
        _values =
        [
            .. layout.Board.Attributes.Select(attribute =>
                ColumnSchema.KeepsValues(attribute) ? new Value?[Size] : null
            ),
        ];
        _isOwn = new bool[layout.Columns];
        _words = new string[]?[Size];
    }

    private Segment(Segment other)
    {
        _layout = other._layout;
        _profiles = [.. other._profiles];
        _keys = [.. other._keys];
        _isPublic = [.. other._isPublic];
        _columns = [.. other._columns];
        _values = [.. other._values.Select(column => column?.ToArray())];
        _isOwn = new bool[_columns.Length];
        _words = [.. other._words];
        Count = other.Count;
    }

    public int Count { get; private set; }

    public ReadOnlySpan<Profile> Profiles => _profiles.AsSpan(0, Count);

    /// <summary>The row as a demand ranks it.</summary>
    public Ranked Rank(int row, in RowScore score) => new(_profiles[row], _keys[row], score.Points, score.UnknownMusts);

    /// <summary>A block of the same rows that its maker may change until it is handed over.</summary>
    public Segment Copy() => new(this);

    /// <summary>The rows that the viewer may see, written into <paramref name="rows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<int> Visible(Viewer viewer, int[] rows)
    {
        var count = 0;
        for (var row = 0; row < Count; row++)
        {
            if (
                viewer.Office
                || (viewer.Open && _isPublic[row])
                || (viewer.Owner is not null && viewer.MaySee(_profiles[row]))
            )
                rows[count++] = row;
        }

        return rows.AsSpan(0, count);
    }

    /// <summary>The rows by words and claims, made at the first call; two callers at once make the same twice.</summary>
    public InvertedIndex Terms()
    {
        if (_terms is { } made)
            return made;
        for (var row = 0; row < Count; row++)
            _words[row] ??= [.. (_profiles[row].Texts ?? []).SelectMany(text => Tokens.Of(text)).Distinct()];
        return _terms = new(this, _layout.Board, _words.AsSpan(0, Count)!);
    }

    /// <summary>The readings of a column of the layout, row by row.</summary>
    public ReadOnlySpan<int> Column(int column) => _columns[column].AsSpan(0, Count);

    /// <summary>The values of an attribute of tags or of points, by its place on the board, row by row.</summary>
    public ReadOnlySpan<Value?> Values(int place) => _values[place]!;

    /// <summary>The profiles of which anything becomes stale or expires between two days.</summary>
    public IEnumerable<Profile> ExpiringBetween(DateOnly before, DateOnly after)
    {
        var turns = new bool[Count];
        for (var column = _layout.Fresh; column < _layout.Columns; column++)
        {
            var fresh = Column(column);
            for (var row = 0; row < fresh.Length; row++)
                turns[row] |= fresh[row] < before.DayNumber != fresh[row] < after.DayNumber;
        }

        return Enumerable
            .Range(0, Count)
            .Where(row => turns[row] || _layout.ClaimsTurn(_profiles[row], before, after))
            .Select(row => _profiles[row]);
    }

    /// <summary>Puts a profile in a row of the block, or in the next one.</summary>
    public void Put(int row, Profile profile)
    {
        _terms = null;
        _words[row] = null;
        _profiles[row] = profile;
        _keys[row] = IdKey.Of(profile.Id);
        _isPublic[row] = profile.Public;
        for (var place = 0; place < _values.Length; place++)
        {
            if (_values[place] is { } values)
                values[row] = profile.Values.GetValueOrDefault(_layout.Board.Attributes[place].Code);
        }

        Count = Math.Max(Count, row + 1);
        Span<int> cells = stackalloc int[_layout.Columns];
        _layout.Write(profile, cells);
        for (var column = 0; column < cells.Length; column++)
        {
            if (_columns[column][row] != cells[column])
                Writable(column)[row] = cells[column];
        }
    }

    /// <summary>Drops the last row.</summary>
    public void RemoveLast()
    {
        _terms = null;
        _words[--Count] = null;
        _profiles[Count] = null!;
    }

    private int[] Writable(int column)
    {
        if (!_isOwn[column])
            _columns[column] = [.. _columns[column]];
        _isOwn[column] = true;
        return _columns[column];
    }
}
