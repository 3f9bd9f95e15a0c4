using System.Text.Json;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Buildings;
using Matchmaker.Silo.Sample.Demands;
using Matchmaker.Silo.Sample.Firms;
using Xunit;

namespace Matchmaker.Interchange.Tests.Sample;

public class SampleFirmsTests
{
    private static readonly IReadOnlyList<Firm> Firms = SampleFirms.All(SampleData.Seed, SampleData.Day);
    private static readonly IReadOnlyList<Opportunity> Needs = SampleNeeds.All(SampleData.Seed, SampleData.Day);
    private static readonly IReadOnlyList<Demand> Demands = SampleDemands.All(SampleData.Day);

    [Fact]
    public void The_same_seed_and_day_give_the_same_firms_and_another_seed_others()
    {
        Assert.Equal(Json(Firms), Json(SampleFirms.All(SampleData.Seed, SampleData.Day)));
        Assert.Equal(Json(Needs), Json(SampleNeeds.All(SampleData.Seed, SampleData.Day)));
        Assert.Equal(Json(Demands), Json(SampleDemands.All(SampleData.Day)));
        Assert.NotEqual(Json(Firms), Json(SampleFirms.All(7, SampleData.Day)));
    }

    [Fact]
    public void Every_record_is_valid_on_its_board_and_claims_listed_codes_only()
    {
        Assert.All(Firms, firm => Keeps(BoardTable.Partners, firm));
        Assert.All(SampleCentres.Real, centre => Keeps(BoardTable.Research, centre));
        Assert.All(Needs, need => Keeps(BoardTable.Opportunities, need));
        Assert.All(
            Demands,
            demand =>
            {
                var board = BoardTable.Find(demand.Board)!;
                Assert.True(DemandRules.Check(board, demand.Criteria, "criteria").IsOk, demand.Id);
                Assert.All(
                    demand.Criteria.Where(criterion => criterion.Op == Op.Covers),
                    criterion => IsListed(board, criterion.Attribute, ((CodeValue)criterion.Value!).Code)
                );
            }
        );
    }

    [Fact]
    public void Firms_are_samples_in_real_buildings_with_names_in_three_scripts()
    {
        var buildings = SampleBuildings.Real.ToDictionary(building => building.Id);
        Assert.Equal(
            (150, 150),
            (Firms.Select(firm => firm.Id).Distinct().Count(), Firms.Select(firm => firm.Name!.En).Distinct().Count())
        );
        Assert.All(
            Firms,
            firm =>
            {
                Assert.True(
                    firm is { Sample: true, Name: { En: not null, ZhHant: not null, ZhHans: not null } },
                    firm.Id
                );
                var building = buildings[firm.BuildingId!];
                Assert.Equal(
                    (building.Values["location"], building.Values["district"]),
                    (firm.Values["location"], firm.Values["district"])
                );
                Assert.True(
                    firm.RegistrationNumber is null || RegistrationNumbers.IsValid(firm.RegistrationNumber),
                    firm.Id
                );
            }
        );
        Assert.InRange(Firms.Count(firm => firm.Public), 130, 149);
    }

    [Fact]
    public void Some_certifications_are_expired_some_end_soon_and_most_are_valid()
    {
        var ends = Firms
            .SelectMany(firm => ((TagsValue)firm.Values["certifications"]).Tags)
            .Select(tag => tag.Until)
            .ToList();

        Assert.InRange(ends.Count(end => end < SampleData.Day), 5, 60);
        Assert.InRange(ends.Count(end => end >= SampleData.Day && end < SampleData.Day.AddDays(61)), 10, 90);
        Assert.InRange(ends.Count(end => end is null), 5, 60);
        Assert.True(ends.Count(end => end > SampleData.Day.AddDays(61)) > ends.Count / 2);
    }

    [Fact]
    public void Some_days_are_stale_and_some_are_missing()
    {
        Assert.InRange(Firms.Count(firm => firm.VerifiedOn is null), 2, 20);
        Assert.InRange(Firms.Count(firm => firm.VerifiedOn < SampleData.Day.AddDays(-60)), 30, 75);
        Assert.InRange(Firms.Count(firm => firm.VerifiedOn < SampleData.Day.AddDays(-365)), 5, 30);
        Assert.DoesNotContain(Firms, firm => firm.VerifiedOn > SampleData.Day);
    }

    [Fact]
    public void Centres_are_facts_with_a_source_each_and_state_nothing_else()
    {
        Assert.Equal(
            (34, 6, 13, 15),
            (SampleCentres.Real.Length, On("itcCentre"), On("healthInnoHK"), On("airInnoHK"))
        );
        Assert.All(
            SampleCentres.Real,
            centre =>
                Assert.True(centre is { Sample: false, Public: true, Source.Length: > 20, VerifiedOn: null }, centre.Id)
        );
        Assert.DoesNotContain(
            SampleCentres.Real,
            centre => centre.Values.Keys.Any(code => code is "contractResearch" or "licensing" or "testing")
        );
        Assert.Equal(
            ["astri", "nami"],
            SampleCentres.Real.Where(centre => centre.ValidTo == new DateOnly(2026, 3, 31)).Select(centre => centre.Id)
        );

        static int On(string platform) =>
            SampleCentres.Real.Count(centre => centre.Values["platform"] == new CodeValue(platform));
    }

    [Fact]
    public void A_dozen_buyers_have_two_needs_each_with_ids_that_reveal_nothing()
    {
        Assert.Equal((24, 12), (Needs.Count, Needs.Select(need => need.Owner).Distinct().Count()));
        Assert.All(Needs, need => Assert.True(need is { Sample: true, Public: true } && RecordIds.IsGiven(need.Id)));
        Assert.DoesNotContain(Needs, need => need.Owner == "enterprises/e1");
    }

    [Fact]
    public void The_sample_enterprise_has_two_demands_and_a_dozen_others_have_bills_of_four_to_eight_lines()
    {
        Assert.Equal(
            ["d1", "d2"],
            Demands.Where(demand => demand.Owner == "enterprises/e1").Select(demand => demand.Id)
        );
        var bills = Demands.Where(demand => demand.Board == "partners").ToList();
        Assert.Equal(12, bills.Select(bill => bill.Owner).Distinct().Count());
        Assert.All(
            bills,
            bill =>
                Assert.InRange(
                    bill.Criteria.Count(criterion => criterion is { Op: Op.Covers, Attribute: "capabilities" }),
                    4,
                    8
                )
        );
        Assert.Equal(
            15,
            Demands.Where(demand => demand.Board == "opportunities").Select(demand => demand.Owner).Distinct().Count()
        );
        Assert.Equal(2, Demands.Count(demand => demand is { Owner: "firms/f1", Board: "opportunities" }));
    }

    private static void Keeps(Board board, Listing listing)
    {
        var read = ValueRules.Check(board, listing.Values, "values");
        Assert.True(read.IsOk, $"{listing.Id}: {string.Join(", ", read.Errors)}");
        Assert.Equal(listing.Values, read.Value);
        foreach (var (code, value) in listing.Values)
        {
            foreach (var tag in (value as TagsValue)?.Tags ?? [])
                IsListed(board, code, tag.Code);
        }
    }

    private static void IsListed(Board board, string attribute, string code) =>
        Assert.True(
            TaxonomySet.BuiltIn.Of(board.Code, attribute).Any(taxonomy => taxonomy.Find(code) is not null),
            code
        );

    private static string Json<T>(IEnumerable<T> records) => JsonSerializer.Serialize(records);
}
