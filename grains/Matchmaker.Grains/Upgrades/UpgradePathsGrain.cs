using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Gates;
using Matchmaker.Grains.Upgrades.Steps;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Upgrades;

/// <summary>Gathers what the boards know, and draws a path of it.</summary>
[StatelessWorker]
internal sealed partial class UpgradePathsGrain(PublishedGates gates, PublishedSteps published, TimeProvider time)
    : Grain,
        IUpgradePathsGrain
{
    private const int Partners = 3;
    private const int Candidates = 20;
    private const int NeedsAtOnce = 500;

    public async Task<DrawnPath> Kept(
        Caller caller,
        string firm,
        DateOnly? on,
        CancellationToken cancellation = default
    )
    {
        var record = await GrainFactory.FirmThatUpgrades(caller, firm, cancellation);
        var kept = await Lookups.OrNull(() => GrainFactory.Upgrade(firm).Get(caller, cancellation));
        var day = on ?? time.Today();
        // After what is kept is read, so that the table has every step of it.
        var table = await StepsOn(day, cancellation);
        return await Draw(caller, record, day, table, kept?.Answers ?? new(), kept?.Steps ?? [], cancellation);
    }

    public async Task<DrawnPath> Try(
        Caller caller,
        string firm,
        DateOnly? on,
        UpgradeAnswers answers,
        ImmutableArray<ChosenStep> steps,
        CancellationToken cancellation = default
    )
    {
        var record = await GrainFactory.FirmThatUpgrades(caller, firm, cancellation);
        var day = on ?? time.Today();
        var table = await StepsOn(day, cancellation);
        var errors = UpgradeRules.Check(table, answers, steps, Known(table));
        if (!errors.IsEmpty)
            throw new InvalidException([.. errors]);
        return await Draw(caller, record, day, table, answers, steps, cancellation);
    }

    private async Task<StepsOfDay> StepsOn(DateOnly day, CancellationToken cancellation) =>
        (await published.Now(cancellation)).StepsOn(day);

    // What a firm tries may hold steps that it keeps and that are not offered on that day.
    private static IReadOnlyCollection<string> Known(StepsOfDay table) =>
        [.. table.Withdrawn.Concat(table.Later).Select(step => step.Id)];

    private async Task<DrawnPath> Draw(
        Caller caller,
        Firm firm,
        DateOnly day,
        StepsOfDay table,
        UpgradeAnswers answers,
        ImmutableArray<ChosenStep> chosen,
        CancellationToken cancellation
    )
    {
        var profile = new UpgradeProfile(Tags(firm, "capabilities"), Tags(firm, "certifications"));
        answers = answers with { Level = answers.Level ?? LevelOf(firm) };
        var needs = await Needs(caller, cancellation);
        var steps = UpgradePath.Schedule(table, chosen, day);
        var opened = UpgradePath.Opened(steps.Select(step => step.Step), profile, needs, day);
        var programmes = await GrainFactory.Programmes().List(cancellation);
        var applicant = ApplicantId.Of(PartyId.Firm(firm.Id));
        var facts = (await GrainFactory.Programmes().AssessKept(caller, applicant, day, cancellation)).Facts;
        var rules = StepFunding.RulesOf(programmes.Items);
        var grants = StepFunding.Best([.. steps.Select(step => step.ToCost())], rules, facts, programmes.Readings);
        var building = firm.BuildingId is { } id
            ? await Lookups.OrNull(() => GrainFactory.Building(id).Get(caller, cancellation))
            : null;
        var drawn = await Task.WhenAll(steps.Select(One));
        var (cost, paid) = (steps.Sum(step => step.Cost), StepFunding.Sum(grants));
        var met = UpgradePath.Met(profile, needs, day).Count;
        return new(
            day,
            answers.Level,
            UpgradePath.Suggest(table, answers, profile, needs, day),
            [.. drawn],
            new(cost, paid, cost - paid, met, opened.IsEmpty ? met : opened[^1].After, needs.Length),
            UpgradePath.Quarters(steps, grants),
            table.Version
        );

        async Task<DrawnStep> One(ScheduledStep step, int place) =>
            new(
                step.Step.Id,
                step.Chosen.Status,
                step.Start,
                step.End,
                step.Months,
                step.MonthsAssumed,
                step.Cost,
                step.CostAssumed,
                grants[place],
                StepFunding.Offers(step.ToCost(), rules, facts, programmes.Readings),
                await Best(caller, BoardTable.Partners, "capabilities", step.Step.Builders, firm.Id, cancellation),
                await Best(caller, BoardTable.Research, "fields", step.Step.Fields, null, cancellation),
                opened[place],
                [.. step.Step.Needs.Select(code => new PathFact(code, building?.Values.GetValueOrDefault(code)))],
                !table.IsOffered(step.Step.Id)
            );
    }

    /// <summary>The profiles that claim any of the codes, those with most of them first.</summary>
    private async Task<ImmutableArray<PathPartner>> Best(
        Caller caller,
        Board board,
        string attribute,
        ImmutableArray<string> codes,
        string? without,
        CancellationToken cancellation
    )
    {
        if (codes.IsEmpty)
            return [];
        var answer = await GrainFactory
            .Index(board.Code)
            .Match(caller, new([.. codes.Select(code => Claims(attribute, code))], Candidates), cancellation);
        return
        [
            .. await Task.WhenAll(
                answer
                    .Matches.Where(match => match.Score > 0 && match.Id != without)
                    .Take(Partners)
                    .Select(async match => new PathPartner(
                        match.Id,
                        board == BoardTable.Partners
                            ? (await Lookups.OrNull(() => GrainFactory.Firm(match.Id).Get(caller, cancellation)))?.Name
                            : (
                                await Lookups.OrNull(() => GrainFactory.Centre(match.Id).Get(caller, cancellation))
                            )?.Name,
                        match.Verdict,
                        match.Score
                    ))
            ),
        ];
    }

    private async Task<ImmutableArray<PublishedNeed>> Needs(Caller caller, CancellationToken cancellation)
    {
        var needs = ImmutableArray.CreateBuilder<PublishedNeed>();
        string? after = null;
        do
        {
            var page = await GrainFactory
                .Catalogue<Opportunity>()
                .List(caller, new(After: after, Limit: NeedsAtOnce), cancellation);
            needs.AddRange(
                page.Items.Where(need => need.Public)
                    .Select(need => new PublishedNeed(need.Id, Tags(need, "needs"), Tags(need, "certifications")))
            );
            after = page.Next;
        } while (after is not null);

        return needs.ToImmutable();
    }

    private static Criterion Claims(string attribute, string code) =>
        new()
        {
            Attribute = attribute,
            Op = Op.Covers,
            Strength = Strength.Prefer,
            Value = new CodeValue(code),
        };

    private static TagsValue? Tags(Contracts.Listings.Listing listing, string attribute) =>
        listing.Values.GetValueOrDefault(attribute) as TagsValue;

    private static int? LevelOf(Firm firm) =>
        firm.Values.GetValueOrDefault("smartLevel") is NumberValue level ? (int)level.Number : null;
}
