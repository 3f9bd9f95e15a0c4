using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>Lists in another order than by score (matching.md section 4).</summary>
public class ListOrderTests
{
    private const int Rounds = 1500;

    [Fact]
    public void A_list_in_any_order_begins_as_the_oracles_does()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var (profiles, order) = (some.Profiles(board, some.Int(80)), SomeOrder(some, board));
            var query = new Query(
                some.Criteria(board),
                some.Int(30),
                Some.Today,
                new(Office: true, null),
                Order: ListOrder.Parse(order, board).Value
            );
            var found = IndexSnapshot.Empty(board).With(profiles, []).Search(query);
            var expected = Sorted(Oracle.List(board, query.Criteria, profiles, query.AsOf), order);

            Assert.Equal(expected.Count, found.Count);
            Assert.True(
                expected.Take(query.Top).SequenceEqual(found.Matches.Select(match => match.Id)),
                $"seed {seed}: {order}"
            );
        }
    }

    [Fact]
    public void Near_misses_stand_in_the_order_of_the_list()
    {
        for (var seed = 0; seed < Rounds / 3; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var (profiles, order) = (some.Profiles(board, some.Int(80)), SomeOrder(some, board));
            var query = new Query(
                some.Criteria(board),
                0,
                Some.Today,
                new(Office: true, null),
                Order: ListOrder.Parse(order, board).Value
            );
            var report = IndexSnapshot.Empty(board).With(profiles, []).NearMisses(query, top: 7);
            foreach (var miss in report.NearMisses)
            {
                var expected = Sorted(
                    profiles
                        .Select(profile => Oracle.Of(board, query.Criteria, profile, query.AsOf))
                        .Where(opinion =>
                            opinion.Unmet == 1
                            && opinion.Lines[miss.Criterion] is { Must: true, Outcome: Results.Outcome.Unmet }
                        ),
                    order
                );
                Assert.True(
                    expected.Take(7).SequenceEqual(miss.Matches.Select(match => match.Id)),
                    $"seed {seed}: {order}"
                );
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-score")]
    [InlineData("--area")]
    [InlineData("Area")]
    [InlineData("zone")]
    [InlineData("uses")]
    [InlineData("location")]
    [InlineData("readiness")]
    public void What_is_no_number_or_date_of_the_board_is_no_order(string text) =>
        Assert.Equal("order", Assert.Single(ListOrder.Parse(text, BoardTable.Sites).Errors).Path);

    [Fact]
    public void An_order_of_several_boards_is_of_any_of_them()
    {
        Assert.Equal(new("readiness", true), ListOrder.Parse("-readiness", [.. BoardTable.All]).Value);
        Assert.Null(ListOrder.Parse("score", [.. BoardTable.All]).Value);
        Assert.Null(ListOrder.Parse(null, [.. BoardTable.All]).Value);
    }

    [Fact]
    public void A_board_without_the_attribute_stays_by_score()
    {
        var some = new Some(1);
        var index = IndexSnapshot.Empty(BoardTable.Partners).With(some.Profiles(BoardTable.Partners, 60), []);
        var query = new Query(some.Criteria(BoardTable.Partners), 20, Some.Today, new(Office: true, null));
        Assert.Equal(
            index.Search(query).Matches.Select(match => match.Id),
            index.Search(query with { Order = new("rent", false) }).Matches.Select(match => match.Id)
        );
    }

    private static string SomeOrder(Some some, Board board)
    {
        List<string> codes =
        [
            .. board
                .Attributes.Where(attribute => attribute.Kind is AttributeKind.Number or AttributeKind.Date)
                .Select(attribute => attribute.Code),
        ];
        return (some.Chance(0.5) ? "-" : "") + codes[some.Int(codes.Count)];
    }

    // By the words of the page alone: unknown last, then the value, the score, the id.
    private static List<string> Sorted(IEnumerable<Oracle.Opinion> opinions, string order)
    {
        var sign = order.StartsWith('-') ? -1 : 1;
        return
        [
            .. opinions
                .Select(opinion => (opinion, value: opinion.Profile.Values.GetValueOrDefault(order.TrimStart('-'))))
                .OrderBy(pair => pair.value is null)
                .ThenBy(pair => sign * Key(pair.value))
                .ThenByDescending(pair => pair.opinion.Points)
                .ThenBy(pair => pair.opinion.Profile.Id, StringComparer.Ordinal)
                .Select(pair => pair.opinion.Profile.Id),
        ];
    }

    private static decimal Key(Value? value) =>
        value switch
        {
            NumberValue number => number.Number,
            DayValue day => day.Day.DayNumber,
            _ => 0,
        };
}
