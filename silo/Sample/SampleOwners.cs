using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// The invented owners. Each name begins with "Sample", so that it is marked wherever it shows. They own invented
/// records alone: a real building names no owner, only the invented spaces in it do.
/// </summary>
public static class SampleOwners
{
    private static readonly (string En, string ZhHant, string ZhHans)[] Landlords =
    [
        ("Alderbrook Estates", "赤楊置業", "赤杨置业"),
        ("Calmwater Properties", "靜川地產", "静川地产"),
        ("Cedar Row Holdings", "雪松物業", "雪松物业"),
        ("Eastmark Realty", "東標置業", "东标置业"),
        ("Fairhaven Industrial", "晴港工業地產", "晴港工业地产"),
        ("Goldleaf Property", "金葉物業", "金叶物业"),
        ("Greyfield Warehousing", "灰原倉儲", "灰原仓储"),
        ("Highmoor Investment", "高原投資", "高原投资"),
        ("Inkwell Estates", "墨池置業", "墨池置业"),
        ("Longreach Properties", "長匯地產", "长汇地产"),
        ("Millrace Industrial", "磨坊工業物業", "磨坊工业物业"),
        ("Northgate Realty", "北門置業", "北门置业"),
        ("Oakbridge Holdings", "橡橋物業", "橡桥物业"),
        ("Quaystone Estates", "石埗置業", "石埗置业"),
        ("Ridgeway Property", "嶺道物業", "岭道物业"),
        ("Tidemill Investment", "潮輪投資", "潮轮投资"),
    ];

    /// <summary>The sample account's owner.</summary>
    public const string First = "o1";

    /// <summary>
    /// All owners: the sample account's, the operator of the invented park buildings, and those of spaces in real
    /// buildings.
    /// </summary>
    public static ImmutableArray<Owner> All { get; } =
    [
        Make(First, "Harbour Estates", "海港置業", "海港置业"),
        Make("o2", "Park Operator", "園區營運", "园区营运"),
        .. Landlords.Select((name, index) => Make($"sample-owner-{index + 1}", name.En, name.ZhHant, name.ZhHans)),
    ];

    /// <summary>The owner of the invented spaces in a real building, which stands for several buildings each.</summary>
    /// <param name="building">The building's place among the real ones.</param>
    public static string OfSpacesIn(int building) =>
        PartyId.Owner(All[2 + (building % Landlords.Length)].Id).ToString();

    private static Owner Make(string id, string en, string hant, string hans) =>
        new()
        {
            Id = id,
            Name = new($"Sample {en}", $"示例{hant}", $"示例{hans}"),
            Public = true,
            Sample = true,
        };
}
