using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Matching.Values;
using Matchmaker.Silo.Sample.Buildings;

namespace Matchmaker.Silo.Sample.Demands;

/// <summary>The published needs of a dozen invented enterprises, for firms that look for customers.</summary>
public static class SampleNeeds
{
    private const int First = 2;
    private const int Last = 15;

    /// <summary>
    /// A product and a part of each enterprise. The ids reveal nothing: firms see needs without their owners.
    /// </summary>
    public static ImmutableArray<Opportunity> All(int seed, DateOnly today)
    {
        var buyers = SampleEnterprises
            .All.Where(enterprise =>
                SampleSupply.NumberOf(enterprise) is >= First and <= Last && enterprise.Industry is not "fintech"
            )
            .Take(12)
            .ToList();
        return
        [
            .. buyers.Select(buyer => Product(buyer, RandomSource.For(seed, $"need {buyer.Id}"), today)),
            .. buyers.Select(buyer => Part(buyer, RandomSource.For(seed, $"part {buyer.Id}"), today)),
        ];
    }

    private static Opportunity Product(Enterprise buyer, RandomSource random, DateOnly today)
    {
        var kit = Kit.Of(buyer.Industry!);
        string[] needs = [.. kit.Main, random.Pick<string>(kit.Beside)];
        return Make(buyer, needs, kit.Certification, random, today);
    }

    // What many firms make, for a buyer who asks for one certificate that not all of them hold.
    private static Opportunity Part(Enterprise buyer, RandomSource random, DateOnly today) =>
        Make(
            buyer,
            [random.Pick<string>(Kit.Of(buyer.Industry!).Beside)],
            random.Pick("iso-9001", "iso-14001", "iso-14064"),
            random,
            today
        );

    private static Opportunity Make(
        Enterprise enterprise,
        string[] needs,
        string certification,
        RandomSource random,
        DateOnly today
    ) =>
        new()
        {
            Id = random.Id(),
            Owner = PartyId.Enterprise(enterprise.Id).ToString(),
            Values = ImmutableSortedDictionary<string, Value>
                .Empty.Add(
                    "needs",
                    new TagsValue([.. needs.Order(StringComparer.Ordinal).Select(code => new Tag(code))])
                )
                .Add("certifications", new TagsValue([new(certification)]))
                .Add("industry", new CodeValue(enterprise.Industry!))
                .Add("annualSpend", new NumberValue(random.Int(2, 60) * 100_000))
                .Add("orderSize", new NumberValue(random.Pick(20, 100, 500, 2000, 10_000)))
                .Add("startFrom", new DayValue(today.AddDays(random.Int(30, 300))))
                .Add("prototypes", new FlagValue(random.Of(0.5)))
                .Add("district", new CodeValue(random.Pick("kwunTong", "kowloonBay", "sanPoKong"))),
            VerifiedOn = today.AddDays(-random.Int(0, 200)),
            Source = SampleBuildings.InventedSource,
            Public = true,
            Sample = true,
        };
}
