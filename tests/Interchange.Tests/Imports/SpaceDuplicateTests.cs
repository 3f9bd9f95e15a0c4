using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>Spaces, buildings and centres that a file enters a second time.</summary>
public sealed class SpaceDuplicateTests(SpaceDuplicateTests.Known known) : IClassFixture<SpaceDuplicateTests.Known>
{
    private const string Buildings = "id,name_en,name_zh_hant,address_en,address_zh_hant\n";
    private const string Spaces = "id,building_id,floor,unit,area\n";

    private static int _last;

    private readonly string _building = $"b{Interlocked.Increment(ref _last)}";

    [Theory]
    [InlineData("n1,B,五樓,A室,\n", DuplicateVerdict.Match)]
    [InlineData("n1,B,Level 5,Flat A,\n", DuplicateVerdict.Match)]
    [InlineData("n1,B,,5樓A室,\n", DuplicateVerdict.Match)]
    [InlineData("n1,B,,5A,\n", DuplicateVerdict.PossibleMatch)]
    public async Task A_space_is_known_by_building_floor_and_unit_however_they_are_written(
        string row,
        DuplicateVerdict verdict
    )
    {
        await AddBuilding("known,B,5/F,A,500\n");

        var trial = await Run(ListingKind.Spaces, Of(row), dryRun: true);
        var run = await Run(ListingKind.Spaces, Of(row));

        var found = Assert.Single(trial.Duplicates!);
        Assert.Equal(
            (2, $"{_building}/n1", $"{_building}/known", verdict),
            (found.Line, found.Id, found.Of, found.Verdict)
        );
        Assert.Equal([DuplicateReason.Building, DuplicateReason.Floor, DuplicateReason.Unit], found.Reasons);
        Assert.Equivalent(trial, run);
    }

    [Fact]
    public async Task Other_floors_units_and_buildings_are_no_duplicates()
    {
        await AddBuilding("known,B,5/F,A,500\n");
        await Run(ListingKind.Buildings, Buildings + $"{_building}x,,,,\n");

        var run = await Run(ListingKind.Spaces, Of("n1,B,6/F,A,\nn2,B,5/F,C,\nn3,Bx,5/F,A,\nn4,B,,,\nn5,B,,,\n"));

        Assert.Equal((5, null), (run.Created, run.Duplicates));
    }

    [Theory]
    [InlineData(DuplicateAction.Create, 3, 0, null, null)]
    [InlineData(DuplicateAction.Skip, 1, 0, 2, null)]
    [InlineData(DuplicateAction.Merge, 1, 1, null, 1)]
    public async Task Spaces_are_created_skipped_or_merged_as_the_trial_said(
        DuplicateAction action,
        int created,
        int updated,
        int? skipped,
        int? merged
    )
    {
        await AddBuilding("known,B,5/F,A,500\n");
        var file = Of("n1,B,7/F,1,\nn2,B,七樓,１號,700\nn3,B,5樓,A室,800\n");

        var trial = await Run(ListingKind.Spaces, file, new(action), dryRun: true);
        var run = await Run(ListingKind.Spaces, file, new(action));

        Assert.Equal((created, updated, skipped, merged), (run.Created, run.Updated, run.Skipped, run.Merged));
        Assert.Equal([(3, 2), (4, null)], run.Duplicates!.Select(row => (row.Line, row.OfLine)));
        Assert.Equivalent(trial, run);
        var space = await known.Grains.Building(_building).GetSpace(LiveSystem.Officer, "known");
        Assert.Equal(new NumberValue(action == DuplicateAction.Merge ? 800 : 500), space.Values["area"]);
    }

    [Fact]
    public async Task A_row_that_is_refused_is_no_duplicate_and_has_none()
    {
        await AddBuilding();
        var file = Of("n1,B,7/F,1,much\nn2,B,七樓,1,700\nn3,nowhere,7/F,1,\nn4,nowhere,七樓,1,\n");

        var run = await Run(ListingKind.Spaces, file, new(DuplicateAction.Merge));

        Assert.Equal((1, null), (run.Created, run.Duplicates));
        Assert.Equal([2, 4, 5], run.Rejected.Select(cell => cell.Line));
    }

    [Fact]
    public async Task Rows_of_one_space_meet_however_far_apart_they_stand()
    {
        await AddBuilding();
        var file = Of(
            string.Concat(Enumerable.Range(0, 1_200).Select(i => $"n{i},B,{i / 40},{i % 40 + 1},{i + 1}\n"))
                + "again,B,G/F,Unit 1,9999\n"
        );

        var run = await Run(ListingKind.Spaces, file, new(DuplicateAction.Merge));

        Assert.Equal((1_200, 0, 1), (run.Created, run.Updated, run.Merged));
        var space = await known.Grains.Building(_building).GetSpace(LiveSystem.Officer, "n0");
        Assert.Equal(new NumberValue(9999), space.Values["area"]);
    }

    [Theory]
    [InlineData("Wing Fat Industrial Building,,,", "WING FAT IND. BLDG,,,", DuplicateVerdict.PossibleMatch)]
    [InlineData(",榮華工業大廈,,", ",荣华工业大厦,,", DuplicateVerdict.PossibleMatch)]
    [InlineData("Hoi Luen Centre,,55 Hoi Yuen Road,", "Hoi Luen Center,,55 Hoi Yuen Rd,", DuplicateVerdict.Match)]
    public async Task A_building_is_known_by_its_name_in_any_script(string stored, string row, DuplicateVerdict verdict)
    {
        await Run(ListingKind.Buildings, Buildings + $"{_building}known,{stored}\n");
        var file = Buildings + $"{_building},{row}\n";

        var trial = await Run(ListingKind.Buildings, file, dryRun: true);
        var run = await Run(ListingKind.Buildings, file);

        var found = Assert.Single(trial.Duplicates!);
        Assert.Equal((_building, $"{_building}known", verdict), (found.Id, found.Of, found.Verdict));
        Assert.Equivalent(trial, run);
    }

    [Fact]
    public async Task Blocks_of_one_estate_are_two_buildings()
    {
        const string file =
            Buildings
            + "e1,Kwun Tong Industrial Centre Block 1,,472 Kwun Tong Road,\ne2,Kwun Tong Industrial Centre Block 2,,472 Kwun Tong Road,\n";

        Assert.Null((await Run(ListingKind.Buildings, file)).Duplicates);
    }

    [Fact]
    public async Task A_building_and_a_centre_go_into_the_one_of_an_earlier_row()
    {
        var buildings = await Run(
            ListingKind.Buildings,
            Buildings + "camel,Camel Paint Building,,,\ncamel2,Camel Paint Bldg,駱駝漆大廈,,\n",
            new(DuplicateAction.Merge)
        );
        const string centres = "id,name_en,name_zh_hant\n";
        await Run(ListingKind.Centres, centres + "c1,Robotics Centre,\n");
        var again = await Run(
            ListingKind.Centres,
            centres + "c2,ROBOTICS CENTER,機械人中心\n",
            new(DuplicateAction.Merge)
        );

        Assert.Equal((1, 1), (buildings.Created, buildings.Merged));
        Assert.Equal("駱駝漆大廈", (await known.Grains.Building("camel").Get(LiveSystem.Officer)).Name?.ZhHant);
        Assert.Equal((0, 1), (again.Created, again.Updated));
        Assert.Equal("機械人中心", (await known.Grains.Centre("c1").Get(LiveSystem.Officer)).Name?.ZhHant);
    }

    private async Task AddBuilding(string spaces = "")
    {
        await Run(ListingKind.Buildings, Buildings + $"{_building},,,,\n");
        await Run(ListingKind.Spaces, Of(spaces));
    }

    // B stands for the building of this test.
    private string Of(string rows) => Spaces + rows.Replace(",B", $",{_building}", StringComparison.Ordinal);

    private Task<ImportReport> Run(ListingKind kind, string csv, DuplicateChoice? choice = null, bool dryRun = false) =>
        new Importer(known.Grains, TimeProvider.System).Run(
            LiveSystem.Officer,
            kind,
            FileFormat.Csv,
            Some.Utf8(csv),
            dryRun,
            "en",
            choice
        );

    /// <summary>One system for all of these tests, each of which has a building of its own.</summary>
    public sealed class Known : IAsyncLifetime
    {
        private LiveSystem _system = null!;

        public IGrainFactory Grains => _system.Grains;

        public async ValueTask InitializeAsync() => _system = await LiveSystem.Start();

        public ValueTask DisposeAsync() => _system.DisposeAsync();
    }
}
