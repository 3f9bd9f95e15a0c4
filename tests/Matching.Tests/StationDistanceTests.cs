using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>The distance to the nearest exit of a station (matching.md section 2).</summary>
public class StationDistanceTests
{
    private static readonly Lexicon Lexicon = new(TaxonomySet.BuiltIn);

    [Fact]
    public void The_nearest_exit_is_the_nearest_of_all_exits_anywhere_in_Hong_Kong()
    {
        var random = new Random(1);
        for (var round = 0; round < 4000; round++)
        {
            var isFar = round % 4 == 0;
            var place = isFar
                ? new PointValue(22.1 + (0.5 * random.NextDouble()), 113.8 + (0.7 * random.NextDouble()))
                : new PointValue(22.28 + (0.07 * random.NextDouble()), 114.18 + (0.08 * random.NextDouble()));
            Assert.Equal(
                StationTable.All.SelectMany(station => station.Exits).Min(exit => GreatCircle.Metres(place, exit)),
                StationDistance.From(place)
            );
        }
    }

    [Fact]
    public void A_stations_own_position_counts_for_nothing()
    {
        Assert.Equal(11, StationTable.All.Length);
        Assert.All(StationTable.All, station => Assert.NotEmpty(station.Exits));
        Assert.All(StationTable.All, station => Assert.True(StationDistance.From(station.Exits[0]) == 0));
        Assert.True(StationDistance.From(StationTable.All[0].Position) > 0);
    }

    [Fact]
    public void No_record_states_it()
    {
        var error = Assert.Single(
            ValueRules
                .Check(
                    BoardTable.Sites,
                    ImmutableDictionary<string, Value>.Empty.Add("stationDistance", Some.Number(100)),
                    "values"
                )
                .Errors
        );
        Assert.Equal(("values.stationDistance", "derived"), (error.Path, error.Code));
        Assert.Equal(
            ["sites", "partners"],
            BoardTable
                .All.Where(board => board.Attributes.Any(attribute => attribute.Derived))
                .Select(board => board.Code)
        );
    }

    [Theory]
    [InlineData("Near MTR", 500)]
    [InlineData("near the MTR station", 500)]
    [InlineData("close to MTR", 500)]
    [InlineData("近港鐵", 500)]
    [InlineData("近港铁", 500)]
    [InlineData("近地鐵站", 500)]
    [InlineData("港鐵站附近", 500)]
    [InlineData("港铁站附近", 500)]
    [InlineData("300 m from MTR", 300)]
    [InlineData("within 800m of the MTR", 800)]
    [InlineData("距離港鐵站300米", 300)]
    [InlineData("距离港铁站300米", 300)]
    [InlineData("MTR 300 m", 300)]
    public void Words_for_nearness_are_read_as_a_greatest_distance(string text, int metres)
    {
        foreach (var board in new[] { BoardTable.Sites, BoardTable.Partners })
        {
            var question = ParsedSearch.Parse(Lexicon, text).For(board);
            var criterion = Assert.Single(question.Criteria);
            Assert.Equal(
                ("stationDistance", Op.AtMost, Some.Number(metres)),
                (criterion.Attribute, criterion.Op, criterion.Limit)
            );
            Assert.Empty(question.Words);
        }
    }

    [Theory]
    [InlineData("近港鐵，五千呎", "area 465", "stationDistance 500")]
    [InlineData("觀塘站附近五千呎", "area 465", "location 500")]
    [InlineData("4.5 m near MTR", "headroom 4.5", "stationDistance 500")]
    [InlineData("3000 sq ft, 600 m from Kwun Tong station", "area 279", "location 600")]
    public void A_size_or_a_height_beside_a_station_is_no_distance(string text, string first, string second) =>
        Assert.Equal(
            new[] { first, second }.Order(StringComparer.Ordinal),
            ParsedSearch
                .Parse(Lexicon, text)
                .For(BoardTable.Sites)
                .Criteria.Select(criterion => $"{criterion.Attribute} {((NumberValue)criterion.Limit!).Number:0.##}")
                .Order(StringComparer.Ordinal)
        );
}
