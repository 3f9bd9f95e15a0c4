using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;
using Matchmaker.Silo.Sample.Firms;

namespace Matchmaker.Silo.Sample.Demands;

/// <summary>
/// The demands beyond space: suppliers and research for enterprises, customers and research for firms.
/// </summary>
internal static class SampleSupply
{
    // The last enterprise with a bill that no single supplier covers, for a consortium.
    private const int LastWithWholeBill = 5;
    private const int LastWithBill = 13;

    private static readonly int[] Researching = [3, 6, 7, 8, 12];

    public static IEnumerable<Demand> All(int seed, DateOnly today) =>
        [
            .. SampleEnterprises
                .All.Where(enterprise => NumberOf(enterprise) is >= 2 and <= LastWithBill)
                .SelectMany(enterprise => OfEnterprise(seed, enterprise)),
            .. SampleFirms.All(seed, today).Where((_, index) => index % 10 == 0).SelectMany(firm => OfFirm(seed, firm)),
        ];

    /// <summary>The number in the id, such as 7 for <c>e7</c>; 0: a confidential enterprise.</summary>
    public static int NumberOf(Enterprise enterprise) =>
        enterprise.Confidential
            ? 0
            : int.Parse(enterprise.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<Demand> OfEnterprise(int seed, Enterprise enterprise)
    {
        var (random, kit, owner) = (
            RandomSource.For(seed, $"bill {enterprise.Id}"),
            Kit.Of(enterprise.Industry!),
            PartyId.Enterprise(enterprise.Id).ToString()
        );
        yield return Make(
            BoardTable.Partners,
            $"{enterprise.Id}-p1",
            owner,
            new("Main supplier", "主要供應商", "主要供应商"),
            [
                .. kit.Main.Select(code => Criteria.Covers("capabilities", code, 8)),
                .. kit.Beside.Select(code => Criteria.Covers("capabilities", code).Preferred()),
                Criteria.Covers("certifications", kit.Certification, 7).Preferred(),
                Criteria.AtMost("leadTime", random.Int(30, 60), 10).Preferred(),
                Criteria.Is("confidentiality", true, 4).Preferred(),
                Criteria.Near(Stations.Any(random), 6000, 1500, 3).Preferred(),
            ]
        );
        if (NumberOf(enterprise) <= LastWithWholeBill)
        {
            yield return Make(
                BoardTable.Partners,
                $"{enterprise.Id}-p2",
                owner,
                new("Whole bill of parts", "整套零部件", "整套零部件"),
                [.. kit.Main.Concat(kit.Beside).Select(code => Criteria.Covers("capabilities", code))]
            );
        }

        if (Researching.Contains(NumberOf(enterprise)))
            yield return Research($"{enterprise.Id}-r1", owner, kit.Field);
    }

    private static IEnumerable<Demand> OfFirm(int seed, Firm firm)
    {
        var (random, owner) = (RandomSource.For(seed, $"customers {firm.Id}"), PartyId.Firm(firm.Id).ToString());
        var capabilities = ((TagsValue)firm.Values["capabilities"]).Tags.Select(tag => tag.Code).ToList();
        // Needs name broader codes than firms do, so a firm looks for customers by its branch.
        yield return Customers(
            $"{firm.Id}-o1",
            owner,
            firm.Id == SampleFirms.First ? "process/machining" : Branch(capabilities[0]),
            random
        );
        if (firm.Id == SampleFirms.First)
            yield return Customers($"{firm.Id}-o2", owner, "medical/implants", random);
        if (firm.Id is "f21" or "f61")
            yield return Research($"{firm.Id}-r1", owner, "robotics/industrial");
    }

    private static string Branch(string code) => string.Join('/', code.Split('/').Take(2));

    private static Demand Customers(string id, string owner, string code, RandomSource random) =>
        Make(
            BoardTable.Opportunities,
            id,
            owner,
            new("Customers", "客戶", "客户"),
            [
                Criteria.Covers("needs", code, 9),
                Criteria.AtLeast("annualSpend", 100_000, 2_000_000).Preferred(),
                Criteria.AtLeast("orderSize", random.Pick(10, 50, 100), 1000).Preferred(),
                Criteria
                    .AnyOf(
                        "industry",
                        [
                            "lifeAndHealth",
                            "robotics",
                            "newEnergy",
                            "semiconductors",
                            "aiAndData",
                            "advancedManufacturing",
                            "advancedMaterials",
                        ],
                        ["robotics", "lifeAndHealth"],
                        3
                    )
                    .Preferred(),
            ]
        );

    private static Demand Research(string id, string owner, string field) =>
        Make(
            BoardTable.Research,
            id,
            owner,
            new("Research partner", "研發夥伴", "研发伙伴"),
            [
                Criteria.Covers("fields", field, 9),
                Criteria.Is("contractResearch", true).Preferred(),
                Criteria.Is("licensing", true, 3).Preferred(),
                Criteria.AtLeast("readiness", 4, 7, 4).Preferred(),
            ]
        );

    private static Demand Make(
        Board board,
        string id,
        string owner,
        LocalText name,
        ImmutableArray<Criterion> criteria
    ) =>
        new()
        {
            Id = id,
            Board = board.Code,
            Owner = owner,
            Name = name,
            Criteria = criteria,
            NotifyAbove = 40,
        };
}
