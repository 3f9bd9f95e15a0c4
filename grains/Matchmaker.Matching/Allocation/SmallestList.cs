namespace Matchmaker.Matching.Allocation;

/// <summary>
/// Of all best assignments the one whose list of columns is smallest, row by row. Each of them uses best columns alone
/// and gives away every column that has a price. So one is turned into another by a ring of moves: a row takes a
/// column, whoever had it takes another, until the first row's column is taken, or a column without a price is left.
/// </summary>
internal sealed class SmallestList
{
    private readonly Assignment _assignment;
    private readonly List<int>[] _best; // of each row, rising
    private readonly List<int>[] _wishers; // of each column: the rows for which it is among the best
    private readonly bool[] _isSettled;

    private SmallestList(Assignment assignment)
    {
        (_assignment, _isSettled) = (assignment, new bool[assignment.Rows]);
        _best = [.. Enumerable.Range(0, assignment.Rows).Select(row => assignment.BestFor(row).ToList())];
        _wishers = [.. Enumerable.Range(0, assignment.Columns).Select(_ => new List<int>())];
        for (var row = 0; row < assignment.Rows; row++)
        {
            foreach (var column in _best[row])
                _wishers[column].Add(row);
        }
    }

    public static void Choose(Assignment assignment)
    {
        var list = new SmallestList(assignment);
        for (var row = 0; row < assignment.Rows; row++)
        {
            var left = assignment.ColumnOf(row);
            list._isSettled[row] = true;
            List<int> smaller = [.. list._best[row].TakeWhile(column => column < left)];
            if (smaller.Count == 0)
                continue;
            var ways = list.WaysTo(left);
            var taken = smaller.FindIndex(ways.Lead);
            if (taken >= 0)
                list.Turn(row, smaller[taken], left, ways);
        }
    }

    private Ways WaysTo(int left)
    {
        var ways = new Ways(_assignment, left);
        var open = new Queue<int>([left]);
        while (open.TryDequeue(out var column))
        {
            if (ways.Exchange is null && _assignment.IsFree(column) && (column == left || IsHeld(column)))
            {
                ways.Exchange = column;
                foreach (var held in MoveToNobodys(ways, left))
                    open.Enqueue(held);
            }

            foreach (var row in _wishers[column].Where(row => !_isSettled[row]))
            {
                var held = _assignment.ColumnOf(row);
                if (held != column && ways.Add(held, column))
                    open.Enqueue(held);
            }
        }

        return ways;
    }

    // Any column that nobody has will do.
    private IEnumerable<int> MoveToNobodys(Ways ways, int left)
    {
        for (var row = 0; row < _assignment.Rows; row++)
        {
            var held = _assignment.ColumnOf(row);
            if (
                !_isSettled[row]
                && _best[row].FindIndex(column => column != left && _assignment.RowOf(column) < 0) is >= 0 and var at
                && ways.Add(held, _best[row][at])
            )
                yield return held;
        }
    }

    private bool IsHeld(int column) => _assignment.RowOf(column) is >= 0 and var row && !_isSettled[row];

    private void Turn(int row, int column, int left, Ways ways)
    {
        _assignment.Release(left);
        while (true)
        {
            var before = _assignment.RowOf(column);
            _assignment.Give(column, row);
            if (column == left)
                return;
            if (before < 0)
            {
                // Nobody had it: another column is left instead.
                column = ways.Exchange!.Value;
                if (column == left)
                    return;
                before = _assignment.RowOf(column);
                _assignment.Release(column);
            }

            (row, column) = (before, ways.Next(column));
        }
    }

    /// <summary>From which columns a ring of moves ends at one that was left, and where their rows move.</summary>
    private sealed class Ways(Assignment assignment, int left)
    {
        private readonly Dictionary<int, int> _next = [];

        /// <summary>
        /// A column that can be left without loss where one that nobody has is taken; null: there is none.
        /// </summary>
        public int? Exchange { get; set; }

        public bool Add(int held, int column) => held != left && _next.TryAdd(held, column);

        public int Next(int column) => _next[column];

        public bool Lead(int column) =>
            _next.ContainsKey(column) || (Exchange is not null && assignment.RowOf(column) < 0);
    }
}
