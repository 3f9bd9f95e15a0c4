using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

/// <summary>A text that is a record's name finds it, however the name is written.</summary>
public class NameTests
{
    [Theory]
    [InlineData("Fuk Wing Industrial Building", "Fuk Wing Ind. Bldg.")]
    [InlineData("Fuk Wing Industrial Building", "fuk wing industrial")]
    [InlineData("福榮工業大廈", "福荣工业大厦")]
    [InlineData("福榮工業大廈", "福榮工業")]
    [InlineData("16 Hung To Road", "No. 16 Hung To Rd")]
    [InlineData("鴻圖道16號", "鸿图道１６号")]
    [InlineData("永泰精密五金有限公司", "永泰精密五金")]
    [InlineData("Wing Tai Metal Limited", "WING TAI METAL LTD.")]
    [InlineData("Wing Tai Metal Company Limited", "Wing Tai Metal Co Ltd")]
    [InlineData("D.J. Building", "DJ Building")]
    [InlineData("94 & 96 How Ming Street", "94 and 96 How Ming St")]
    [InlineData("Yeung Yiu Chung (No.5) Industrial Building", "yeung yiu chung no 5 industrial building")]
    [InlineData("Kwong Sang Hong Centre", "Kwong Sang Hong Center")]
    [InlineData("73-75 Hung To Road", "73–75 Hung To Road")]
    [InlineData("Kwun Tong Industrial Centre Phase 2", "Kwun Tong Ind. Center")]
    [InlineData("Hoplite Industrial Centre (Block A)", "hoplite industrial centre")]
    [InlineData("Camel Paint Building, Blocks 1-3", "Camel Paint Bldg")]
    [InlineData("觀塘工業中心第二期", "观塘工业中心")]
    [InlineData("駱駝漆大廈1-3座", "駱駝漆大廈")]
    public void Other_ways_to_write_a_name_find_it(string name, string text) =>
        Assert.Equal(["a"], Found([("a", name)], text));

    [Theory]
    [InlineData("Wing Hing Industrial Building", "Wing Hing")]
    [InlineData("觀塘工業中心第一期", "觀塘工業中心第二期")]
    [InlineData("16 Hung To Road", "6 Hung To Road")]
    [InlineData("Building", "")]
    [InlineData("", "")]
    [InlineData("International Company", "Company")]
    public void Another_name_does_not(string name, string text) => Assert.Empty(Found([("a", name)], text));

    [Theory]
    [InlineData("Prosperity Center 創富中心", 1)]
    [InlineData("创富中心 Prosperity Centre", 1)]
    [InlineData("Prosperity Center 創業中心", 0)]
    public void A_name_in_two_scripts_is_found_where_both_are_the_records(string text, int found) =>
        Assert.Equal(
            found,
            IndexSnapshot
                .Empty(BoardTable.Sites)
                .With([Profile("a", "Prosperity Center", "創富中心"), Profile("b", "Prosperity Center")], [])
                .Named(new(false, null), text)
                .Length
        );

    [Fact]
    public void The_name_as_it_is_comes_before_a_longer_one() =>
        Assert.Equal(
            ["b", "a"],
            Found([("a", "Harbour Building"), ("b", "Harbour"), ("c", "Harbour Works")], "harbour")
        );

    private static IEnumerable<string> Found((string Id, string Name)[] names, string text) =>
        IndexSnapshot
            .Empty(BoardTable.Sites)
            .With([.. names.Select(pair => Profile(pair.Id, pair.Name)), Profile("hidden", [names[0].Name], false)], [])
            .Named(new(false, null), text)
            .Select(profile => profile.Id);

    private static Profile Profile(string id, params string[] names) => Profile(id, names, true);

    private static Profile Profile(string id, string[] names, bool isPublic) =>
        new(
            id,
            ImmutableSortedDictionary<string, Value>.Empty,
            ImmutableSortedDictionary<string, DateOnly>.Empty,
            isPublic,
            null,
            Texts: [.. names],
            Names: [.. names]
        );
}
