using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Files;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

/// <summary>Imports of standalone records: firms and centres.</summary>
public sealed class StandaloneImportTests : IAsyncLifetime
{
    private LiveSystem _system = null!;

    public async ValueTask InitializeAsync() => _system = await LiveSystem.Start();

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task A_firm_is_imported_with_every_cell_of_its_row()
    {
        var report = await _system.Import(
            ListingKind.Firms,
            "id,name_en,building_id,registration_number,capabilities,certifications,tolerance,employees,exporter,lat,lon,district\n"
                + "f9,Wing Tai,prosperity-center,55123456-000,process/machining/cnc,iso-13485@2027-03-31|iso-9001,0.01,46,yes,22.31,114.22,kwunTong\n"
        );

        Assert.Equal((1, 1, 0), (report.Read, report.Created, report.Rejected.Count));
        var firm = await _system.Grains.Firm("f9").Get(LiveSystem.Officer);
        Assert.Equal(("prosperity-center", "55123456-000"), (firm.BuildingId, firm.RegistrationNumber));
        Assert.Equal(
            new TagsValue([new("iso-13485", new DateOnly(2027, 3, 31)), new("iso-9001")]),
            firm.Values["certifications"]
        );
        Assert.Equal(new PointValue(22.31, 114.22), firm.Values["location"]);
    }

    [Fact]
    public async Task A_centre_is_imported_with_its_first_and_last_day()
    {
        await _system.Import(
            ListingKind.Centres,
            "id,name_en,platform,fields,contractResearch,valid_from,valid_to\nc1,One,itcCentre,strategic/robotics,no,2006-04-01,2026-03-31\n"
        );

        var centre = await _system.Grains.Centre("c1").Get(LiveSystem.Officer);
        Assert.Equal((new DateOnly(2006, 4, 1), new DateOnly(2026, 3, 31)), (centre.ValidFrom, centre.ValidTo));
        Assert.Equal(new FlagValue(false), centre.Values["contractResearch"]);
    }

    [Theory]
    [InlineData("firms", "id,name_en,employees,building_id\nx1,One,12,b1\nx2,Two,,\n")]
    [InlineData("centres", "id,name_en,readiness,valid_to\nx1,One,7,2027-01-01\nx2,Two,,\n")]
    public async Task Importing_the_same_file_again_changes_nothing(string kind, string csv)
    {
        await _system.Import(ListingKind.Find(kind)!, csv);

        var again = await _system.Import(ListingKind.Find(kind)!, csv);

        Assert.Equal((0, 0, 2), (again.Created, again.Updated, again.Unchanged));
    }

    [Fact]
    public async Task Values_added_by_people_stay_unless_a_cell_says_unknown()
    {
        await _system.Import(ListingKind.Firms, "id,name_en,employees\nf9,Nine,12\n");
        var firm = await _system.Grains.Firm("f9").Get(LiveSystem.Officer);
        await _system
            .Grains.Firm("f9")
            .Put(
                LiveSystem.Officer,
                firm with
                {
                    BuildingId = "b1",
                    RegistrationNumber = "7/7",
                    Values = firm.Values.Add("founded", new NumberValue(1988)),
                },
                firm.Version,
                chosen: true
            );

        var same = await _system.Import(ListingKind.Firms, "id,name_en,employees,building_id,founded\nf9,Nine,12,,\n");
        var other = await _system.Import(ListingKind.Firms, "id,registration_number,founded\nf9,unknown,unknown\n");

        Assert.Equal((1, 1), (same.Unchanged, other.Updated));
        var after = await _system.Grains.Firm("f9").Get(LiveSystem.Officer);
        Assert.Equal(("b1", null), (after.BuildingId, after.RegistrationNumber));
        Assert.Equal(["employees"], after.Values.Keys);
    }

    [Fact]
    public async Task A_dry_run_reports_and_changes_nothing()
    {
        var report = await _system.Import(ListingKind.Firms, "id,name_en\nf9,Nine\n", dryRun: true);

        Assert.Equal(1, report.Created);
        await Assert.ThrowsAsync<NotFoundException>(() => _system.Grains.Firm("f9").Get(LiveSystem.Officer));
    }

    [Theory]
    [InlineData("firms", "building_id", "b 1", "notAnId")]
    [InlineData("firms", "building_id", "b/1", "notAnId")]
    [InlineData("firms", "registration_number", "12 34", "notARegistrationNumber")]
    [InlineData("firms", "registration_number", "123456789012345678901", "notARegistrationNumber")]
    [InlineData("firms", "registration_number", "號碼", "notARegistrationNumber")]
    [InlineData("firms", "capabilities", "a||b", "notTags")]
    [InlineData("firms", "employees", "some", "notANumber")]
    [InlineData("firms", "tolerance", "0.0001", "outOfRange")]
    [InlineData("firms", "smartLevel", "5", "outOfRange")]
    [InlineData("firms", "district", "mars", "unknownCode")]
    [InlineData("firms", "exporter", "perhaps", "notAFlag")]
    [InlineData("firms", "id", "f 9", "notAnId")]
    [InlineData("firms", "id", "f/9", "notAnId")]
    [InlineData("centres", "valid_from", "soon", "notADay")]
    [InlineData("centres", "valid_to", "2026-03", "notADay")]
    [InlineData("centres", "platform", "hospital", "unknownCode")]
    [InlineData("centres", "readiness", "10", "outOfRange")]
    public async Task A_bad_cell_is_rejected_under_its_column(string kind, string column, string cell, string code)
    {
        var csv = column == "id" ? $"id,name_en\n{Some.Quoted(cell)},One\n" : $"id,{column}\nx1,{Some.Quoted(cell)}\n";

        var (patches, errors) = await Some.Read(csv, ListingKind.Find(kind));

        Assert.Empty(patches);
        Assert.Equal((column, code), (errors[0].Column, errors[0].Error.Code));
    }

    [Theory]
    [InlineData("firms", "area")]
    [InlineData("firms", "valid_to")]
    [InlineData("centres", "building_id")]
    [InlineData("centres", "capabilities")]
    [InlineData("buildings", "building_id")]
    [InlineData("spaces", "registration_number")]
    public async Task A_column_of_another_kind_is_unknown(string kind, string column)
    {
        var bad = await Assert.ThrowsAsync<BadFileException>(() =>
            Some.File(ListingKind.Find(kind)!, $"id,{column}\nx1,1\n")
        );

        Assert.Equal("unknownColumn", bad.Reason.Code);
    }

    [Fact]
    public async Task Wrong_rows_are_rejected_with_line_and_column_and_the_others_imported()
    {
        var report = await _system.Import(ListingKind.Firms, "id,employees\nf1,12\nf2,many\nf1,13\n,4\nf3,5\n");

        Assert.Equal((5, 2), (report.Read, report.Created));
        Assert.Equal([(3, "employees"), (4, "id"), (5, "id")], report.Rejected.Select(row => (row.Line, row.Column)));
    }

    [Fact]
    public async Task A_firm_imports_itself_and_no_other()
    {
        await _system.Import(ListingKind.Firms, "id,public\nf1,yes\nf2,yes\n");
        var caller = new Caller("a@b", Role.Firm, PartyId.Firm("f1"));
        var patch = new ListingPatch
        {
            Id = "f1",
            Values = ImmutableSortedDictionary<string, Value>.Empty.Add("employees", new NumberValue(7)),
        };

        var own = await _system.Grains.Firm("f1").Import(caller, patch, dryRun: false);
        var other = await _system.Grains.Firm("f2").Import(caller, patch with { Id = "f2" }, dryRun: false);
        var missing = await _system.Grains.Firm("f3").Import(caller, patch with { Id = "f3" }, dryRun: false);

        Assert.Equal(ImportOutcome.Updated, own.Outcome);
        Assert.Equal((ImportOutcome.Rejected, "notYourRecord"), (other.Outcome, other.Errors[0].Code));
        Assert.Equal((ImportOutcome.Rejected, "notYourRecord"), (missing.Outcome, missing.Errors[0].Code));
    }

    [Fact]
    public async Task A_possible_duplicate_firm_is_created_and_reported()
    {
        const string header = "id,name_en,name_zh_hans,registration_number\n";
        var first = await _system.Import(
            ListingKind.Firms,
            header + "f1,Wing Tai Metal Works Ltd,,55123456\nf2,Kwong Hing,,\n"
        );

        var second = await _system.Import(
            ListingKind.Firms,
            header + "f1,Wing Tai Metal Works Ltd,,\nf3,WING TAI METAL WORKS,,\nf4,Other,,5512-3456\nf5,Lee Kee,李记,\n"
        );

        Assert.Null(first.Duplicates);
        Assert.Equal((3, 1, 0), (second.Created, second.Unchanged, second.Rejected.Count));
        Assert.Equal(
            [(3, "f3", "f1", DuplicateVerdict.PossibleMatch), (4, "f4", "f1", DuplicateVerdict.Match)],
            second.Duplicates!.Select(row => (row.Line, row.Id, row.Of, row.Verdict))
        );
    }
}
