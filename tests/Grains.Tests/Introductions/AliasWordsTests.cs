using System.Collections.Immutable;
using Matchmaker.Grains.Aliases;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>
/// The words of aliases read like the name of a project in a letter: two neutral words, easily said in each language.
/// The table holds how each is read in Cantonese and Mandarin, checked by hand; the tests look for readings to avoid.
/// </summary>
public sealed class AliasWordsTests
{
    // Death, dirt, abuse, illness, loss, and numbers, which a list of projects could be confused with.
    private static readonly ImmutableHashSet<string> AvoidedInCantonese =
    [
        .. "sei2 sei3 si1 si2 gau1 gau2 cat1 lan2 hai1 puk1 diu2 caan2 ham6 song1 ngaam4 gwai2 zyu1 ceon1".Split(' '),
        .. "syu1 fan4 cau3 ban6 zin6 baai6 jam4".Split(' '),
        .. "jat1 ji6 loeng5 saam1 ng5 luk6 baat3 sap6 baak3 cin1 maan6 ling4".Split(' '),
    ];

    private static readonly ImmutableHashSet<string> AvoidedInMandarin =
    [
        .. "si3 shi1 shi3 cao3 cao4 ri4 bi1 diao3 niao3 ji1 gou3 gui3 zhu1 yin2 sha1 sha3 chou4 jian4".Split(' '),
        .. "gang1 sang1 ai2 fen2 shu1 bai4 pi4 luan3".Split(' '),
        .. "yi1 er4 liang3 san1 si4 wu3 liu4 qi1 ba1 jiu3 shi2 bai3 qian1 wan4 ling2".Split(' '),
    ];

    // Two syllables in a row, whatever their tones, inside a word or where two words meet.
    private static readonly ImmutableHashSet<string> AvoidedTogetherInCantonese =
    [
        "puk gaai",
        "ham gaa",
        "diu lei",
        "lan joeng",
        "wu tou",
        "mou jung",
        "mou cin",
        "si fat",
        "can gwo",
    ];

    private static readonly ImmutableHashSet<string> AvoidedTogetherInMandarin =
    [
        "sha bi",
        "wang ba",
        "hun dan",
        "ben dan",
        "gun dan",
        "hu tu",
        "cao ni",
        "ta ma",
        "qian zou",
        "si wang",
        "dao mei",
        "po chan",
        "shi bai",
        "fan zui",
    ];

    // Names of places and of neighbours of the office, which could be taken for where a project goes.
    private static readonly ImmutableHashSet<char> Places = [.. "灣湾塘涌角嶺岭島岛港龍城九觀观啟启邨"];

    public static TheoryData<string> Readings => ["jyutping", "pinyin"];

    [Fact]
    public void Each_place_has_words_for_many_aliases() => Assert.True(Words("1").Length * Words("2").Length >= 1_300);

    [Fact]
    public void Each_word_is_one_English_word_and_two_Han_characters_with_a_reading_each() =>
        Assert.All(
            All(),
            word =>
            {
                Assert.Matches("^[A-Z][a-z]{2,11}$", word["en"]);
                Assert.Matches("^[\u4e00-\u9fff]{2}$", word["zh_hant"]);
                Assert.Matches("^[\u4e00-\u9fff]{2}$", word["zh_hans"]);
                Assert.Matches("^[a-z]{1,6}[1-6] [a-z]{1,6}[1-6]$", word["jyutping"]);
                Assert.Matches("^[a-zü]{1,6}[1-5] [a-zü]{1,6}[1-5]$", word["pinyin"]);
            }
        );

    [Fact]
    public void No_word_names_a_place() =>
        Assert.All(
            All().Where(word => word["zh_hant"] != "龍膽"), // gentian, a flower
            word => Assert.DoesNotContain(word["zh_hant"] + word["zh_hans"], Places.Contains)
        );

    [Theory]
    [InlineData("en")]
    [InlineData("zh_hant")]
    [InlineData("zh_hans")]
    [InlineData("jyutping")]
    [InlineData("pinyin")]
    public void No_two_words_are_written_or_read_alike(string column) =>
        Assert.Equal(All().Length, All().Select(word => word[column]).Distinct().Count());

    [Fact]
    public void A_character_is_read_alike_in_every_word()
    {
        var readings = new Dictionary<(string, char), string>();
        foreach (var word in All())
        {
            foreach (var (script, reading) in new[] { ("zh_hant", "jyutping"), ("zh_hans", "pinyin") })
            {
                for (var i = 0; i < 2; i++)
                {
                    var read = word[reading].Split(' ')[i];
                    Assert.Equal(read, readings.GetValueOrDefault((reading, word[script][i]), read));
                    readings[(reading, word[script][i])] = read;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void No_syllable_sounds_like_a_word_to_avoid(string reading)
    {
        var avoided = reading == "pinyin" ? AvoidedInMandarin : AvoidedInCantonese;
        Assert.All(All(), word => Assert.Empty(word[reading].Split(' ').Intersect(avoided)));
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public void No_pair_of_words_reads_like_an_expression_to_avoid(string reading)
    {
        var avoided = reading == "pinyin" ? AvoidedTogetherInMandarin : AvoidedTogetherInCantonese;
        foreach (var first in Words("1"))
        {
            foreach (var second in Words("2"))
            {
                var said = $"{first[reading]} {second[reading]}".Split(' ').Select(one => one.TrimEnd(Tones)).ToList();
                Assert.Empty(said.Zip(said.Skip(1), (one, next) => $"{one} {next}").Intersect(avoided));
            }
        }
    }

    [Fact]
    public void No_two_pairs_read_alike_and_none_repeats_a_character_where_its_words_meet()
    {
        var seen = new HashSet<string>();
        foreach (var first in Words("1"))
        {
            foreach (var second in Words("2"))
            {
                Assert.True(seen.Add(first["en"] + second["en"]));
                Assert.True(seen.Add(first["zh_hant"] + second["zh_hant"]));
                Assert.NotEqual(first["zh_hant"][1], second["zh_hant"][0]);
                Assert.NotEqual(first["zh_hans"][1], second["zh_hans"][0]);
            }
        }
    }

    private static readonly char[] Tones = [.. "123456"];

    private static ImmutableArray<IReadOnlyDictionary<string, string>> All() =>
        [.. Csv.Embedded(typeof(AliasRules).Assembly, "Aliases.alias-words.csv")];

    private static ImmutableArray<IReadOnlyDictionary<string, string>> Words(string place) =>
        [.. All().Where(word => word["place"] == place)];
}
