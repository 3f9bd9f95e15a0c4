using System.Collections.Immutable;

namespace Matchmaker.Matching.Upgrades;

/// <summary>Neighbouring groups that are told as one.</summary>
/// <param name="First">The index of the first of them.</param>
/// <param name="Last">The index of the last of them.</param>
/// <param name="Count">How many firms they hold together; at least <see cref="Withholding.Fewest"/>.</param>
public sealed record JoinedGroups(int First, int Last, int Count);

/// <summary>Groups without an order, as far as they are told.</summary>
/// <param name="Listed">Whether each group is told by itself.</param>
/// <param name="Others">
/// All that is not, in one number: 0, or at least <see cref="Withholding.Fewest"/>; null: withheld, and no group is
/// told.
/// </param>
public sealed record ListedGroups(ImmutableArray<bool> Listed, int? Others);

/// <summary>
/// Which figures of a district are told: none of one to four firms is, nor follows from what is told for somebody who
/// knows these rules (upgrading.md, section 8). Pure.
/// </summary>
public static class Withholding
{
    /// <summary>The fewest firms that a figure counts.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// Ordered groups: neighbours are joined from the first group up until they hold enough, and a small rest at the
    /// end joins the last of them. Any group of a join could be the only one that is not empty, so no part of it
    /// follows.
    /// </summary>
    /// <param name="counts">The firms of each group, each firm in one group.</param>
    /// <returns>Together all groups, in their order; empty: all of them hold fewer than <see cref="Fewest"/>.</returns>
    public static ImmutableArray<JoinedGroups> Join(ImmutableArray<int> counts)
    {
        var joined = new List<JoinedGroups>();
        var (first, count) = (0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            count += counts[i];
            if (count < Fewest)
                continue;
            joined.Add(new(first, i, count));
            (first, count) = (i + 1, 0);
        }

        if (joined is [.., var last])
            joined[^1] = last with { Last = counts.Length - 1, Count = last.Count + count };
        return [.. joined];
    }

    /// <summary>
    /// Groups without an order, beside firms that are in none of them: a group that holds enough is told by itself.
    /// While all others together are few, but any, the smallest group that is told joins them. The others may always be
    /// firms that are in no group, so that nothing of a group among them follows.
    /// </summary>
    /// <param name="counts">The firms of each group, each firm in one group at most.</param>
    /// <param name="outside">The firms that are in no group.</param>
    public static ListedGroups List(ImmutableArray<int> counts, int outside)
    {
        var listed = counts.Select(count => count >= Fewest).ToArray();
        while (Others() is > 0 and < Fewest && listed.Contains(true))
            listed[Enumerable.Range(0, counts.Length).Where(i => listed[i]).MinBy(i => counts[i])] = false;
        var others = Others();
        return new([.. listed], others is 0 && listed.Contains(true) || others >= Fewest ? others : null);

        int Others() => outside + counts.Where((_, i) => !listed[i]).Sum();
    }

    /// <summary>
    /// How many of all firms have something: told where at least <see cref="Fewest"/> have it, and either none or at
    /// least as many have it not. None and a few look alike.
    /// </summary>
    /// <returns>Null: withheld.</returns>
    public static int? Share(int count, int total) =>
        count < Fewest || total - count is > 0 and < Fewest ? null : count;
}
