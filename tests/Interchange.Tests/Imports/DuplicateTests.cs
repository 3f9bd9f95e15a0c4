using Matchmaker.Contracts;
using Matchmaker.Contracts.Firms;
using Matchmaker.Interchange.Duplicates;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Interchange.Tests.Imports;

public sealed class DuplicateTests : IAsyncLifetime
{
    private const string Header = "id,name_en,name_zh_hant,registration_number,employees\n";

    private LiveSystem _system = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await LiveSystem.Start();
        await _system.Import(ListingKind.Firms, Header + "known,Wing Fat Metal Works Ltd,榮發五金廠,31415926,12\n");
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Theory]
    [InlineData("n1,Other,,31415926-000,\n", DuplicateVerdict.Match)]
    [InlineData("n1,Other,,3141 5926,\n", DuplicateVerdict.Match)]
    [InlineData("n1,Other,,31415926-000-11-26-A,\n", DuplicateVerdict.Match)]
    [InlineData("n1,Metal Works WING FAT,,,\n", DuplicateVerdict.PossibleMatch)]
    [InlineData("n1,,荣发五金厂有限公司,,\n", DuplicateVerdict.PossibleMatch)]
    [InlineData("n1,榮發五金廠 Wing Fat Metal Works,,,\n", DuplicateVerdict.PossibleMatch)]
    public async Task The_trial_names_what_was_found_as_the_run_does(string row, DuplicateVerdict verdict)
    {
        var trial = await _system.Import(ListingKind.Firms, Header + row, dryRun: true);
        var run = await _system.Import(ListingKind.Firms, Header + row);

        var found = Assert.Single(trial.Duplicates!);
        Assert.Equal((2, "n1", "known", verdict), (found.Line, found.Id, found.Of, found.Verdict));
        Assert.Equal("Wing Fat Metal Works Ltd", found.Name?.En);
        Assert.Equivalent(trial, run);
    }

    [Fact]
    public async Task Two_new_rows_with_one_number_are_named_in_the_trial()
    {
        const string file = Header + "a,Alpha,,66778899,\nb,Beta,,66778899,\n";

        var trial = await _system.Import(ListingKind.Firms, file, dryRun: true);
        var run = await _system.Import(ListingKind.Firms, file);

        var found = Assert.Single(trial.Duplicates!);
        Assert.Equal((3, "b", "a", 2), (found.Line, found.Id, found.Of, found.OfLine));
        Assert.Equivalent(trial, run);
    }

    [Theory]
    [InlineData(DuplicateAction.Create, 3, 0, null, null)]
    [InlineData(DuplicateAction.Skip, 1, 0, 2, null)]
    [InlineData(DuplicateAction.Merge, 1, 1, null, 1)]
    public async Task Duplicates_are_created_skipped_or_merged_as_the_trial_said(
        DuplicateAction action,
        int created,
        int updated,
        int? skipped,
        int? merged
    )
    {
        const string file = Header + "a,Alpha Tools,,66778899,\nb,,,66778899-000,7\nc,,榮發五金廠,,30\n";

        var trial = await Import(file, new(action), dryRun: true);
        var run = await Import(file, new(action), dryRun: false);

        Assert.Equal((created, updated, skipped, merged), (run.Created, run.Updated, run.Skipped, run.Merged));
        Assert.Equivalent(trial, run);
        var known = await _system.Grains.Firm("known").Get(LiveSystem.Officer);
        Assert.Equal(new NumberValue(action == DuplicateAction.Merge ? 30 : 12), known.Values["employees"]);
        if (action == DuplicateAction.Merge)
            Assert.Equal(
                new NumberValue(7),
                (await _system.Grains.Firm("a").Get(LiveSystem.Officer)).Values["employees"]
            );
    }

    [Fact]
    public async Task Rows_without_ids_that_are_named_alike_are_records_of_their_own_or_one_as_is_chosen()
    {
        const string file =
            "name_en,address_en,employees\nKwong Hing,1 Hung To Road,5\nKwong Hing,2 Hung To Road,6\n"
            + "Kwong Hing 3,,7\nKwong Hing,1 Hung To Road,8\n";

        var trial = await Import(file, new(DuplicateAction.Create), dryRun: true);
        var run = await Import(file, new(DuplicateAction.Create), dryRun: false);
        var again = await Import(file, new(DuplicateAction.Create), dryRun: false);
        var skipped = await Import("name_en\nWah Fung\nWah Fung\n", new(DuplicateAction.Skip), dryRun: false);

        Assert.Empty(run.Rejected);
        Assert.Equal((4, 4), (run.Created, again.Unchanged));
        Assert.Equivalent(trial, run);
        Assert.Equal(
            [("kwong-hing-2", "kwong-hing", 2), ("kwong-hing-4", "kwong-hing", 2)],
            run.Duplicates!.Where(row => row.Id != "kwong-hing-3").Select(row => (row.Id, row.Of, row.OfLine!.Value))
        );
        Assert.Equal((1, 1), (skipped.Created, skipped.Skipped));
        string[] ids = ["kwong-hing", "kwong-hing-2", "kwong-hing-3", "kwong-hing-4"];
        for (var i = 0; i < ids.Length; i++)
        {
            var firm = await _system.Grains.Firm(ids[i]).Get(LiveSystem.Officer);
            Assert.Equal(new NumberValue(5 + i), firm.Values["employees"]);
        }
    }

    [Fact]
    public async Task A_row_can_be_decided_by_itself()
    {
        const string file = Header + "a,,,31415926,20\nb,,榮發五金廠,,30\n";
        var choice = new DuplicateChoice(
            DuplicateAction.Skip,
            new Dictionary<int, DuplicateAction> { [2] = DuplicateAction.Merge }
        );

        var run = await Import(file, choice, dryRun: false);

        Assert.Equal((0, 1, 1), (run.Created, run.Updated, run.Skipped));
        Assert.Equal([DuplicateAction.Merge, DuplicateAction.Skip], run.Duplicates!.Select(row => row.Action));
    }

    private Task<ImportReport> Import(string csv, DuplicateChoice choice, bool dryRun) =>
        new Importer(_system.Grains, TimeProvider.System).Run(
            LiveSystem.Officer,
            ListingKind.Firms,
            FileFormat.Csv,
            Some.Utf8(csv),
            dryRun,
            "en",
            choice
        );
}
