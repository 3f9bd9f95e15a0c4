using System.Text.Json;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Listings;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;
using Matchmaker.Silo.Sample;
using Matchmaker.Silo.Sample.Buildings;
using Xunit;

namespace Matchmaker.Interchange.Tests.Sample;

public class SampleDataTests
{
    private static readonly List<Space> Spaces = [.. SampleData.Spaces(SampleData.Seed, 2000, SampleData.Day)];
    private static readonly Dictionary<string, Building> Buildings = SampleData.Buildings.ToDictionary(building =>
        building.Id
    );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(2000)]
    [InlineData(20_000)]
    public void There_are_exactly_as_many_spaces_as_requested_with_unique_ids(int count)
    {
        var ids = SampleData.Spaces(SampleData.Seed, count, SampleData.Day).Select(space => space.Id).ToList();

        Assert.Equal((count, count), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_spaces_and_another_seed_others()
    {
        Assert.Equal(Json(SampleData.Spaces(1, 300, SampleData.Day)), Json(SampleData.Spaces(1, 300, SampleData.Day)));
        Assert.NotEqual(
            Json(SampleData.Spaces(1, 300, SampleData.Day)),
            Json(SampleData.Spaces(2, 300, SampleData.Day))
        );
    }

    [Fact]
    public void Every_value_is_valid_on_its_board() =>
        Assert.All(
            Spaces,
            space =>
            {
                var read = ValueRules.Check(BoardTable.Sites, space.Values, "values");
                Assert.True(read.IsOk, $"{space.Id}: {string.Join(", ", read.Errors)}");
                Assert.Equal(space.Values, read.Value);
            }
        );

    [Fact]
    public void About_half_of_all_values_are_unknown()
    {
        var known = Spaces.Average(space =>
            (double)space.Values.SetItems(Buildings[BuildingOf(space)].Values).Count
            / BoardTable.Sites.Attributes.Length
        );

        Assert.InRange(known, 0.45, 0.6);
    }

    [Fact]
    public void About_seventy_percent_are_vacant() =>
        Assert.InRange(Spaces.Count(space => space.Status == SpaceStatus.Vacant) / (double)Spaces.Count, 0.65, 0.75);

    [Fact]
    public void Some_days_are_stale_and_some_are_missing()
    {
        Assert.InRange(Spaces.Count(space => space.VerifiedOn is null), 100, 400);
        Assert.InRange(Spaces.Count(space => space.VerifiedOn < SampleData.Day.AddDays(-60)), 400, 1000);
        Assert.DoesNotContain(Spaces, space => space.VerifiedOn > SampleData.Day);
    }

    [Theory]
    [InlineData("floorLoading", 3, 24)]
    [InlineData("headroom", 2.4, 7)]
    [InlineData("rent", 80, 560)]
    [InlineData("area", 20, 3500)]
    [InlineData("power", 60, 1200)]
    [InlineData("liftCapacity", 1000, 5000)]
    [InlineData("floor", 0, 30)]
    public void Numbers_are_plausible_for_real_buildings(string attribute, double min, double max)
    {
        var numbers = Spaces
            .Select(space => space.Values.GetValueOrDefault(attribute))
            .OfType<NumberValue>()
            .Select(value => (double)value.Number)
            .ToList();

        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.InRange(number, min, max));
        Assert.True(numbers.Distinct().Count() > 5);
    }

    [Fact]
    public void Old_buildings_bear_less_load_than_new_ones()
    {
        Assert.InRange(Average("floorLoading", year => year < 1970), 3.6, 6);
        Assert.True(Average("floorLoading", year => year < 1970) < Average("floorLoading", year => year > 1990));
        Assert.True(Average("headroom", year => year < 1970) < Average("headroom", year => year > 1990));
    }

    [Fact]
    public void Neighbours_have_adjacent_positions_on_a_floor()
    {
        var places = Spaces
            .Select(space => (BuildingOf(space), Floor: space.Id.Split('/')[1].Split('-')[0], space.Position))
            .ToHashSet();

        Assert.True(
            places.Count(place => places.Contains((place.Item1, place.Floor, place.Position + 1))) > Spaces.Count / 3
        );
    }

    [Fact]
    public void Invented_records_are_marked_and_real_ones_are_not()
    {
        Assert.All(Spaces, space => Assert.True(space.Sample));
        Assert.Equal(208, SampleBuildings.Real.Length);
        Assert.All(
            SampleBuildings.Real,
            building => Assert.True(building is { Sample: false, Owner: null, Source.Length: > 0 })
        );
        Assert.All(SampleBuildings.Invented, building => Assert.True(building.Sample));
    }

    [Fact]
    public void Every_space_has_an_invented_owner_marked_by_its_name_and_with_a_contact()
    {
        var owners = SampleOwners.All.ToDictionary(owner => $"owners/{owner.Id}");
        var buildings = Spaces
            .Select(space => (Building: BuildingOf(space), Owner: space.Owner ?? Buildings[BuildingOf(space)].Owner!))
            .Distinct()
            .ToLookup(one => one.Owner, one => one.Building);
        Assert.Equal(owners.Keys.Order(), buildings.Select(owner => owner.Key).Order());
        Assert.All(buildings, owner => Assert.InRange(owner.Count(), 3, 15));
        Assert.All(
            owners.Values,
            owner =>
            {
                Assert.True(owner is { Sample: true, Public: true });
                Assert.StartsWith("Sample ", owner.Name!.En, StringComparison.Ordinal);
                Assert.StartsWith("示例", owner.Name.ZhHant, StringComparison.Ordinal);
                Assert.StartsWith("示例", owner.Name.ZhHans, StringComparison.Ordinal);
            }
        );
        Assert.Equal(
            owners.Values.Select(owner => owner.Id).Where(id => id != SampleOwners.First),
            SamplePeople.OfOwners.Select(person => person.Account.Owner)
        );
        Assert.All(
            SamplePeople.OfOwners,
            person =>
            {
                Assert.True(person.Account.Sample);
                Assert.EndsWith(".sample", person.Account.Id, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void The_campuses_are_real_buildings_that_say_which_industries_they_admit()
    {
        Assert.Equal(40, SampleBuildings.Campuses.Length);
        Assert.All(
            SampleBuildings.Campuses,
            building => Assert.True(building is { Sample: false, Owner: null, Public: true, Source.Length: > 0 })
        );
        // People live in these two, and no industry moves in.
        string[] homes = ["science-park-innocell", "hetao-building-11"];
        Assert.Equal(
            homes,
            SampleBuildings
                .Campuses.Where(building => !building.Values.ContainsKey("admission"))
                .Select(building => building.Id)
        );
        Assert.All(
            SampleBuildings.Campuses.Where(building => building.Values["district"] != new CodeValue("elsewhere")),
            building => Assert.True(building.Values.ContainsKey("location"))
        );
    }

    [Fact]
    public void The_sample_owner_has_exactly_three_buildings_with_spaces()
    {
        var own = SampleData
            .Buildings.Where(building => building.Owner == "owners/o1")
            .Select(building => building.Id)
            .ToList();

        Assert.Equal(3, own.Count);
        Assert.All(
            own,
            id =>
                Assert.Contains(
                    SampleData.Spaces(SampleData.Seed, 400, SampleData.Day),
                    space => BuildingOf(space) == id
                )
        );
    }

    private static double Average(string attribute, Func<int, bool> year) =>
        Spaces
            .Where(space =>
                Buildings[BuildingOf(space)].Values.GetValueOrDefault("yearCompleted") is NumberValue completed
                && year((int)completed.Number)
            )
            .Select(space => space.Values.GetValueOrDefault(attribute))
            .OfType<NumberValue>()
            .Average(value => (double)value.Number);

    private static string BuildingOf(Space space) => space.Id.Split('/')[0];

    private static string Json(IEnumerable<Space> spaces) => JsonSerializer.Serialize(spaces);
}
