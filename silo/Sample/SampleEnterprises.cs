using System.Collections.Immutable;
using Matchmaker.Contracts.Enterprises;

namespace Matchmaker.Silo.Sample;

/// <summary>Thirty invented enterprises of the strategic industries; two are confidential.</summary>
public static class SampleEnterprises
{
    private static readonly (string En, string ZhHant, string ZhHans, string Industry)[] Names =
    [
        ("Lumen Assay Systems", "明檢儀器", "明检仪器", "lifeAndHealth"),
        ("Kestrel Robotics", "隼翼機械人", "隼翼机器人", "robotics"),
        ("Pearl Delta Cell Therapy", "珠洲細胞治療", "珠洲细胞治疗", "lifeAndHealth"),
        ("Northlight Power Electronics", "北光電力電子", "北光电力电子", "newEnergy"),
        ("Tidewater Compute", "潮信運算", "潮信运算", "aiAndData"),
        ("Quartz Harbour Semiconductor", "晶港半導體", "晶港半导体", "semiconductors"),
        ("Bauhinia Precision Works", "荊花精密製造", "荆花精密制造", "advancedManufacturing"),
        ("Silkroute Battery Storage", "絲路儲能", "丝路储能", "newEnergy"),
        ("Meridian Surgical Devices", "子午醫療器械", "子午医疗器械", "lifeAndHealth"),
        ("Aster Photonics", "紫菀光電", "紫菀光电", "semiconductors"),
        ("Lion Rock Learning Machines", "獅岳機器學習", "狮岳机器学习", "aiAndData"),
        ("Vela Composite Materials", "帆星複合材料", "帆星复合材料", "advancedMaterials"),
        ("Jade Circuit Foundry", "玉路電路", "玉路电路", "semiconductors"),
        ("Cirrus Warehouse Automation", "卷雲倉儲自動化", "卷云仓储自动化", "robotics"),
        ("Harbourline Payments", "港線支付", "港线支付", "fintech"),
        ("Verdant Hydrogen", "青源氫能", "青源氢能", "newEnergy"),
        ("Orchid Diagnostics", "蘭心診斷", "兰心诊断", "lifeAndHealth"),
        ("Plumb Line Additive", "準繩增材製造", "准绳增材制造", "advancedManufacturing"),
        ("Monsoon Vision", "季風視覺", "季风视觉", "aiAndData"),
        ("Granite Bay Ceramics", "石灣先進陶瓷", "石湾先进陶瓷", "advancedMaterials"),
        ("Swift Loom Smart Textiles", "疾梭智能紡織", "疾梭智能纺织", "advancedManufacturing"),
        ("Anchor Ledger", "錨定帳本", "锚定账本", "fintech"),
        ("Heron Drone Logistics", "鷺行無人機物流", "鹭行无人机物流", "robotics"),
        ("Celadon Biologics", "青瓷生物製藥", "青瓷生物制药", "lifeAndHealth"),
        ("Copperleaf Charging", "銅葉充電", "铜叶充电", "newEnergy"),
        ("Deepwell Data Centres", "深井數據中心", "深井数据中心", "aiAndData"),
        ("Polar Graphene", "極地石墨烯", "极地石墨烯", "advancedMaterials"),
        ("Tangram Medical Printing", "七巧醫療打印", "七巧医疗打印", "advancedManufacturing"),
        ("Sentinel Chip Test", "哨兵芯片測試", "哨兵芯片测试", "semiconductors"),
        ("Nightjar Autonomy", "夜鷹自主系統", "夜鹰自主系统", "robotics"),
    ];

    // A confidential enterprise gets a random id, which reveals nothing. The indexes of these two are fixed.
    private static readonly int[] ConfidentialIndexes = [23, 28];

    /// <summary>The sample account's enterprise.</summary>
    public const string First = "e1";

    /// <summary>The demand of the sample account's enterprise of which the office has introduced a match.</summary>
    public const string IntroducedDemand = "d2";

    /// <summary>All enterprises in a fixed order; the first is the sample account's.</summary>
    public static ImmutableArray<Enterprise> All { get; } = [.. Names.Select((name, index) => Make(name, index))];

    private static Enterprise Make((string En, string ZhHant, string ZhHans, string Industry) name, int index)
    {
        var confidential = ConfidentialIndexes.Contains(index);
        return new()
        {
            Id = confidential ? RandomSource.For(SampleData.Seed, name.En).Id() : $"e{index + 1}",
            Name = new(name.En, name.ZhHant, name.ZhHans),
            Industry = name.Industry,
            Confidential = confidential,
            Sample = true,
        };
    }
}
