using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Silo.Sample;

/// <summary>What the invented enterprises and firms seek: rooms, of a kind that their industry has, and beside them suppliers, customers and research.</summary>
public static class SampleDemands
{
    /// <summary>All of them, by enterprise; the sample account's enterprise has exactly two, written by hand so that every part of a list has something to show.</summary>
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
                Asks.AtLeast("area", 150, 400),
                Asks.AtMost("rent", 260, 170, weight: 6),
                Asks.AtLeast("floorLoading", 5, 7.5m, weight: 7),
                Asks.AtLeast("headroom", 3.2m, 4),
                Asks.Allows("production", weight: 8),
                Asks.AtLeast("power", 100, 200).Preferred(),
                Asks.Near(Stations.KwunTong, 1200, 300).Preferred(),
                Asks.Is("access24h", true, weight: 3).Preferred(),
                Asks.Is("dangerousGoodsNeighbour", false, weight: 4).Preferred(),
            ]
        );
        yield return Make(
            "d2",
            SampleEnterprises.First,
            new("Clean laboratory with office", "潔淨實驗室連辦公室", "洁净实验室连办公室"),
            null,
            [
                Asks.Between("area", 60, 900, 250),
                Asks.Allows("researchAndDevelopment", weight: 9),
                Asks.AnyOf(
                    "district",
                    ["kwunTong", "kowloonBay", "sanPoKong", "sciencePark"],
                    ["sciencePark", "kowloonBay"]
                ),
                Asks.By("availableFrom", today.AddDays(240), today.AddDays(60)),
                Asks.AtMost("rent", 330, 200).Preferred(),
                Asks.Is("wastewater", true).Preferred(),
                Asks.Is("exhaust", true).Preferred(),
                Asks.Is("cleanRoom", true, weight: 7).Preferred(),
                Asks.Near(Stations.KowloonBay, 2500, 600).Preferred(),
            ]
        );
    }

    private static IEnumerable<Demand> ByIndustry(Enterprise enterprise, DateOnly today)
    {
        var chance = Chance.For(SampleData.Seed, enterprise.Id);
        var count = chance.Int(1, 3);
        for (var i = 1; i <= count; i++)
        {
            var id = enterprise.Confidential ? chance.Id() : $"{enterprise.Id}-d{i}";
            var need = Needs.For(enterprise.Industry!, i, chance, today);
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
