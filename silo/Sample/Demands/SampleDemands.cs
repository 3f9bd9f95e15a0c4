using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Silo.Sample.Demands;

/// <summary>
/// The demands of the invented enterprises and firms: spaces typical of their industry, suppliers, customers and
/// research.
/// </summary>
public static class SampleDemands
{
    /// <summary>
    /// All demands, by enterprise. The sample account's enterprise has exactly two, written by hand so that every part
    /// of a list has content.
    /// </summary>
    public static ImmutableArray<Demand> All(DateOnly today) =>
        [
            .. SampleEnterprises.All.SelectMany(enterprise =>
                enterprise.Id == SampleEnterprises.First ? ByHand(today) : ByIndustry(enterprise, today)
            ),
            .. SampleSupply.All(SampleData.Seed, today),
        ];

    private static IEnumerable<Demand> ByHand(DateOnly today)
    {
        yield return Make(
            "d1",
            SampleEnterprises.First,
            new("Instrument assembly and testing", "儀器裝配及檢測", "仪器装配及检测"),
            null,
            [
                Criteria.AtLeast("area", 150, 400),
                Criteria.AtMost("rent", 260, 170, weight: 6),
                Criteria.AtLeast("floorLoading", 5, 7.5m, weight: 7),
                Criteria.AtLeast("headroom", 3.2m, 4),
                Criteria.Allows("production", weight: 8),
                Criteria.AtLeast("power", 100, 200).Preferred(),
                Criteria.Near(Stations.KwunTong, 1200, 300).Preferred(),
                Criteria.Is("access24h", true, weight: 3).Preferred(),
                Criteria.Is("dangerousGoodsNeighbour", false, weight: 4).Preferred(),
            ]
        );
        yield return Make(
            "d2",
            SampleEnterprises.First,
            new("Clean laboratory with office", "潔淨實驗室連辦公室", "洁净实验室连办公室"),
            null,
            [
                Criteria.Between("area", 60, 900, 250),
                Criteria.Allows("researchAndDevelopment", weight: 9),
                Criteria.AnyOf(
                    "district",
                    ["kwunTong", "kowloonBay", "sanPoKong", "sciencePark"],
                    ["sciencePark", "kowloonBay"]
                ),
                Criteria.By("availableFrom", today.AddDays(240), today.AddDays(60)),
                Criteria.AtMost("rent", 330, 200).Preferred(),
                Criteria.Is("wastewater", true).Preferred(),
                Criteria.Is("exhaust", true).Preferred(),
                Criteria.Is("cleanRoom", true, weight: 7).Preferred(),
                Criteria.Near(Stations.KowloonBay, 2500, 600).Preferred(),
            ]
        );
    }

    private static IEnumerable<Demand> ByIndustry(Enterprise enterprise, DateOnly today)
    {
        var random = RandomSource.For(SampleData.Seed, enterprise.Id);
        var count = random.Int(1, 3);
        for (var i = 1; i <= count; i++)
        {
            var id = enterprise.Confidential ? random.Id() : $"{enterprise.Id}-d{i}";
            var need = SpaceNeeds.For(enterprise.Industry!, i, random, today);
            yield return Make(id, enterprise.Id, need.Name, need.Combine, need.Criteria);
        }
    }

    private static Demand Make(
        string id,
        string enterprise,
        LocalText name,
        int? combine,
        ImmutableArray<Criterion> criteria
    ) =>
        new()
        {
            Id = id,
            Board = BoardTable.Sites.Code,
            Owner = PartyId.Enterprise(enterprise).ToString(),
            Name = name,
            Criteria = criteria,
            Combine = combine,
            NotifyAbove = 50,
        };
}
