using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Runs;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// Up to 1 024 profiles of an index, also as columns of whole numbers. Immutable once a snapshot holds it; a copy
/// shares columns until it writes a different number to one.
/// </summary>
internal sealed class Segment
{
    public const int Size = 1024;

    // Most columns of a sparse board are wholly unknown and share this one.
    private static readonly int[] AllUnknown = Enumerable.Repeat(CompiledCriterion.Unknown, Size).ToArray();

    private readonly ColumnSchema _schema;
    private readonly Profile[] _profiles;
    private readonly ulong[] _idKeys;
    private readonly ulong[] _public;
    private readonly ulong[] _held;
    private readonly ulong[] _floorSpots;
    private readonly int[][] _columns;
    private readonly Value?[]?[] _values;
    private readonly bool[] _isOwnColumn;
    private readonly string[]?[] _words;
    private readonly ImmutableArray<Waiver>?[] _waivers;
    private readonly Hold?[] _holds;
    private readonly UseColumn?[] _uses;
    private InvertedIndex? _invertedIndex;

    public Segment(ColumnSchema schema)
    {
        _schema = schema;
        _profiles = new Profile[Size];
        _idKeys = new ulong[Size];
        _public = new ulong[RowSet.Words];
        _held = new ulong[RowSet.Words];
        _floorSpots = new ulong[Size];
        _columns = [.. Enumerable.Repeat(AllUnknown, schema.ColumnCount)];
        _values =
        [
            .. schema.Board.Attributes.Select(attribute =>
                ColumnSchema.IsStoredAsValue(attribute) ? new Value?[Size] : null
            ),
        ];
        _isOwnColumn = new bool[schema.ColumnCount];
        _words = new string[]?[Size];
        _waivers = new ImmutableArray<Waiver>?[Size];
        _holds = new Hold?[Size];
        _uses = new UseColumn?[schema.GatedUses];
    }

    private Segment(Segment other)
    {
        _schema = other._schema;
        _profiles = [.. other._profiles];
        _idKeys = [.. other._idKeys];
        _public = [.. other._public];
        _held = [.. other._held];
        _floorSpots = [.. other._floorSpots];
        _columns = [.. other._columns];
        _values = [.. other._values.Select(column => column?.ToArray())];
        _isOwnColumn = new bool[_columns.Length];
        _words = [.. other._words];
        _waivers = [.. other._waivers];
        _holds = [.. other._holds];
        _uses = new UseColumn?[other._uses.Length];
        Count = other.Count;
    }

    public int Count { get; private set; }

    public ReadOnlySpan<Profile> Profiles => _profiles.AsSpan(0, Count);

    /// <summary>The row with its score, as input to the ranking.</summary>
    public Ranked Rank(int row, in RowScore score) =>
        new(_profiles[row], _idKeys[row], score.Points, score.UnknownMusts);

    /// <summary>A copy that its creator may change until a snapshot holds it.</summary>
    public Segment Copy() => new(this);

    /// <summary>The rows that the viewer may see, written into <paramref name="rows"/>.</summary>
    public Span<int> Visible(Viewer viewer, int[] rows)
    {
        Span<ulong> visible = stackalloc ulong[RowSet.Words];
        Visible(viewer, visible);
        return RowSet.ToRows(visible, rows);
    }

    /// <summary>The rows that the viewer may see, as a set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Visible(Viewer viewer, Span<ulong> rows)
    {
        RowSet.Fill(rows, Count);
        if (!viewer.Office)
        {
            if (viewer.Open)
                RowSet.And(rows, _public);
            else
                rows.Clear();
            for (var row = 0; row < Count && viewer.Owner is not null; row++)
            {
                if (_profiles[row].Owner == viewer.Owner)
                    RowSet.Add(rows, row);
            }
        }

        for (var word = 0; word < RowSet.Words; word++)
        {
            for (var held = rows[word] & _held[word]; held != 0; held &= held - 1)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(held);
                if (!viewer.MaySee(_holds[row]))
                    rows[word] &= ~(1UL << row);
            }
        }
    }

    /// <summary>
    /// The rows by words and claims, built on the first call; concurrent first calls build equal copies.
    /// </summary>
    public InvertedIndex GetInvertedIndex()
    {
        if (_invertedIndex is { } existing)
            return existing;
        for (var row = 0; row < Count; row++)
            _words[row] ??= InvertedIndex.WordsOf(_profiles[row]);
        return _invertedIndex = new(this, _schema.Board, _words.AsSpan(0, Count)!);
    }

    /// <summary>The numbers of a column of the schema, by row.</summary>
    public ReadOnlySpan<int> Column(int column) => _columns[column].AsSpan(0, Count);

    /// <summary>
    /// A use of the gated attribute on that day. Kept for the day and the table last asked for; concurrent first calls
    /// build equal copies.
    /// </summary>
    public UseColumn Use(int use, DateOnly day, GateTable table) =>
        _uses[use] is { } kept && kept.IsFor(day, table)
            ? kept
            : _uses[use] = UseColumn.Of(this, _schema, use, day, table);

    /// <summary>The waivers of each row's profile; null: none.</summary>
    public ReadOnlySpan<ImmutableArray<Waiver>?> Waivers => _waivers.AsSpan(0, Count);

    /// <summary>By row where the space stands, as <see cref="FloorSpot"/> writes it.</summary>
    public ReadOnlySpan<ulong> FloorSpots => _floorSpots.AsSpan(0, Count);

    /// <summary>The values of a tags or point attribute, given its index on the board, by row.</summary>
    public ReadOnlySpan<Value?> Values(int attributeIndex) => _values[attributeIndex]!;

    /// <summary>
    /// The profiles in which a value becomes stale, a claim expires or a gate turns between the two days.
    /// </summary>
    /// <param name="turned">What differs between the tables of the two days.</param>
    public IEnumerable<Profile> ExpiringBetween(DateOnly before, DateOnly after, TurnedRules turned)
    {
        var expires = new bool[Count];
        for (var column = _schema.FirstFreshColumn; column < _schema.ColumnCount; column++)
        {
            var freshUntil = Column(column);
            for (var row = 0; row < freshUntil.Length; row++)
                expires[row] |= freshUntil[row] < before.DayNumber != freshUntil[row] < after.DayNumber;
        }

        UseColumn.MarkTurned(this, _schema, turned, expires);
        UseColumn.MarkEndedWaivers(this, before, after, expires);
        return Enumerable
            .Range(0, Count)
            .Where(row => expires[row] || _schema.ClaimsExpireBetween(_profiles[row], before, after))
            .Select(row => _profiles[row]);
    }

    /// <summary>The profiles that a turned rule concerns.</summary>
    public IEnumerable<Profile> Turned(TurnedRules turned)
    {
        var rows = new bool[Count];
        UseColumn.MarkTurned(this, _schema, turned, rows);
        return Enumerable.Range(0, Count).Where(row => rows[row]).Select(row => _profiles[row]);
    }

    /// <summary>The uses of which one table gives another verdict on that day than another table.</summary>
    public IEnumerable<UseChange> UseChanges(DateOnly day, GateTable before, GateTable after)
    {
        for (var use = 0; use < _uses.Length; use++)
        {
            var code = _schema.Board.Attributes[_schema.GatedAttribute].Values[use].Code;
            // Not kept: the day or the table is most often another one than that of searches.
            var (old, now) = (
                UseColumn.Of(this, _schema, use, day, before),
                UseColumn.Of(this, _schema, use, day, after)
            );
            for (var row = 0; row < Count; row++)
            {
                if (old.VerdictAt(row) is var was && now.VerdictAt(row) is var becomes && was != becomes)
                    yield return new(_profiles[row].Id, code, was, becomes);
            }
        }
    }

    /// <summary>Writes a profile to an existing row or the next free one.</summary>
    public void Put(int row, Profile profile)
    {
        _invertedIndex = null;
        _words[row] = null;
        Array.Clear(_uses);
        _waivers[row] = profile.Waivers;
        _holds[row] = profile.Hold;
        _profiles[row] = profile;
        _idKeys[row] = IdKey.Of(profile.Id);
        RowSet.Set(_public, row, profile.Public);
        RowSet.Set(_held, row, profile.Hold is not null);
        for (var attributeIndex = 0; attributeIndex < _values.Length; attributeIndex++)
        {
            if (_values[attributeIndex] is { } values)
                values[row] = profile.Values.GetValueOrDefault(_schema.Board.Attributes[attributeIndex].Code);
        }

        Count = Math.Max(Count, row + 1);
        Span<int> cells = stackalloc int[_schema.ColumnCount];
        _schema.Encode(profile, cells);
        for (var column = 0; column < cells.Length; column++)
        {
            if (_columns[column][row] != cells[column])
                Writable(column)[row] = cells[column];
        }

        _floorSpots[row] = FloorSpot.Of(profile.Place, _schema, cells);
    }

    /// <summary>Removes the last row.</summary>
    public void RemoveLast()
    {
        _invertedIndex = null;
        Array.Clear(_uses);
        _words[--Count] = null;
        _profiles[Count] = null!;
    }

    private int[] Writable(int column)
    {
        if (!_isOwnColumn[column])
            _columns[column] = [.. _columns[column]];
        _isOwnColumn[column] = true;
        return _columns[column];
    }
}
