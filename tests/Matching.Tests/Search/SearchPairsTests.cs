using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Taxonomies;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

/// <summary>Pairs of texts with the same meaning ask the same on every board.</summary>
public class SearchPairsTests
{
    // A table of texts, one case per line, is the most readable form.
    private const string Same = """
        Kwun Tong = 觀塘 = 观塘 = kwun-tong = 觀塘區
        Ngau Tau Kok = 牛頭角 = 牛头角
        Kowloon Bay = 九龍灣 = 九龙湾
        Kai Tak = 啟德 = 启德
        San Po Kong = 新蒲崗 = 新蒲岗
        Science Park = 香港科學園 = 科学园 = HKSTP
        Hetao = 河套 = 港深創科園 = HSITP
        Cyberport = 數碼港 = 数码港
        flatted factory = 工廈 = 工业大厦 = industrial building
        godown = 貨倉 = 仓库 = warehouse
        office Kwun Tong = 寫字樓 觀塘 = 观塘 写字楼
        laboratory = 實驗室 = 实验室 = lab
        data centre = 數據中心 = 数据中心 = data center
        for sale = 出售 = 放售
        clean room = 無塵室 = 无尘室 = cleanroom = 潔淨室
        24-hour cooling = 24小時冷氣 = 24小时冷气 = 24h air conditioning = 廿四小時冷氣
        sprinklers = 花灑 = 喷淋系统 = 自動灑水系統
        backup power = 後備電源 = 后备电源 = genset = 後備發電機
        ramp access = 車路上樓 = 车道直达 = ramp-up factory
        raised floor = 活動地板 = 活动地板 = access floor
        piped gas = 煤氣 = 煤气 = town gas
        trade effluent = 工業污水排放 = 工业污水排放
        vibration-controlled floor = 防震樓面 = 防震楼面 = VC-A
        dangerous goods store = 危險品倉 = 危险品仓
        showroom = 陳列室 = 陈列室 = show room
        food factory = 食品製造 = 食品制造 = 食品廠 = central kitchen
        R&D = 研發 = 研发 = research and development
        150 psf = 150磅 = 7.2 kPa = 150磅/呎 = 150 lb/ft2 floor loading
        14呎樓底 = 樓底14呎 = 14 ft headroom = 4.27 m ceiling height = 淨高4.27米
        200A three-phase = 三相200安培 = 200安 三相电 = 200 amps 3-phase
        3噸貨𨋢 = goods lift 3 t = 3000 kg 載貨升降機 = 货梯3吨
        5000呎 = 5,000 sq ft = 465 m2 = 465平方米
        1.2萬呎 = 12,000 sq. ft. = １２０００呎 = 12000平方尺
        呎租$14 = $14/呎 = rent HK$14/sq ft = 14元/平方呎 = $14 psf
        管理費$3/呎 = management fee $3/sq ft = 管理费 3元/平方尺
        2部貨𨋢 = 2 goods lifts = 货梯2部
        300-500 m2 = 300至500平方米 = 300 to 500 sqm = between 300 and 500 m2
        about 500 m2 = 大約500平方米 = 约500平米 = 500平方米左右
        area under 500 m2 = 500平方米以下 = 最多500 m2 = 面積 ≤ 500㎡
        at least 500 m2 = 500平方米以上 = 至少500平米 = ≥500 m²
        built after 2000 = 2000年之後落成 = 落成年份 2000年以上
        40-foot container = 40呎貨櫃 = 入柜
        column spacing 6 m = 柱距6米 = 柱網 6公尺
        loading bay = 上落貨區 = 卸货区
        CNC machining = 數控加工 = 数控加工 = 電腦鑼 = CNC
        5-axis machining = 五軸加工 = 五轴 = 5軸 = five axis
        injection moulding = 注塑 = injection molding = 啤塑
        sheet metal = 鈑金 = 钣金 = sheetmetal
        wire bonding = 打線 = 引线键合 = wire bond
        SMT = 貼片 = 贴片 = surface mount
        PCB assembly = 電路板組裝 = 电路板组装 = PCBA
        EDM = 火花機 = 电火花加工 = spark erosion
        prototype = 手板 = 手板 = samples
        anodising = 陽極氧化 = 阳极氧化 = anodizing
        physical vapour deposition = 真空鍍膜 = PVD = physical vapor deposition
        3D printing = 立體打印 = 增材制造 = additive manufacturing
        aluminium alloy = 鋁合金 = 铝合金 = aluminum alloys
        stainless steel 316L = 316L不鏽鋼 = SUS316L = 316L不锈钢
        carbon fibre = 碳纖維 = 碳纤维 = carbon fiber
        ISO 13485 = ISO13485 = iso-13485 = medical device QMS
        GMP = 良好生產規範 = 生产质量管理规范
        HACCP = 危害分析與關鍵控制點 = 食物安全重点控制
        tolerance 0.01 mm = 公差0.01毫米 = ±0.01mm = 精度 0.01mm
        MOQ 500 = 起訂量500件 = 最低起订量 500 = minimum order quantity 500 pcs
        lead time 3 weeks = 交貨期21天 = 交货期 3星期 = delivery time 21 days
        oncology = 腫瘤學 = 肿瘤学 = cancer research
        stem cells = 幹細胞 = 干细胞
        AI = 人工智能 = artificial intelligence
        SEM = 掃描電鏡 = 扫描电子显微镜 = scanning electron microscope
        TRL 6 = 技術成熟度6 = readiness TRL6
        fintech = 金融科技 = Financial technology
        contract research = 合約研究 = 合约研究
        life and health technology = 生命健康科技
        Chinese medicine = 中成藥 = 中成药 = TCM
        garment sewing = 製衣 = 车缝 = 制衣厂
        find a factory in Kwun Tong with a clean room = 找觀塘的無塵室工廠 = 想要 观塘 无尘室 厂房
        """;

    private const string Variants = """
        裡 = 裏 = 里
        臺灣 = 台灣 = 台湾
        工厰 觀塘 = 工廠 观塘
        鋪位 = 舖位 = 铺位
        著名 = 着名
        高峯 = 高峰
        衞生 = 衛生 = 卫生
        打綫 = 打線 = 打线
        啓德 = 啟德 = 启德
        滙豐 = 匯豐 = 汇丰
        機櫃 = 机柜 = 機柜
        羣力 = 群力
        麪粉 = 麵粉 = 面粉
        不銹鋼 = 不鏽鋼 = 不锈钢
        化粧品 = 化妝品 = 化妆品
        汚水 = 污水
        電綫 = 電線 = 电线
        鷄肉 = 雞肉 = 鸡肉
        機牀 = 機床 = 机床
        工業邨 = 工業村 = 工业村
        説明 = 說明 = 说明
        僞 = 偽 = 伪
        牆 = 墻 = 墙
        金屬研磨 觀塘 = 金属研磨 观塘
        開啓 = 開啟 = 开启
        温度 = 溫度
        """;

    private static readonly Lexicon Words = new(TaxonomySet.BuiltIn);

    public static TheoryData<string> Pairs => [.. Lines(Same)];

    public static TheoryData<string> VariantPairs => [.. Lines(Variants)];

    [Theory]
    [MemberData(nameof(Pairs))]
    [MemberData(nameof(VariantPairs))]
    public void Both_texts_ask_the_same_on_every_board(string line)
    {
        var texts = line.Split(" = ");
        foreach (var board in BoardTable.All)
            Assert.All(
                texts,
                text =>
                    Assert.Equal(
                        ParsedSearch.Parse(Words, texts[0]).For(board),
                        ParsedSearch.Parse(Words, text).For(board)
                    )
            );
    }

    private static string[] Lines(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
