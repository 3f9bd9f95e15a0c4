using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample;

/// <summary>What a dozen invented enterprises publish that they buy, for firms that look for customers.</summary>
public static class SampleNeeds
{
    private const int First = 2;
    private const int Last = 15;

    /// <summary>One each; their ids tell nothing, because firms read them without whose they are.</summary>
    public static ImmutableArray<Opportunity> All(int seed, DateOnly today) =>
        [
            .. SampleEnterprises
                .All.Where(enterprise =>
                    SampleSupply.NumberOf(enterprise) is >= First and <= Last && enterprise.Industry is not "fintech"
                )
                .Take(12)
                .Select(enterprise => Make(enterprise, Chance.For(seed, $"need {enterprise.Id}"), today)),
        ];

    private static Opportunity Make(Enterprise enterprise, Chance chance, DateOnly today)
    {
        var kit = Kit.Of(enterprise.Industry!);
        var needs = kit.Main.Append(chance.Pick<string>(kit.Beside)).Order(StringComparer.Ordinal);
        return new()
        {
            Id = chance.Id(),
            Owner = PartyId.Enterprise(enterprise.Id).ToString(),
            Values = ImmutableSortedDictionary<string, Value>
                .Empty.Add("needs", new TagsValue([.. needs.Select(code => new Tag(code))]))
                .Add("certifications", new TagsValue([new(kit.Certification)]))
                .Add("industry", new CodeValue(enterprise.Industry!))
                .Add("annualSpend", new NumberValue(chance.Int(2, 60) * 100_000))
                .Add("orderSize", new NumberValue(chance.Pick(20, 100, 500, 2000, 10_000)))
                .Add("startFrom", new DayValue(today.AddDays(chance.Int(30, 300))))
                .Add("prototypes", new FlagValue(chance.Of(0.5)))
                .Add("district", new CodeValue(chance.Pick("kwunTong", "kowloonBay", "sanPoKong"))),
            VerifiedOn = today.AddDays(-chance.Int(0, 200)),
            Source = SampleBuildings.InventedSource,
            Public = true,
            Sample = true,
        };
    }
}
