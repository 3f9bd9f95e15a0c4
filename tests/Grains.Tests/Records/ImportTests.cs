using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Buildings;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Records;

public sealed class ImportTests
{
    private static readonly DateOnly Yesterday = Some.Today.AddDays(-1);

    [Theory, OnBoth]
    public async Task An_import_creates_changes_skips_and_rejects_rows_in_one_commit(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");
        ImmutableArray<ListingPatch> rows =
        [
            new()
            {
                Id = "b1",
                Public = true,
                Name = new("Tower"),
                Values = Some.Values(("power", Some.Number(400))),
            },
            new()
            {
                Id = "b1/s1",
                Public = true,
                Unit = "1A",
                Values = Some.Values(("rent", Some.Number(120))),
            },
            new() { Id = "b1/s2", Owner = "nobody" },
        ];

        var first = await building.Import(Some.Officer, rows, false);
        var again = await building.Import(Some.Officer, rows, false);
        var changed = await building.Import(
            Some.Officer,
            [rows[1] with { Unit = "1B" }, new() { Id = "b2/s1" }],
            false
        );

        Assert.Equal(
            [ImportOutcome.Created, ImportOutcome.Created, ImportOutcome.Rejected],
            first.Select(row => row.Outcome)
        );
        Assert.Equal("owner", Assert.Single(first[2].Errors).Path);
        Assert.Equal(
            [ImportOutcome.Unchanged, ImportOutcome.Unchanged, ImportOutcome.Rejected],
            again.Select(row => row.Outcome)
        );
        Assert.Equal([ImportOutcome.Updated, ImportOutcome.Rejected], changed.Select(row => row.Outcome));
        Assert.Equal(2, (await building.GetSpace(Caller.Anonymous, "s1")).Version);
        Assert.Equal(new ChainReport(3, null, false), await JournalChain.Verify(system.Database));
    }

    [Theory, OnBoth]
    public async Task A_dry_run_and_other_roles_write_nothing(Store store)
    {
        await using var system = await TestSystem.On(store);
        var building = system.Grains.Building("b1");

        var tried = await building.Import(Some.Officer, [new() { Id = "b1" }, new() { Id = "b1/s1" }], true);

        Assert.All(tried, row => Assert.Equal(ImportOutcome.Created, row.Outcome));
        await Assert.ThrowsAsync<NotFoundException>(() => building.Get(Some.Officer));
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            building.Import(Some.Person(), [new() { Id = "b1" }], false)
        );
        // An owner's row has the rights of a PUT: buildings are made by the office.
        var strangers = await building.Import(Some.OwnerAgent(), [new() { Id = "b1" }], false);
        Assert.Equal(("id", "notYourRecord"), Refusal(strangers));
        await Assert.ThrowsAsync<NotFoundException>(() => building.Get(Some.Officer));
        var orphan = await building.Import(Some.Officer, [new() { Id = "b1/s1" }], false);
        Assert.Equal("building_id", Assert.Single(orphan[0].Errors).Path);

        static (string Path, string Code) Refusal(IReadOnlyList<ImportResult> rows)
        {
            var row = Assert.Single(rows);
            Assert.Equal(ImportOutcome.Rejected, row.Outcome);
            return (Assert.Single(row.Errors).Path, Assert.Single(row.Errors).Code);
        }
    }

    [Fact]
    public void A_new_record_takes_the_day_and_source_of_its_row()
    {
        var building = Patching.Apply(new Building(), Row(("power", Some.Number(400))));

        Assert.Equal((Yesterday, "visit"), (building.VerifiedOn!.Value, building.Source));
        Assert.Null(building.Facts);
    }

    [Fact]
    public void A_rows_day_and_source_hold_for_the_values_that_it_states()
    {
        var building = Some.Building(values: [("power", Some.Number(400)), ("headroom", Some.Number(4))]) with
        {
            Source = "survey",
        };

        var next = Patching.Apply(building, Row(("power", Some.Number(600))));

        Assert.Equal((Some.Today, "survey"), (next.VerifiedOn!.Value, next.Source));
        Assert.Equal(new Dictionary<string, Fact> { ["power"] = new(Yesterday, "visit") }, next.Facts!);
        Assert.Equal(RecordJson.Write(next), RecordJson.Write(Patching.Apply(next, Row(("power", Some.Number(600))))));
    }

    [Fact]
    public void Unknown_removes_a_value_with_its_fact_and_keeps_the_rest()
    {
        var before = BuildingRules.Patched(
            Some.Space(values: [("power", Some.Number(400)), ("headroom", Some.Number(4))]) with
            {
                Position = 3,
                Name = new("Loft", "閣樓"),
            },
            Row(("power", Some.Number(600)))
        );

        var next = BuildingRules.Patched(
            before,
            new() { Id = "b1/s1", Unknown = ["power", "unit", "name_en", "verified_on"] }
        );

        Assert.Equal(["headroom"], next.Values.Keys);
        Assert.Null(next.Facts);
        Assert.Null(next.Unit);
        Assert.Null(next.VerifiedOn);
        Assert.Equal((3, new LocalText(ZhHant: "閣樓")), (next.Position!.Value, next.Name));
    }

    private static ListingPatch Row(params (string, Value)[] values) =>
        new()
        {
            Id = "b1",
            Values = Some.Values(values),
            VerifiedOn = Yesterday,
            Source = "visit",
        };
}
