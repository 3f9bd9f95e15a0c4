using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Visits;

/// <summary>
/// Puts the stops of a visit in order: the order that ends first; of these, the one with the least walking; of these,
/// the one that is nearest to the order given. Exact: it tries every order and leaves a beginning as soon as it ends
/// later than the best. Pure.
/// </summary>
public static class RoutePlanner
{
    /// <summary>The most stops of one task: all orders of eight are tried in milliseconds.</summary>
    public const int MaxStops = 8;

    /// <summary>Stays begin on multiples of so many minutes.</summary>
    public const int Step = 5;

    /// <exception cref="ArgumentException">There are more than <see cref="MaxStops"/> stops.</exception>
    public static RouteResult Plan(RouteTask task)
    {
        if (task.Stops.Length > MaxStops)
            throw new ArgumentException($"At most {MaxStops} stops.", nameof(task));
        var distances = new Distances(task);
        ImmutableArray<int> all = [.. Enumerable.Range(0, task.Stops.Length)];
        if (new Search(task, distances, all).Best() is { } route)
            return new(route, []);
        return new(
            null,
            Enumerable
                .Range(1, task.Stops.Length)
                .SelectMany(size => Choices(all, size))
                .FirstOrDefault(left => new Search(task, distances, [.. all.Except(left)]).Best() is not null, all)
        );
    }

    /// <summary>The earliest minute from which a stay fits; null: none.</summary>
    /// <param name="free">In order, joined.</param>
    internal static int? EarliestStart(ImmutableArray<DaySpan> free, int arrival, int stay)
    {
        foreach (var span in free)
        {
            var start = (Math.Max(arrival, span.From) + Step - 1) / Step * Step;
            if (start + stay <= span.To)
                return start;
        }

        return null;
    }

    // All subsets of a size, in the order of their members.
    private static IEnumerable<ImmutableArray<int>> Choices(ImmutableArray<int> among, int size) =>
        size == 0
            ?
            [
                [],
            ]
            : among.SelectMany(
                (first, at) => Choices(among[(at + 1)..], size - 1).Select(rest => rest.Insert(0, first))
            );

    /// <summary>The minutes on foot between all places of a task.</summary>
    private sealed class Distances(RouteTask task)
    {
        private readonly int[][] _between =
        [
            .. task.Stops.Select(from => task.Stops.Select(to => Walking.Minutes(from.Place, to.Place)).ToArray()),
        ];

        private readonly int[] _fromStart = Ways(task, task.Start);
        private readonly int[] _toEnd = Ways(task, task.End);

        /// <param name="from">Null: the start.</param>
        public int To(int? from, int stop) => from is { } last ? _between[last][stop] : _fromStart[stop];

        /// <param name="from">Null: no stop was visited.</param>
        public int ToEnd(int? from) => from is { } last ? _toEnd[last] : 0;

        private static int[] Ways(RouteTask task, PointValue? place) =>
            [.. task.Stops.Select(stop => place is { } known ? Walking.Minutes(known, stop.Place) : 0)];
    }

    private sealed class Search
    {
        private readonly RouteTask _task;
        private readonly Distances _distances;
        private readonly ImmutableArray<int> _stops;
        private readonly ImmutableArray<DaySpan>[] _free;
        private readonly Stack<RouteLeg> _legs = [];
        private readonly bool[] _visited;
        private Route? _best;

        public Search(RouteTask task, Distances distances, ImmutableArray<int> stops)
        {
            _task = task;
            _distances = distances;
            _stops = stops;
            _free = [.. task.Stops.Select(stop => DaySpan.Common(stop.Free, [task.Window]))];
            _visited = new bool[task.Stops.Length];
        }

        public Route? Best()
        {
            Visit(null, _task.Window.From, 0);
            return _best;
        }

        private void Visit(int? last, int now, int walked)
        {
            if (_legs.Count == _stops.Length)
            {
                Finish(now + _distances.ToEnd(last), walked + _distances.ToEnd(last));
                return;
            }

            foreach (var stop in Next())
            {
                var walk = _distances.To(last, stop);
                var stay = _task.Stops[stop].Stay;
                if (EarliestStart(_free[stop], now + walk, stay) is not { } start || IsTooLate(start + stay))
                    continue;
                _visited[stop] = true;
                _legs.Push(new(stop, walk, new(start, start + stay)));
                Visit(stop, start + stay, walked + walk);
                _legs.Pop();
                _visited[stop] = false;
            }
        }

        // Stops are tried in their order, so that the first of equally good routes is the nearest to that order.
        private IEnumerable<int> Next() =>
            _task.KeepsOrder ? [_stops[_legs.Count]] : _stops.Where(stop => !_visited[stop]);

        private bool IsTooLate(int minute) => _best is { } best && minute > best.Ends;

        private void Finish(int ends, int walked)
        {
            if (
                ends > _task.Window.To
                || (_best is { } best && (ends, walked).CompareTo((best.Ends, best.Walked)) >= 0)
            )
                return;
            _best = new([.. _legs.Reverse()], ends, walked);
        }
    }
}
