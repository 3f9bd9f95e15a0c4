using System.Numerics;

namespace Matchmaker.Matching.Consortium;

/// <summary>A firm as far as the choice of a consortium looks at it.</summary>
/// <param name="Lines">The lines that it covers, as bits; never none.</param>
/// <param name="Points">Its score of the whole demand in millionths.</param>
internal readonly record struct Member(int Lines, long Points, string Id);

/// <summary>
/// The best cover, found exactly: two firms that cover the same lines never stand in one smallest set, so the best of each kind is enough
/// (at most 4 095), and a set is built by always covering the lowest line that is open, layer by layer of its size. At most
/// 12 layers × 4 096 states × 2 048 firms, so it needs no time limit and no bound.
/// </summary>
internal static class Covering
{
    /// <param name="lines">How many lines there are: 1 to 12.</param>
    /// <returns>Fewest members, then the most points, then the least sorted ids one by one; null: some line is covered by nobody.</returns>
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
            // Because every member of a smallest set covers the lowest open line at its turn in some order, no other order is tried.
            foreach (var (rank, member) in byLine[BitOperations.TrailingZeroCount(~covered)])
            {
                ref var held = ref next[covered | member.Lines];
                if (held is null || partial.IsBetterWith(rank, member.Points, held.Value))
                    held = partial.With(rank, member.Points);
            }
        }

        return next;
    }

    // In the ordinal order of ids, so that a rank compares as its id does.
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
                .Select((member, at) => new Kind(at, member)),
        ];

    private readonly record struct Kind(int At, Member Member);

    /// <summary>Some members of a set: their points together and their ranks, ascending.</summary>
    private readonly record struct Partial(long Points, int[] Ranks)
    {
        public bool IsBetterWith(int rank, long points, in Partial other) =>
            Points + points > other.Points
            || (Points + points == other.Points && Sorted(rank).AsSpan().SequenceCompareTo(other.Ranks) < 0);

        public Partial With(int rank, long points) => new(Points + points, Sorted(rank));

        private int[] Sorted(int rank)
        {
            var at = ~Array.BinarySearch(Ranks, rank);
            return [.. Ranks[..at], rank, .. Ranks[at..]];
        }
    }
}
