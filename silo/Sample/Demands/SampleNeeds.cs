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

    /// <summary>One need per enterprise. The ids reveal nothing: firms see needs without their owners.</summary>
    public static ImmutableArray<Opportunity> All(int seed, DateOnly today) =>
        [
            .. SampleEnterprises
                .All.Where(enterprise =>
                    SampleSupply.NumberOf(enterprise) is >= First and <= Last && enterprise.Industry is not "fintech"
                )
                .Take(12)
                .Select(enterprise => Make(enterprise, RandomSource.For(seed, $"need {enterprise.Id}"), today)),
        ];

    private static Opportunity Make(Enterprise enterprise, RandomSource random, DateOnly today)
    {
        var kit = Kit.Of(enterprise.Industry!);
        var needs = kit.Main.Append(random.Pick<string>(kit.Beside)).Order(StringComparer.Ordinal);
        return new()
        {
            Id = random.Id(),
            Owner = PartyId.Enterprise(enterprise.Id).ToString(),
            Values = ImmutableSortedDictionary<string, Value>
                .Empty.Add("needs", new TagsValue([.. needs.Select(code => new Tag(code))]))
                .Add("certifications", new TagsValue([new(kit.Certification)]))
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
}
