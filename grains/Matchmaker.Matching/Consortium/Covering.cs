using System.Numerics;

namespace Matchmaker.Matching.Consortium;

/// <summary>The data about a firm that the choice of a consortium needs.</summary>
/// <param name="Lines">The lines that the firm covers, as bits; at least one.</param>
/// <param name="Points">The firm's score for the whole demand, in millionths.</param>
internal readonly record struct Member(int Lines, long Points, string Id);

/// <summary>
/// Exact minimum set cover. Two firms that cover the same lines never stand in one smallest set, so the best firm of
/// each line set is enough (at most 4 095). Sets grow layer by layer in size, each time by a firm that covers the
/// lowest uncovered line. The work is at most 12 layers × 4 096 states × 2 048 firms, so no time limit is needed.
/// </summary>
internal static class Covering
{
    /// <param name="lines">The number of lines: 1 to 12.</param>
    /// <returns>
    /// The set with the fewest members, then the most points, then the smallest sorted ids; null: no firm covers some
    /// line.
    /// </returns>
    public static IReadOnlyList<Member>? Best(IEnumerable<Member> candidates, int lines)
    {
        var kinds = BestOfEachKind(candidates);
        var byLine = Enumerable
            .Range(0, lines)
            .Select(line => kinds.Where(kind => ((kind.Member.Lines >> line) & 1) == 1).ToArray())
            .ToArray();
        if (byLine.Any(kind => kind.Length == 0))
            return null;
        var full = (1 << lines) - 1;
        var layer = new Partial?[full + 1];
        layer[0] = new(0, []);
        while (layer[full] is null)
            layer = Next(layer, byLine);
        return [.. layer[full]!.Value.Ranks.Select(rank => kinds[rank].Member)];
    }

    private static Partial?[] Next(Partial?[] layer, Kind[][] byLine)
    {
        var next = new Partial?[layer.Length];
        for (var covered = 0; covered < layer.Length - 1; covered++)
        {
            if (layer[covered] is not { } partial)
                continue;
            // Some member of every cover covers the lowest uncovered line, so no other order needs to be tried.
            foreach (var (rank, member) in byLine[BitOperations.TrailingZeroCount(~covered)])
            {
                ref var held = ref next[covered | member.Lines];
                if (held is null || partial.IsBetterWith(rank, member.Points, held.Value))
                    held = partial.With(rank, member.Points);
            }
        }

        return next;
    }

    // Sorted by id, so that ranks compare as ids do.
    private static Kind[] BestOfEachKind(IEnumerable<Member> candidates) =>
        [
            .. candidates
                .GroupBy(member => member.Lines)
                .Select(kind =>
                    kind.OrderByDescending(member => member.Points)
                        .ThenBy(member => member.Id, StringComparer.Ordinal)
                        .First()
                )
                .OrderBy(member => member.Id, StringComparer.Ordinal)
                .Select((member, rank) => new Kind(rank, member)),
        ];

    private readonly record struct Kind(int Rank, Member Member);

    /// <summary>A partial set: the sum of its members' points and their ranks, ascending.</summary>
    private readonly record struct Partial(long Points, int[] Ranks)
    {
        public bool IsBetterWith(int rank, long points, in Partial other) =>
            Points + points > other.Points
            || (Points + points == other.Points && Sorted(rank).AsSpan().SequenceCompareTo(other.Ranks) < 0);

        public Partial With(int rank, long points) => new(Points + points, Sorted(rank));

        private int[] Sorted(int rank)
        {
            var position = ~Array.BinarySearch(Ranks, rank);
            return [.. Ranks[..position], rank, .. Ranks[position..]];
        }
    }
}
