using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Silo.Sample;

/// <summary>One invented requirement before it has an owner.</summary>
/// <param name="Combine">How many adjacent spaces may be taken together; null: none.</param>
internal sealed record Need(LocalText Name, ImmutableArray<Criterion> Criteria, int? Combine = null);

/// <summary>Kinds of requirements by industry: what production, laboratories, servers and offices ask of a space.</summary>
internal static class Needs
{
    /// <param name="place">Which of the enterprise's requirements, from 1: the first is its main one.</param>
    public static Need For(string industry, int place, Chance chance, DateOnly today) =>
        (industry, place) switch
        {
            (_, 3) => Office(chance, today),
            ("lifeAndHealth", _) => place == 1 ? Laboratory(chance) : Production(chance),
            ("aiAndData", 1) => Servers(chance),
            ("aiAndData" or "fintech", _) => Office(chance, today),
            ("semiconductors" or "advancedMaterials", 1) => CleanProduction(chance),
            ("newEnergy", 1) => HeavyProduction(chance),
            ("robotics", 1) => Assembly(chance),
            _ => place == 1 ? Production(chance) : Laboratory(chance),
        };

    private static Need Production(Chance chance) =>
        new(
            new("Production line", "生產線", "生产线"),
            [
                Area(chance, 200, 1200),
                Asks.Allows("production", 8),
                Asks.AtLeast("floorLoading", chance.Pick(5m, 7.2m, 7.5m), 10, 6),
                Asks.AtLeast("power", chance.Pick(100, 150, 200), 300),
                Asks.AtMost("rent", chance.Int(200, 280), 150),
                Asks.AtLeast("liftCapacity", 1500, 3000).Preferred(),
                Asks.AtLeast("vehicleLength", 7, 11).Preferred(),
                Asks.Near(Stations.Any(chance), 1500, 400).Preferred(),
            ],
            chance.Of(0.4) ? 3 : null
        );

    private static Need HeavyProduction(Chance chance) =>
        new(
            new("Pack assembly with test bay", "電池組裝配連測試區", "电池组装配连测试区"),
            [
                Area(chance, 500, 2000),
                Asks.Allows("production", 8),
                Asks.AtLeast("floorLoading", 7.5m, 12, 8),
                Asks.AtLeast("headroom", 3.6m, 5),
                Asks.AtLeast("power", 200, 400, 7),
                Asks.Is("sprinklers", true) with
                {
                    Fixed = true,
                },
                Asks.Is("rampAccess", true).Preferred(),
                Asks.AtLeast("loadingBays", 2, 6).Preferred(),
                Asks.AtMost("rent", 260, 160).Preferred(),
            ],
            4
        );

    private static Need CleanProduction(Chance chance) =>
        new(
            new("Clean process line", "潔淨製程生產線", "洁净制程生产线"),
            [
                Area(chance, 150, 900),
                Asks.AtLeast("floorLoading", 7.5m, 10, 7),
                Asks.AtLeast("headroom", 3.5m, 4.5m, 6),
                Asks.Is("exhaust", true),
                Asks.Is("cleanRoom", true, 8).Preferred(),
                Asks.Is("vibrationControlled", true, 7).Preferred(),
                Asks.Is("backupPower", true).Preferred(),
                Asks.AtLeast("power", 200, 600).Preferred(),
            ]
        );

    private static Need Laboratory(Chance chance) =>
        new(
            new("Wet laboratory", "濕實驗室", "湿实验室"),
            [
                Area(chance, 100, 600),
                Asks.Allows("researchAndDevelopment", 8),
                Asks.Is("wastewater", true, 6),
                Asks.Is("exhaust", true, 6).Preferred(),
                Asks.AnyOf(
                    "district",
                    ["kwunTong", "kowloonBay", "sanPoKong", "sciencePark", "hetao"],
                    ["sciencePark"]
                ),
                Asks.AtMost("rent", chance.Int(250, 340), 200).Preferred(),
                Asks.Is("airConditioning24h", true, 3).Preferred(),
            ]
        );

    private static Need Servers(Chance chance) =>
        new(
            new("Edge compute room", "邊緣運算機房", "边缘运算机房"),
            [
                Area(chance, 100, 800),
                Asks.Allows("dataCentre", 8),
                Asks.AtLeast("power", 300, 800, 9),
                Asks.AtLeast("floorLoading", 7.5m, 12, 6),
                Asks.Is("backupPower", true, 7).Preferred(),
                Asks.Is("airConditioning24h", true).Preferred(),
                Asks.Is("raisedFloor", true, 3).Preferred(),
            ]
        );

    private static Need Assembly(Chance chance) =>
        new(
            new("Robot assembly and demonstration", "機械人裝配及示範", "机器人装配及示范"),
            [
                Area(chance, 150, 1000),
                Asks.AtLeast("headroom", 3.5m, 5, 7),
                Asks.AtLeast("columnSpacing", 6, 9).Preferred(),
                Asks.Allows("production", 7),
                Asks.Allows("showroom", 3).Preferred(),
                Asks.AtLeast("liftCarLength", 2.5m, 3.5m).Preferred(),
                Asks.Near(Stations.Any(chance), 1000, 300),
            ]
        );

    private static Need Office(Chance chance, DateOnly today) =>
        new(
            new("Engineering office", "工程辦公室", "工程办公室"),
            [
                Area(chance, 60, 500),
                Asks.Allows("office", 8),
                Asks.By("availableFrom", today.AddDays(chance.Int(120, 240)), today.AddDays(45)),
                Asks.AtMost("rent", chance.Int(230, 330), 180),
                Asks.AnyOf("tenure", ["lease", "licence"], ["lease"], 3).Preferred(),
                Asks.Near(Stations.Any(chance), 1200, 250, 7).Preferred(),
                Asks.Is("access24h", true, 3).Preferred(),
            ]
        );

    private static Criterion Area(Chance chance, int least, int most)
    {
        var limit = chance.Int(least / 10, most / 20) * 10;
        return Asks.AtLeast("area", limit, limit * 2, 7);
    }
}
