using CsCheck;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

public class SearchTextTests
{
    private static readonly Lexicon Words = new(TaxonomySet.BuiltIn);

    [Theory]
    [InlineData("150磅樓底14呎三相200A 觀塘")]
    [InlineData("7.2 kPa 4.27 m 200 A three-phase Kwun Tong")]
    public void Trade_words_and_metric_units_ask_the_same(string text) =>
        Assert.Equal("headroom≥4.27, floorLoading≥7.2, power≥200, district=kwunTong", Written(text, BoardTable.Sites));

    [Theory]
    [InlineData("無塵室", "sites", "cleanRoom")]
    [InlineData("24小時冷氣 花灑 後備發電機", "sites", "airConditioning24h, backupPower, sprinklers")]
    [InlineData("貨倉 牛頭角", "sites", "district=ngauTauKok, kind=godown")]
    [InlineData("觀塘 九龍灣 工廈", "sites", "district=kwunTong|kowloonBay, kind=flattedFactory")]
    [InlineData("食品廠 觀塘", "sites", "district=kwunTong, uses~foodFactory")]
    [InlineData("5000呎 呎租$14", "sites", "area≥465, rent≤150.7")]
    [InlineData("$14/呎 5,000 sq ft", "sites", "area≥465, rent≤150.7")]
    [InlineData("租金 $14 psf 管理費 $3/呎", "sites", "rent≤150.7, managementFee≤32.3")]
    [InlineData("3噸貨𨋢", "sites", "liftCapacity≥3000")]
    [InlineData("貨𨋢", "sites", "goodsLifts≥1")]
    [InlineData("2部貨𨋢", "sites", "goodsLifts≥2")]
    [InlineData("3 goods lifts", "sites", "goodsLifts≥3")]
    [InlineData("40呎貨櫃 樓底14呎", "sites", "headroom≥4.27, vehicleLength≥16")]
    [InlineData("300-500 m2", "sites", "area300-500")]
    [InlineData("between 300 and 500 sqm", "sites", "area300-500")]
    [InlineData("300至500平方米", "sites", "area300-500")]
    [InlineData("大約 500 m2", "sites", "area450-550")]
    [InlineData("area under 500 m2", "sites", "area≤500")]
    [InlineData("500平方米以下", "sites", "area≤500")]
    [InlineData("rent at least $100/m2", "sites", "rent≥100")]
    [InlineData("built after 1990", "sites", "yearCompleted≥1990")]
    [InlineData("1.2萬呎", "sites", "area≥1115")]
    [InlineData("14呎樓底5000呎面積", "sites", "area≥465, headroom≥4.27")]
    [InlineData("2027年3月", "sites", "")]
    [InlineData("觀塘 入伙 1/3/2027", "sites", "availableFrom≤2027-03-01, district=kwunTong")]
    [InlineData("Kwun Tong available from 1 March 2027", "sites", "availableFrom≤2027-03-01, district=kwunTong")]
    [InlineData("2027年3月1日前 觀塘", "sites", "availableFrom≤2027-03-01, district=kwunTong")]
    [InlineData("after 1/3/2027, 5000 sq ft", "sites", "area≥465, availableFrom≥2027-03-01")]
    [InlineData("即租 觀塘", "sites", "availableFrom≤2026-11-21, district=kwunTong")]
    [InlineData("available immediately in Kwun Tong", "sites", "availableFrom≤2026-11-21, district=kwunTong")]
    [InlineData("11/21/2026", "sites", "")]
    [InlineData("CNC 1/3/2027", "opportunities", "needs>process/machining/cnc, startFrom≤2027-03-01")]
    [InlineData("floor area 14樓", "sites", "")]
    [InlineData("樓面面積 sq ft 12000", "sites", "area≥1115")]
    [InlineData("m2 500 觀塘", "sites", "area≥500, district=kwunTong")]
    [InlineData("lease term 12-7 months", "sites", "")]
    [InlineData("租期36個月", "sites", "leaseMonths≥36")]
    [InlineData("lease term 3 years", "sites", "leaseMonths≥36")]
    [InlineData("min headroom 4.5m, max rent $15/ft2", "sites", "rent≤161.5, headroom≥4.5")]
    [InlineData("唔該搵觀塘單位", "sites", "district=kwunTong")]
    [InlineData("bigger than 500 m2", "sites", "area≥500")]
    [InlineData("3000呎樓上", "sites", "area≥279")]
    [InlineData("不足500平方米", "sites", "area≤500")]
    [InlineData("將近500平方米", "sites", "area450-550")]
    [InlineData("rent above $100/m2 and below $150/m2", "sites", "rent≥100, rent≤150")]
    [InlineData("area below 800 m2 and above 500 m2", "sites", "area≥500, area≤800")]
    [InlineData("built 2010 or later", "sites", "yearCompleted≥2010")]
    [InlineData("租金每平方呎十四元五角", "sites", "rent≤156.1")]
    [InlineData("呎租14蚊半", "sites", "rent≤156.1")]
    [InlineData("想搵觀塘，樓底要高過14呎", "sites", "headroom≥4.27, district=kwunTong")]
    [InlineData("馬上入伙 觀塘", "sites", "availableFrom≤2026-11-21, district=kwunTong")]
    [InlineData("三個月後 觀塘", "sites", "availableFrom≥2027-02-21, district=kwunTong")]
    [InlineData("Kwun Tong after 3 months", "sites", "availableFrom≥2027-02-21, district=kwunTong")]
    [InlineData("兩星期後", "partners", "")]
    [InlineData("CNC spring 2027", "opportunities", "needs>process/machining/cnc, startFrom≤2027-05-31")]
    [InlineData("Kwun Tong available next March", "sites", "availableFrom≤2027-03-31, district=kwunTong")]
    [InlineData("G.F.A. 5000 sq ft", "sites", "area≥465")]
    [InlineData("465 sq. mtrs", "sites", "area≥465")]
    [InlineData("兩部三噸貨𨋢", "sites", "goodsLifts≥2, liftCapacity≥3000")]
    [InlineData("貨梯3噸2部", "sites", "goodsLifts≥2, liftCapacity≥3000")]
    [InlineData("三個上落貨位", "sites", "loadingBays≥3")]
    [InlineData("一個單位", "sites", "")]
    [InlineData("貨車位3個", "opportunities", "")]
    [InlineData("每呎唔過15蚊", "sites", "rent≤161.5")]
    [InlineData("每平方米不超過180元", "sites", "rent≤180")]
    [InlineData("headroom 3.8m min, area 500 m2", "sites", "area≥500, headroom≥3.8")]
    [InlineData("less than 20 years old", "sites", "yearCompleted≥2006")]
    [InlineData("十年內新樓", "sites", "")]
    [InlineData("三個月內 觀塘", "sites", "availableFrom≤2027-02-21, district=kwunTong")]
    [InlineData("more than 500 and less than 800 m2", "sites", "area≥500, area≤800")]
    [InlineData("多過500少過800平方米", "sites", "area≥500, area≤800")]
    [InlineData("min 500 max 800 m2", "sites", "area≥500, area≤800")]
    [InlineData("承重 7.5 千牛/平方米", "sites", "floorLoading≥7.5")]
    [InlineData("入伙：即時；觀塘", "sites", "availableFrom≤2026-11-21, district=kwunTong")]
    [InlineData("5米6樓底", "sites", "")]
    [InlineData("between 3/F and 8/F", "sites", "floor3-8")]
    [InlineData("5樓至10樓", "sites", "floor5-10")]
    [InlineData("三至八樓", "sites", "floor3-8")]
    [InlineData("貨𨋢門闊8呎", "sites", "liftDoorWidth≥2.44")]
    [InlineData("門高4米闊4米", "sites", "doorHeight≥4")]
    [InlineData("十八噸車", "sites", "")]
    [InlineData("wastewater discharge licence", "sites", "wastewater")]
    [InlineData("工業用地", "sites", "zone=I")]
    [InlineData("OU(B) zone", "sites", "zone=OU(B)")]
    [InlineData("for sale", "sites", "tenure=sale")]
    [InlineData(
        "電腦鑼 五軸 公差0.01mm",
        "partners",
        "capabilities>process/machining/cnc, capabilities>process/machining/cnc/five-axis, tolerance≤0.01"
    )]
    [InlineData(
        "±0.01 mm CNC ISO9001",
        "partners",
        "capabilities>process/machining/cnc, certifications>iso-9001, tolerance≤0.01"
    )]
    [InlineData(
        "注塑 MOQ 500 交貨期 3星期",
        "partners",
        "capabilities>process/plastics/injection, smallestOrder≤500, leadTime≤21"
    )]
    [InlineData("起訂量1000件以下 鋁合金", "partners", "materials>metals/aluminium, smallestOrder≤1000")]
    [InlineData("process/machining/cnc", "partners", "capabilities>process/machining/cnc")]
    [InlineData("製衣廠", "partners", "capabilities>textile/garment")]
    [InlineData("20 employees CNC", "partners", "capabilities>process/machining/cnc, employees≥20")]
    [InlineData("PCB 3天", "partners", "capabilities>electronics/pcb, leadTime≤3")]
    [InlineData("腫瘤學 TRL 6", "research", "fields>life/oncology, readiness≥6")]
    [InlineData("SEM", "research", "equipment>microscopy/sem")]
    [InlineData("CNC", "research", "technologies>process/machining/cnc")]
    [InlineData("金融科技", "opportunities", "industry=fintech")]
    [InlineData("SMT 電路板", "opportunities", "needs>electronics/assembly/pcba/smt, needs>electronics/pcb")]
    [InlineData("找 觀塘 的 工廠", "sites", "district=kwunTong")]
    [InlineData("i am looking for a space near Kwun Tong", "partners", "district=kwunTong")]
    public void A_text_asks_what_people_in_the_trade_mean(string text, string board, string asked) =>
        Assert.Equal(asked, Criteria(Ask(text, BoardTable.Find(board)!)));

    [Theory]
    [InlineData("海濱道151號", "151 + 海滨 滨道")]
    [InlineData("388 Kwun Tong Road", "388 + kwun + road + tong")]
    [InlineData("開源工業中心", "业中 中心 工业 开源 源工")]
    [InlineData("Camel Paint Building B12", "b12 + building + camel + paint")]
    [InlineData("駱駝漆大廈", "大厦 漆大 驼漆 骆驼")]
    [InlineData("1-3 Hing Yip Street", "1 3 + hing + street + yip")]
    public void Remaining_words_are_searched_in_names_and_addresses(string text, string words)
    {
        var question = Ask(text, BoardTable.Sites);

        Assert.Empty(question.Criteria);
        Assert.Equal(
            words,
            string.Join(
                " + ",
                question.Words.Select(word => string.Join(" | ", word.Select(phrase => string.Join(' ', phrase))))
            )
        );
    }

    [Fact]
    public void A_term_unknown_to_a_board_is_searched_by_all_its_names()
    {
        var word = Assert.Single(Ask("观塘", BoardTable.Research).Words);

        Assert.Contains(word, phrase => phrase.SequenceEqual(["观塘"]));
        Assert.Contains(word, phrase => phrase.SequenceEqual(["kwun", "tong"]));
    }

    [Fact]
    public void A_moved_term_is_asked_for_by_its_new_code()
    {
        var capabilities = TaxonomySet.BuiltIn.Find("capabilities")!;
        var moved = capabilities.Terms.Select(term =>
            term.Code == "process/machining/cnc" ? term with { MovedTo = "process/cnc" } : term
        );
        var lexicon = new Lexicon(
            TaxonomySet.BuiltIn.With(new("capabilities", [.. moved, new Term { Code = "process/cnc" }]))
        );

        Assert.Equal(
            "capabilities>process/cnc/five-axis",
            Criteria(ParsedSearch.Parse(lexicon, "五軸").For(BoardTable.Partners))
        );
    }

    [Fact]
    public void Only_the_first_500_characters_count() =>
        Assert.Equal(Ask("觀塘", BoardTable.Sites), Ask("觀塘" + new string(' ', 498) + "九龍灣", BoardTable.Sites));

    [Fact]
    public void The_order_of_words_does_not_matter()
    {
        string[] chunks =
        [
            "150磅",
            "樓底14呎",
            "三相200A",
            "觀塘",
            "無塵室",
            "5000呎",
            "CNC",
            "Camel Paint",
            "公差0.01mm",
            "呎租$14",
            "3噸貨𨋢",
            "鋁合金",
        ];
        Gen.Shuffle(chunks)
            .Sample(shuffled =>
            {
                foreach (var board in BoardTable.All)
                    Assert.Equal(Ask(string.Join(' ', chunks), board), Ask(string.Join(' ', shuffled), board));
            });
    }

    [Fact]
    public void No_text_makes_the_search_throw()
    {
        var signs = "0123456789.,-~$/ 呎磅萬aAkPm2至between and約≥±\uD800\uDC00觀塘無塵室\n'\"".ToCharArray();
        var any = Gen.OneOf(Gen.Int[0, 0xFFFF].Select(c => (char)c), Gen.OneOfConst(signs));
        any.Array[0, 60]
            .Sample(
                chars =>
                {
                    foreach (var board in BoardTable.All)
                        Assert.False(Ask(new string(chars), board).Criteria.IsDefault);
                },
                iter: 3000
            );
    }

    [Fact]
    public void The_labels_of_a_term_ask_the_same_in_every_language()
    {
        var labels = TaxonomySet
            .BuiltIn.All.SelectMany(taxonomy => taxonomy.Terms.Select(term => term.Label))
            .Concat(
                BoardTable
                    .All.SelectMany(board => board.Attributes)
                    .Where(attribute => attribute.Kind is AttributeKind.Flag)
                    .Select(attribute => attribute.Label)
            );
        var unequal = labels.Where(label =>
            BoardTable.All.Any(board => label.All.Select(text => Ask(text, board)).Distinct().Count() > 1)
        );
        Assert.Equal("", string.Join(", ", unequal.Select(label => label.En)));
    }

    internal static BoardQuestion Ask(string text, Board board) =>
        ParsedSearch.Parse(Words, text).For(board, Some.ReadingDay);

    internal static string Written(string text, Board board)
    {
        var question = Ask(text, board);
        Assert.Empty(question.Words);
        return Criteria(question);
    }

    internal static string Criteria(BoardQuestion question) => Written(question.Criteria);

    internal static string Written(IEnumerable<Criterion> criteria) =>
        string.Join(
            ", ",
            criteria.Select(criterion =>
                (criterion.Strength is Strength.Prefer ? "wish " : "")
                + criterion.Attribute
                + criterion.Op switch
                {
                    Op.AtLeast => $"≥{Text(criterion.Limit)}",
                    Op.AtMost or Op.Within => $"≤{Text(criterion.Limit)}",
                    Op.Between => $"{Text(criterion.Min)}-{Text(criterion.Max)}",
                    Op.AnyOf => $"={string.Join('|', criterion.Values!.Value)}",
                    Op.Allows => $"~{Text(criterion.Value)}",
                    Op.Covers => $">{Text(criterion.Value)}",
                    Op.Is when criterion.Value is FlagValue { Yes: false } => "=no",
                    _ => "",
                }
            )
        );

    private static string Text(Value? value) =>
        value switch
        {
            DayValue day => day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            NumberValue number => number.Number.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture),
            CodeValue code => code.Code,
            _ => "",
        };
}
