using CsCheck;
using Matchmaker.Grains.Aliases;
using Matchmaker.Matching;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Tests.Introductions;

public sealed class AliasTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz "], 0, 30],
        Gen.String[Gen.Char["琥珀蔚藍靛青瑪瑙玛雲杉云紫藤雪松蓝机械科技"], 0, 8],
        Gen.OneOfConst("Amber Spruce Ltd", "Teal Maple", "琥珀雪松有限公司", "玛瑙", "Brocadetech", "oak@tide.hk")
    );

    [Fact]
    public void An_alias_shares_no_three_letters_and_no_two_Han_characters_with_any_name() =>
        Gen.Select(Names.List[0, 8], Gen.Int[0, 1_000_000])
            .Sample(
                (names, seed) =>
                {
                    var chance = new Random(seed);
                    var alias = AliasRules.Pick(names, [], chance.Next);
                    var (own, foreign) = (alias.All.SelectMany(Runs).ToHashSet(), names.SelectMany(Runs));
                    Assert.Empty(own.Intersect(foreign));
                }
            );

    [Fact]
    public void No_two_counterparts_know_a_party_by_the_same_alias()
    {
        var chance = new Random(11);
        var taken = new HashSet<LocalText>();
        for (var i = 0; i < 5_000; i++)
            Assert.True(taken.Add(AliasRules.Pick(["Robots Ltd"], taken, chance.Next)));
    }

    [Theory]
    [InlineData("Amber Spruce", "Chamber of Trade")]
    [InlineData("Tide Orchid", "orchestra@labs.hk")]
    public void Three_letters_inside_a_word_are_a_hint(string alias, string name) =>
        Assert.True(AliasRules.Hints(new(alias), [name]));

    [Fact]
    public void Variants_of_a_character_are_the_same_hint() =>
        Assert.True(AliasRules.Hints(new(ZhHant: "蒼松"), ["苍松科技"]));

    // A second implementation of the rule: consecutive letters, consecutive Han characters.
    private static IEnumerable<string> Runs(string text)
    {
        var plain = Folding.Characters(text);
        for (var i = 0; i < plain.Length; i++)
        {
            if (
                i + 2 < plain.Length
                && plain.AsSpan(i, 3) is var three
                && char.IsAsciiLetter(three[0])
                && char.IsAsciiLetter(three[1])
                && char.IsAsciiLetter(three[2])
            )
                yield return three.ToString();
            if (
                i + 1 < plain.Length
                && plain[i] >= '\u3400'
                && plain[i] <= '\u9fff'
                && plain[i + 1] >= '\u3400'
                && plain[i + 1] <= '\u9fff'
            )
                yield return plain.Substring(i, 2);
        }
    }
}
