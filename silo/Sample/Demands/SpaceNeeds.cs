using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Silo.Sample.Demands;

/// <summary>One invented requirement without an owner.</summary>
/// <param name="Combine">The maximum number of adjacent spaces to combine; null: no combination.</param>
internal sealed record SpaceNeed(LocalText Name, ImmutableArray<Criterion> Criteria, int? Combine = null);

/// <summary>Requirements by industry: what production, laboratories, servers and offices ask of a space.</summary>
internal static class SpaceNeeds
{
    /// <param name="number">The requirement's number within the enterprise, from 1; the first is the main one.</param>
    public static SpaceNeed For(string industry, int number, RandomSource random, DateOnly today) =>
        (industry, number) switch
        {
            (_, 3) => Office(random, today),
            ("lifeAndHealth", _) => number == 1 ? Laboratory(random) : Production(random),
            ("aiAndData", 1) => Servers(random),
            ("aiAndData" or "fintech", _) => Office(random, today),
            ("semiconductors" or "advancedMaterials", 1) => CleanProduction(random),
            ("newEnergy", 1) => HeavyProduction(random),
            ("robotics", 1) => Assembly(random),
            _ => number == 1 ? Production(random) : Laboratory(random),
        };

    private static SpaceNeed Production(RandomSource random) =>
        new(
            new("Production line", "生產線", "生产线"),
            [
                Area(random, 200, 1200),
                Criteria.Allows("production", 8),
                Criteria.AtLeast("floorLoading", random.Pick(5m, 7.2m, 7.5m), 10, 6),
                Criteria.AtLeast("power", random.Pick(100, 150, 200), 300),
                Criteria.AtMost("rent", random.Int(200, 280), 150),
                Criteria.AtLeast("liftCapacity", 1500, 3000).Preferred(),
                Criteria.AtLeast("vehicleLength", 7, 11).Preferred(),
                Criteria.Near(Stations.Any(random), 1500, 400).Preferred(),
            ],
            random.Of(0.4) ? 3 : null
        );

    private static SpaceNeed HeavyProduction(RandomSource random) =>
        new(
            new("Pack assembly with test bay", "電池組裝配連測試區", "电池组装配连测试区"),
            [
                Area(random, 500, 2000),
                Criteria.Allows("production", 8),
                Criteria.AtLeast("floorLoading", 7.5m, 12, 8),
                Criteria.AtLeast("headroom", 3.6m, 5),
                Criteria.AtLeast("power", 200, 400, 7),
                Criteria.Is("sprinklers", true) with
                {
                    Fixed = true,
                },
                Criteria.Is("rampAccess", true).Preferred(),
                Criteria.AtLeast("loadingBays", 2, 6).Preferred(),
                Criteria.AtMost("rent", 260, 160).Preferred(),
            ],
            4
        );

    private static SpaceNeed CleanProduction(RandomSource random) =>
        new(
            new("Clean process line", "潔淨製程生產線", "洁净制程生产线"),
            [
                Area(random, 150, 900),
                Criteria.AtLeast("floorLoading", 7.5m, 10, 7),
                Criteria.AtLeast("headroom", 3.5m, 4.5m, 6),
                Criteria.Is("exhaust", true),
                Criteria.Is("cleanRoom", true, 8).Preferred(),
                Criteria.Is("vibrationControlled", true, 7).Preferred(),
                Criteria.Is("backupPower", true).Preferred(),
                Criteria.AtLeast("power", 200, 600).Preferred(),
            ]
        );

    private static SpaceNeed Laboratory(RandomSource random) =>
        new(
            new("Wet laboratory", "濕實驗室", "湿实验室"),
            [
                Area(random, 100, 600),
                Criteria.Allows("researchAndDevelopment", 8),
                Criteria.Is("wastewater", true, 6),
                Criteria.Is("exhaust", true, 6).Preferred(),
                Criteria.AnyOf(
                    "district",
                    ["kwunTong", "kowloonBay", "sanPoKong", "sciencePark", "hetao"],
                    ["sciencePark"]
                ),
                Criteria.AtMost("rent", random.Int(250, 340), 200).Preferred(),
                Criteria.Is("airConditioning24h", true, 3).Preferred(),
            ]
        );

    private static SpaceNeed Servers(RandomSource random) =>
        new(
            new("Edge compute room", "邊緣運算機房", "边缘运算机房"),
            [
                Area(random, 100, 800),
                Criteria.Allows("dataCentre", 8),
                Criteria.AtLeast("power", 300, 800, 9),
                Criteria.AtLeast("floorLoading", 7.5m, 12, 6),
                Criteria.Is("backupPower", true, 7).Preferred(),
                Criteria.Is("airConditioning24h", true).Preferred(),
                Criteria.Is("raisedFloor", true, 3).Preferred(),
            ]
        );

    private static SpaceNeed Assembly(RandomSource random) =>
        new(
            new("Robot assembly and demonstration", "機械人裝配及示範", "机器人装配及示范"),
            [
                Area(random, 150, 1000),
                Criteria.AtLeast("headroom", 3.5m, 5, 7),
                Criteria.AtLeast("columnSpacing", 6, 9).Preferred(),
                Criteria.Allows("production", 7),
                Criteria.Allows("showroom", 3).Preferred(),
                Criteria.AtLeast("liftCarLength", 2.5m, 3.5m).Preferred(),
                Criteria.Near(Stations.Any(random), 1000, 300),
            ]
        );

    private static SpaceNeed Office(RandomSource random, DateOnly today) =>
        new(
            new("Engineering office", "工程辦公室", "工程办公室"),
            [
                Area(random, 60, 500),
                Criteria.Allows("office", 8),
                Criteria.By("availableFrom", today.AddDays(random.Int(120, 240)), today.AddDays(45)),
                Criteria.AtMost("rent", random.Int(230, 330), 180),
                Criteria.AnyOf("tenure", ["lease", "licence"], ["lease"], 3).Preferred(),
                Criteria.Near(Stations.Any(random), 1200, 250, 7).Preferred(),
                Criteria.Is("access24h", true, 3).Preferred(),
            ]
        );

    private static Criterion Area(RandomSource random, int min, int max)
    {
        var limit = random.Int(min / 10, max / 20) * 10;
        return Criteria.AtLeast("area", limit, limit * 2, 7);
    }
}
