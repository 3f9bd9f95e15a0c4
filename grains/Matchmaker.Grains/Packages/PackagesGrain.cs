using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Packages;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Gates;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Packages;
using Matchmaker.Matching.Programmes;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Packages;

/// <summary>Combines sites, partners, centres and programmes for one enterprise.</summary>
[StatelessWorker]
internal sealed class PackagesGrain(Database database, PublishedGates gates, TimeProvider time) : Grain, IPackagesGrain
{
    private const int SitesOfEach = 50;
    private const int PicksOfEach = 3;

    private readonly RecordRepository _rows = new(database);
    private readonly IntroductionSources _sources = new(database);

    public async Task<LandingPackage> Of(
        Caller caller,
        string enterprise,
        DateOnly? on,
        int months,
        int top,
        CancellationToken cancellation = default
    )
    {
        var record = await GrainFactory.Enterprise(enterprise).Get(caller, cancellation);
        var day = on ?? time.Today();
        var applicant = ApplicantId.Of(PartyId.Enterprise(enterprise));
        var kept = await GrainFactory.Programmes().AssessKept(caller, applicant, day, cancellation);
        var demands = await Demands(caller, enterprise);
        var table = await gates.Now(cancellation);
        var options = new List<LandingOption>();
        foreach (var (pick, subject) in await Picks(caller, demands, BoardTable.Sites, SitesOfEach))
            options.Add(
                await Option(pick, SiteCost.Of(subject.Values, months, day, table, subject.Waivers), day, kept)
            );
        return new(
            enterprise,
            record.Name,
            day,
            months,
            [
                .. options
                    .OrderBy(option => option.Site.Verdict)
                    .ThenBy(option => option.Cost.RefusesProjects && HasProjects(kept.Facts))
                    .ThenBy(option => option.Net.Net ?? long.MaxValue)
                    .ThenByDescending(option => option.Site.Score)
                    .ThenBy(option => option.Site.Id, StringComparer.Ordinal)
                    .DistinctBy(option => option.Site.Id)
                    .Take(top),
            ],
            [.. (await Picks(caller, demands, BoardTable.Partners, PicksOfEach)).Select(picked => picked.Pick)],
            [.. (await Picks(caller, demands, BoardTable.Research, PicksOfEach)).Select(picked => picked.Pick)],
            kept.Facts,
            [
                .. new[] { BoardTable.Sites, BoardTable.Partners, BoardTable.Research }
                    .Select(board => board.Code)
                    .Where(board => demands.All(demand => demand.Board != board)),
                .. kept.Applicant is null ? [RecordKind.Applicant] : Array.Empty<string>(),
            ]
        );
    }

    private async Task<LandingOption> Option(LandingPick site, SiteCost cost, DateOnly day, KeptAssessment kept)
    {
        // A grant follows the rule of the day on which the site is available.
        var on = cost.AvailableFrom > day ? cost.AvailableFrom.Value : day;
        var facts = cost.RefusesProjects && HasProjects(kept.Facts) ? kept.Facts with { Projects = [] } : kept.Facts;
        var assessment =
            on == kept.Assessment.On && facts == kept.Facts
                ? kept.Assessment
                : await GrainFactory.Programmes().Assess(on, facts);
        return new(site, cost, on, assessment, NetCost.Of(cost, facts, assessment.Package));
    }

    private async Task<IReadOnlyList<Demand>> Demands(Caller caller, string enterprise)
    {
        var rows = await _rows.ListByParty([RecordKind.Demand], PartyId.Enterprise(enterprise));
        return
        [
            .. rows.Where(row => Access.MaySee(caller, row.Visibility))
                .Select(row => RecordJson.Read<Demand>(row.Body!) with { Id = row.Id, Version = row.Version }),
        ];
    }

    private async Task<IReadOnlyList<(LandingPick Pick, Subject Subject)>> Picks(
        Caller caller,
        IReadOnlyList<Demand> demands,
        Board board,
        int each
    )
    {
        var picks = new List<(LandingPick, Subject)>();
        foreach (var demand in demands.Where(demand => demand.Board == board.Code))
        {
            foreach (var match in (await GrainFactory.Index(board.Code).Matches(caller, demand.Id, each)).Matches)
            {
                // The caller may have lost access to the record since it was matched.
                if (
                    await _sources.Match(board.Code, match.Id) is { } subject
                    && subject.Rows.All(row => Access.MaySee(caller, row.Visibility))
                )
                    picks.Add(
                        (
                            new(
                                demand.Id,
                                demand.Name,
                                match.Id,
                                subject.Name,
                                subject.Address,
                                match.Verdict,
                                match.Score
                            ),
                            subject
                        )
                    );
            }
        }

        return picks;
    }

    private static bool HasProjects(Facts facts) => facts.Projects is { IsEmpty: false };
}
