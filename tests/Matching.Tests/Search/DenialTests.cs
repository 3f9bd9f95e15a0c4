using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

/// <summary>What a text denies is asked for as denied, or said to be not understood; never as its opposite.</summary>
public class DenialTests
{
    private static readonly Lexicon Words = new(TaxonomySet.BuiltIn);

    private static readonly string[] Denials =
    [
        "no {0}",
        "not {0}",
        "without {0}",
        "-{0}",
        "無{0}",
        "不要{0}",
        "沒有{0}",
        "没有 {0}",
        "无 {0}",
    ];

    public static TheoryData<string> Ways => [.. Denials];

    [Theory]
    [InlineData("no dangerous goods", "dangerousGoodsStore=no")]
    [InlineData("Kwun Tong without a dangerous goods store", "district=kwunTong, dangerousGoodsStore=no")]
    [InlineData("無危險品 觀塘", "district=kwunTong, dangerousGoodsStore=no")]
    [InlineData("觀塘無煤氣", "district=kwunTong, gas=no")]
    [InlineData("无尘室", "cleanRoom")]
    [InlineData("沒有無塵室", "cleanRoom=no")]
    [InlineData("without gas or sprinklers", "gas=no, sprinklers=no")]
    [InlineData("no gas, sprinklers", "gas=no, sprinklers")]
    [InlineData("sprinklers no gas", "gas=no, sprinklers")]
    [InlineData("no dangerous goods in building", "dangerousGoodsNeighbour=no")]
    [InlineData("no 24-hour cooling", "airConditioning24h=no")]
    [InlineData("煤氣 不要", "gas=no")]
    [InlineData("no goods lift", "goodsLifts≤0")]
    [InlineData("沒有煤氣和花灑", "gas=no")]
    [InlineData("no gas and a clean room", "cleanRoom, gas=no")]
    [InlineData("we don't want gas", "gas=no")]
    [InlineData(
        "not Kwun Tong not San Po Kong",
        "district=ngauTauKok|kowloonBay|kaiTak|yauTong|sciencePark|cyberport|hetao|elsewhere"
    )]
    [InlineData("Kwun Tong Kowloon Bay -kowloon-bay", "district=kwunTong")]
    [InlineData("-godown", "kind=flattedFactory|industrialOffice|office|laboratory|parkFactory|dataCentre")]
    [InlineData("非貨倉", "kind=flattedFactory|industrialOffice|office|laboratory|parkFactory|dataCentre")]
    [InlineData("煤氣不要 花灑", "gas=no, sprinklers")]
    [InlineData("no gas, exhaust or sprinklers", "gas=no, exhaust=no, sprinklers=no")]
    [InlineData("no gas/sprinklers", "gas=no, sprinklers=no")]
    [InlineData("sprinklers: no, gas: yes", "gas, sprinklers=no")]
    [InlineData("煤氣：有；花灑：無", "gas, sprinklers=no")]
    [InlineData("煤氣 ✓ 花灑 ✗", "gas, sprinklers=no")]
    [InlineData("無煤氣、花灑", "gas=no")]
    [InlineData("未有花灑", "sprinklers=no")]
    [InlineData("neither gas nor sprinklers", "gas=no, sprinklers=no")]
    [InlineData("free from dangerous goods", "dangerousGoodsStore=no")]
    [InlineData("DG free building", "dangerousGoodsStore=no")]
    [InlineData("never a godown", "kind=flattedFactory|industrialOffice|office|laboratory|parkFactory|dataCentre")]
    [InlineData("不是貨倉", "kind=flattedFactory|industrialOffice|office|laboratory|parkFactory|dataCentre")]
    [InlineData("smaller than 500 m2", "area≤500")]
    [InlineData("should not exceed 500 m2", "area≤500")]
    [InlineData("must not be smaller than 500 m2", "area≥500")]
    [InlineData("不可少於500平方米", "area≥500")]
    [InlineData("樓底唔可以矮過14呎", "headroom≥4.27")]
    [InlineData("no more than 500 m2", "area≤500")]
    [InlineData("not less than 500 m2", "area≥500")]
    [InlineData("rent not above $14/ft2", "rent≤150.7")]
    [InlineData("300 -500 m2", "area300-500")]
    [InlineData("5-axis 24-hour access", "access24h")]
    public void A_denied_flag_is_no_and_a_denied_code_is_any_other(string text, string asked) =>
        Assert.Equal(asked, SearchTextTests.Criteria(Ask(text, BoardTable.Sites)));

    [Theory]
    [InlineData("anywhere but Kwun Tong")]
    [InlineData("avoid Kwun Tong")]
    [InlineData("other than Kwun Tong")]
    [InlineData("apart from Kwun Tong")]
    [InlineData("outside Kwun Tong")]
    [InlineData("Kwun Tong not considered")]
    [InlineData("nowhere near Kwun Tong")]
    [InlineData("避開觀塘")]
    [InlineData("不考慮觀塘")]
    [InlineData("觀塘不考慮")]
    [InlineData("唔想要觀塘")]
    [InlineData("觀塘免問")]
    public void A_denied_district_is_any_other(string text) =>
        Assert.Equal(
            "district=ngauTauKok|kowloonBay|kaiTak|sanPoKong|yauTong|sciencePark|cyberport|hetao|elsewhere",
            SearchTextTests.Criteria(Ask(text, BoardTable.Sites))
        );

    [Theory]
    [InlineData("any district except Kwun Tong and Kowloon Bay")]
    [InlineData("不要觀塘、九龍灣")]
    [InlineData("唔要觀塘同九龍灣")]
    [InlineData("no Kwun Tong/Kowloon Bay")]
    public void Denied_districts_are_all_left_out(string text) =>
        Assert.Equal(
            "district=ngauTauKok|kaiTak|sanPoKong|yauTong|sciencePark|cyberport|hetao|elsewhere",
            SearchTextTests.Criteria(Ask(text, BoardTable.Sites))
        );

    [Theory]
    [InlineData("我們不做食品")]
    [InlineData("唔做食品廠")]
    [InlineData("我哋唔係做食品")]
    [InlineData("we don't do food")]
    public void A_denied_trade_leaves_out_its_use(string text)
    {
        var question = Ask(text, BoardTable.Sites);

        Assert.Empty(question.Criteria);
        Assert.Equal("uses~foodFactory", SearchTextTests.Written(question.Excluded));
    }

    [Theory]
    [InlineData("CNC not ISO 9001", "capabilities>process/machining/cnc", "certifications>iso-9001")]
    [InlineData("數控加工 不要 鋁合金", "capabilities>process/machining/cnc", "materials>metals/aluminium")]
    [InlineData("no NDA -injection moulding", "confidentiality=no", "capabilities>process/plastics/injection")]
    public void A_denied_tag_leaves_out_who_has_it(string text, string asked, string excluded)
    {
        var question = Ask(text, BoardTable.Partners);

        Assert.Equal(asked, SearchTextTests.Criteria(question));
        Assert.Equal(excluded, SearchTextTests.Written(question.Excluded));
        Assert.Empty(question.Words);
    }

    [Fact]
    public void A_denied_use_leaves_out_the_spaces_that_allow_it() =>
        Assert.Equal("uses~foodFactory", SearchTextTests.Written(Ask("沒有食品廠", BoardTable.Sites).Excluded));

    [Theory]
    [InlineData("not 500 m2")]
    [InlineData("without 3噸貨𨋢")]
    [InlineData("no zyzzyva")]
    [InlineData("no need for a clean room")]
    [InlineData("不需要無塵室")]
    [InlineData("with or without gas")]
    [InlineData("no rent")]
    [InlineData("not without gas")]
    [InlineData("no sprinklers needed")]
    [InlineData("gas isn't necessary")]
    [InlineData("gas not a must")]
    [InlineData("煤氣可有可無")]
    [InlineData("煤氣唔係必要")]
    [InlineData("no neighbours with dangerous goods")]
    [InlineData("no smelly food factory")]
    [InlineData("不打算做食品廠")]
    [InlineData("not next to food factories")]
    [InlineData("clean room: not required")]
    [InlineData("無塵室：唔需要")]
    [InlineData("clean room N/A")]
    [InlineData("觀塘就唔使喇")]
    [InlineData("far from Kwun Tong")]
    [InlineData("without")]
    public void A_denial_without_a_sure_meaning_asks_nothing_and_stays_a_term(string text)
    {
        var parsed = ParsedSearch.Parse(Words, text);

        Assert.NotEmpty(parsed.Terms);
        Assert.All(BoardTable.All, board => Assert.True(parsed.For(board).IsEmpty));
    }

    [Theory]
    [InlineData("Yeung Yiu Chung (No.5) Industrial Building")]
    [InlineData("No. 16 Hung To Road")]
    [InlineData("非凡中心")]
    public void A_number_sign_and_a_name_deny_nothing(string text) =>
        Assert.All(ParsedSearch.Parse(Words, text).Terms, term => Assert.Null(term.Denial));

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_flag_list_code_or_tag_is_ever_asked_for_by_its_denial(string way)
    {
        var opposite = new List<string>();
        foreach (var (text, board) in Terms().SelectMany(text => BoardTable.All, (text, board) => (text, board)))
        {
            var (asked, denied) = (Ask(text, board), Ask(string.Format(null, way, text), board));
            if (
                denied.Criteria.Any(criterion => criterion.Op is not Op.AnyOf && asked.Criteria.Contains(criterion))
                || denied.Criteria.Any(criterion =>
                    criterion.Op is Op.AnyOf
                    && asked.Criteria.Any(other =>
                        other.Attribute == criterion.Attribute
                        && other.Values!.Value.Intersect(criterion.Values!.Value).Any()
                    )
                )
            )
                opposite.Add($"{board.Code}: {text}");
        }

        Assert.Equal("", string.Join(", ", opposite));
    }

    private static IEnumerable<string> Terms() =>
        BoardTable
            .All.SelectMany(board => board.Attributes)
            .SelectMany(attribute =>
                attribute.Kind is AttributeKind.Flag
                    ? attribute.Label.All
                    : attribute.Values.SelectMany(entry => entry.Label.All)
            )
            .Concat(TaxonomySet.BuiltIn.All.SelectMany(list => list.Terms).SelectMany(term => term.Label.All))
            .Distinct();

    private static BoardQuestion Ask(string text, Board board) => ParsedSearch.Parse(Words, text).For(board);
}
