using System.Collections.Immutable;
using Matchmaker.Matching.Upgrades;
using Xunit;

namespace Matchmaker.Matching.Tests.Upgrades;

/// <summary>
/// What somebody who knows the rules finds out from what is told: all sizes that groups could have are tried, and no
/// group, nor any number of groups together, is known to hold one to four firms.
/// </summary>
public class WithholdingTests
{
    private const int Most = 13;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_part_of_joined_groups_follows(int groups) =>
        Assert.Empty(Leaks(All(groups), counts => string.Join(' ', Withholding.Join(counts))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_group_among_others_follows(int groups) =>
        Assert.Empty(
            Leaks(
                All(groups + 1),
                counts =>
                {
                    var (listed, others) = Withholding.List(counts[..^1], counts[^1]);
                    return string.Join(' ', listed.Select((told, i) => told ? $"{counts[i]}" : "-")) + $" {others}";
                }
            )
        );

    [Fact]
    public void Neither_those_who_have_something_nor_the_others_follow() =>
        Assert.Empty(
            Leaks(
                All(2),
                counts =>
                    $"{Withholding.Share(counts.Sum(), counts.Sum())}: {Withholding.Share(counts[0], counts.Sum())}"
            )
        );

    /// <summary>An earlier rule, by which a group of five and its withheld neighbours are known.</summary>
    [Fact]
    public void A_rule_that_withholds_the_next_smallest_group_too_leaks()
    {
        var leaks = Leaks(All(3), Told);
        Assert.Contains("13: 5 - -", leaks);

        static string Told(ImmutableArray<int> counts)
        {
            var few = counts.Count(count => count < Withholding.Fewest);
            var withheld = Enumerable
                .Range(0, 3)
                .OrderBy(i => counts[i])
                .Take(few == 0 ? 0 : Math.Max(2, few))
                .ToList();
            var told = counts.Select((count, i) => withheld.Contains(i) ? "-" : $"{count}");
            return $"{counts.Sum()}: {string.Join(' ', told)}";
        }
    }

    [Fact]
    public void Joins_hold_every_group_once_in_order_and_enough_each() =>
        Assert.All(
            All(5),
            counts =>
            {
                var joined = Withholding.Join(counts);
                if (counts.Sum() < Withholding.Fewest)
                {
                    Assert.Empty(joined);
                    return;
                }

                Assert.Equal(
                    Enumerable.Range(0, 5),
                    joined.SelectMany(each => Enumerable.Range(each.First, each.Last - each.First + 1))
                );
                Assert.All(joined, each => Assert.Equal(counts[each.First..(each.Last + 1)].Sum(), each.Count));
                Assert.All(joined, each => Assert.True(each.Count >= Withholding.Fewest));
            }
        );

    [Fact]
    public void Groups_that_hold_enough_are_told_unless_the_others_would_be_few() =>
        Assert.All(
            All(4),
            counts =>
            {
                var (listed, others) = Withholding.List(counts[..^1], counts[^1]);
                var small = counts.Where((count, i) => i == 3 || count < Withholding.Fewest).Sum();
                var large = counts[..^1].Count(count => count >= Withholding.Fewest);
                Assert.Equal(
                    small is > 0 and < Withholding.Fewest && large > 0 ? large - 1 : large,
                    listed.Count(told => told)
                );
                Assert.All(listed.Index(), each => Assert.True(!each.Item || counts[each.Index] >= Withholding.Fewest));
                var left = counts.Where((_, i) => i == 3 || !listed[i]).Sum();
                Assert.Equal(counts.Sum() < Withholding.Fewest ? null : left, others);
            }
        );

    [Theory]
    [InlineData(4, 20, null)]
    [InlineData(5, 20, 5)]
    [InlineData(15, 20, 15)]
    [InlineData(16, 20, null)]
    [InlineData(19, 20, null)]
    [InlineData(20, 20, 20)]
    [InlineData(0, 20, null)]
    [InlineData(5, 7, null)]
    public void A_share_is_told_where_neither_side_of_it_is_few(int count, int total, int? told) =>
        Assert.Equal(told, Withholding.Share(count, total));

    /// <summary>
    /// What is told where it is certain that the firms of some groups together are one to four: of all sizes that would
    /// be told in the same way, none says otherwise.
    /// </summary>
    private static List<string> Leaks(
        IEnumerable<ImmutableArray<int>> possible,
        Func<ImmutableArray<int>, string> told
    ) =>
        [
            .. possible
                .GroupBy(told)
                .Where(alike =>
                    Enumerable
                        .Range(1, (1 << alike.First().Length) - 1)
                        .Any(groups =>
                            alike.All(counts =>
                                counts.Where((_, i) => (groups & (1 << i)) != 0).Sum() is > 0 and < Withholding.Fewest
                            )
                        )
                )
                .Select(alike => alike.Key),
        ];

    /// <summary>All sizes of so many groups that together hold a number of firms up to the most.</summary>
    private static IEnumerable<ImmutableArray<int>> All(int groups, int most = Most) =>
        groups == 0
            ?
            [
                [],
            ]
            : Enumerable
                .Range(0, most + 1)
                .SelectMany(count => All(groups - 1, most - count).Select(rest => rest.Insert(0, count)));
}
