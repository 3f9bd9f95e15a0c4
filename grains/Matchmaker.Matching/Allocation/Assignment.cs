namespace Matchmaker.Matching.Allocation;

/// <param name="Column">The space's number.</param>
/// <param name="Score">In whole millionths of 100.</param>
internal readonly record struct Wish(int Column, int Score);

/// <summary>
/// The assignment of rows to columns with the highest worth, by shortest augmenting paths (Jonker and Volgenant 1987).
/// A row that is placed is worth more than all scores together, so the most rows are placed first. A row that gets no
/// column takes a column of its own that is worth nothing; these follow the real columns. Prices and gains prove that
/// no other assignment is better: no row gains more by another column at its price, and a column that nobody has costs
/// nothing.
/// </summary>
internal sealed class Assignment
{
    private const int None = -1;
    private const long MaxScore = 1_000_000;

    private readonly IReadOnlyList<IReadOnlyList<Wish>> _wishes;
    private readonly int _columns;
    private readonly long _placed;
    private readonly long[] _gain; // of a row: what it is worth beyond the price of its column
    private readonly long[] _price; // of a column
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;

    /// <param name="wishes">For each row its columns, rising.</param>
    /// <param name="columns">How many there are.</param>
    public Assignment(IReadOnlyList<IReadOnlyList<Wish>> wishes, int columns)
    {
        (_wishes, _columns) = (wishes, columns);
        _placed = (MaxScore * wishes.Count) + 1;
        (_gain, _price) = (new long[wishes.Count], new long[columns + wishes.Count]);
        (_columnOf, _rowOf) = (new int[wishes.Count], new int[columns + wishes.Count]);
        Array.Fill(_columnOf, None);
        Array.Fill(_rowOf, None);
    }

    public int Rows => _wishes.Count;

    /// <summary>The real columns and each row's own.</summary>
    public int Columns => _rowOf.Length;

    public bool IsPlaced(int row) => _columnOf[row] < _columns;

    public int ColumnOf(int row) => _columnOf[row];

    /// <summary>The row that has the column; -1: nobody.</summary>
    public int RowOf(int column) => _rowOf[column];

    public bool IsFree(int column) => _price[column] == 0;

    /// <summary>The columns of which the row gains as much as of its own: the best assignments use no other.</summary>
    public IEnumerable<int> BestFor(int row)
    {
        foreach (var wish in _wishes[row])
        {
            if (Loss(row, wish) == 0)
                yield return wish.Column;
        }

        if (_gain[row] == 0)
            yield return _columns + row;
    }

    public void Give(int column, int row) => (_columnOf[row], _rowOf[column]) = (column, row);

    public void Release(int column) => _rowOf[column] = None;

    public void Solve()
    {
        for (var row = 0; row < Rows; row++)
        {
            _gain[row] = _wishes[row].Select(wish => _placed + wish.Score - _price[wish.Column]).Append(0).Max();
            Insert(row);
        }
    }

    /// <summary>
    /// The rows that compete with an unplaced one, and all columns that they wish for: one fewer than the rows.
    /// </summary>
    public (IReadOnlyCollection<int> Rows, IReadOnlyCollection<int> Columns) Contest(int row)
    {
        var (rows, columns) = (new HashSet<int> { row }, new HashSet<int>());
        for (var open = new Queue<int>([row]); open.TryDequeue(out var next); )
        {
            foreach (var wish in _wishes[next].Where(wish => columns.Add(wish.Column)))
            {
                if (rows.Add(_rowOf[wish.Column]))
                    open.Enqueue(_rowOf[wish.Column]);
            }
        }

        return (rows, columns);
    }

    private long Loss(int row, Wish wish) => _gain[row] + _price[wish.Column] - _placed - wish.Score;

    // The cheapest way to a column that nobody has: each row on the way moves on to the next column.
    private void Insert(int start)
    {
        var (distance, from) = (new Dictionary<int, long>(), new Dictionary<int, int>());
        var (open, done) = (new PriorityQueue<int, long>(), new HashSet<int>());
        Relax(start, 0);
        int end;
        while (true)
        {
            end = open.Dequeue();
            if (done.Contains(end))
                continue;
            if (_rowOf[end] == None)
                break;
            done.Add(end);
            Relax(_rowOf[end], distance[end]);
        }

        var length = distance[end];
        _gain[start] -= length;
        foreach (var column in done)
        {
            _price[column] += length - distance[column];
            _gain[_rowOf[column]] -= length - distance[column];
        }

        for (var column = end; ; )
        {
            var row = from[column];
            var left = _columnOf[row];
            Give(column, row);
            if (row == start)
                return;
            column = left;
        }

        void Relax(int row, long far)
        {
            foreach (var wish in _wishes[row])
                Reach(row, wish.Column, far + Loss(row, wish));
            Reach(row, _columns + row, far + _gain[row]);
        }

        void Reach(int row, int column, long far)
        {
            if (distance.TryGetValue(column, out var known) && known <= far)
                return;
            (distance[column], from[column]) = (far, row);
            open.Enqueue(column, far);
        }
    }
}
