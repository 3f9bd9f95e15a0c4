using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Reminders;
using Matchmaker.Matching.Upgrades.Steps;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Upgrades;

/// <summary>
/// What firms keep of their upgrading, by which rules and facts it is paid for, and the published firms and needs
/// around them. Pure memory; one writer.
/// </summary>
/// <param name="today">In Hong Kong.</param>
internal sealed partial class UpgradesBook(Readings readings, DateOnly today) : IProjection
{
    private readonly ProgrammesBook _programmes = new();
    private readonly Dictionary<string, Stored<Upgrade>> _kept = new(StringComparer.Ordinal);

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    // Without what it answers and plans.
    private readonly Dictionary<string, DistrictFirm> _firms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedNeed> _needs = new(StringComparer.Ordinal);

    // The best funding of a plan is searched for, so it is kept until something that it rests on changes.
    private readonly Dictionary<string, FundedPath> _paths = new(StringComparer.Ordinal);
    private (long Changes, DateOnly Day, DistrictFigures Figures)? _district;
    private long _changes;

    public IReadOnlyList<string> Kinds =>
        [RecordKind.Steps, RecordKind.Upgrade, RecordKind.NotifiedPath, RecordKind.Opportunity, .. _programmes.Kinds];

    /// <summary>The ids of the firms that ask to be told, and of those that were told and ask no more, in order.
    /// </summary>
    public IReadOnlyList<string> Notified =>
        [
            .. _kept
                .Values.Where(kept => kept.Record.Tell)
                .Select(kept => kept.Record.Id)
                .Union(_told)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What a firm keeps; null: nothing.</summary>
    public Upgrade? Find(string firm) => _kept.GetValueOrDefault(firm)?.Record;

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        if (_programmes.Kinds.Contains(kind))
            _programmes.Load(kind, records);
        if (kind == RecordKind.Steps)
            _steps = _steps.With(records);
        foreach (var record in records)
            Take(record);
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        _programmes.Apply([.. change.Where(entry => _programmes.Kinds.Contains(entry.Kind))]);
        var steps = StepsOn(_day);
        _steps = _steps.With(change.Where(entry => entry.Kind == RecordKind.Steps));
        foreach (var entry in change)
            Take(entry);
        return TurnedSince(steps);
    }

    public Publication AdvanceDay(DateOnly day)
    {
        var steps = StepsOn(_day);
        _day = day;
        return TurnedSince(steps);
    }

    /// <summary>The planned certificates that firms let enterprises see, those of each firm that has any.</summary>
    public ImmutableArray<CertificatePlan> Plans(DateOnly day) =>
        [
            .. _kept
                .Values.Where(kept => kept.Record.Consent.Planned)
                .Select(kept => new CertificatePlan(kept.Record.Id, PathOf(kept.Record, day).Plan.Certificates))
                .Where(plan => !plan.Certificates.IsEmpty),
        ];

    /// <summary>The figures of the district on that day.</summary>
    public DistrictFigures District(DateOnly day)
    {
        if (_district is { } known && (known.Changes, known.Day) == (_changes, day))
            return known.Figures;
        var figures = new DistrictFigures(
            StepsOn(day),
            [
                .. _kept
                    .Values.Where(kept => kept.Record.Consent.District)
                    .Select(kept => Counted(kept.Record, day))
                    .OfType<DistrictFirm>(),
            ],
            _needs.Values,
            day
        );
        _district = (_changes, day, figures);
        return figures;
    }

    /// <summary>The steps of what a firm keeps, and who pays for each, on a day.</summary>
    public FundedPath PathOf(Upgrade upgrade, DateOnly day)
    {
        var basis = BasisOf(upgrade, day);
        return _paths.TryGetValue(upgrade.Id, out var known) && known.Basis == basis
            ? known
            : _paths[upgrade.Id] = PathBy(StepsOn(day), upgrade, KeptOf(upgrade), basis);
    }

    private Applicant? KeptOf(Upgrade upgrade) => _programmes.Find(ApplicantId.Of(PartyId.Firm(upgrade.Id)));

    private FundingBasis BasisOf(Upgrade upgrade, DateOnly day) =>
        new(
            upgrade.Version,
            KeptOf(upgrade)?.Version ?? 0,
            _programmes.IndustryOf(ApplicantId.Of(PartyId.Firm(upgrade.Id))),
            _programmes.RulesVersion,
            _steps.Versions[^1].Number,
            day
        );

    private FundedPath PathBy(StepsOfDay table, Upgrade upgrade, Applicant? kept, FundingBasis basis)
    {
        var steps = UpgradePath.Schedule(table, upgrade.Steps, basis.Day);
        var rules = StepFunding.RulesOf(_programmes.Programmes);
        var facts = ProgrammesBook.FactsOf(kept?.Facts ?? new(), basis.Industry);
        var plan = FundedPlan.Of(steps, rules, facts, readings, basis.Day);
        var answers = PathReminders.Answers(steps, plan.Grants, rules);
        return new(upgrade.Id, basis, steps, plan, facts, answers);
    }

    private void Take(RecordState record)
    {
        _changes++;
        switch (record.Kind)
        {
            case RecordKind.Upgrade when record.Body is { } body:
                var upgrade = RecordJson.Read<Upgrade>(body) with { Id = record.Id, Version = record.Version };
                _kept[record.Id] = new(upgrade, record.Visibility);
                break;
            case RecordKind.Upgrade:
                _kept.Remove(record.Id);
                _paths.Remove(record.Id);
                break;
            case RecordKind.NotifiedPath when record.Body is null:
                _told.Remove(record.Id);
                break;
            case RecordKind.NotifiedPath:
                _told.Add(record.Id);
                break;
            case RecordKind.Firm:
                Put(
                    _firms,
                    record.Id,
                    record.Body is { } firm ? Published(record.Id, RecordJson.Read<Firm>(firm)) : null
                );
                break;
            case RecordKind.Opportunity:
                // What a confidential enterprise publishes is on no board.
                Put(
                    _needs,
                    record.Id,
                    record.Body is { } need && !record.IsConfidential
                        ? Published(record.Id, RecordJson.Read<Opportunity>(need))
                        : null
                );
                break;
        }
    }

    private static void Put<T>(Dictionary<string, T> all, string id, T? item)
        where T : class
    {
        if (item is null)
            all.Remove(id);
        else
            all[id] = item;
    }

    private static DistrictFirm? Published(string id, Firm firm) =>
        firm is { Public: true, MergedInto: null }
            ? new(
                id,
                firm.Name,
                firm.Sample,
                firm.Values.GetValueOrDefault("smartLevel") is NumberValue level ? (int)level.Number : null,
                [.. (Tags(firm, "industries")?.Tags ?? []).Select(tag => tag.Code)],
                firm.BuildingId,
                new(Tags(firm, "capabilities"), Tags(firm, "certifications")),
                [],
                []
            )
            : null;

    private static PublishedNeed? Published(string id, Opportunity need) =>
        need.Public ? new(id, Tags(need, "needs"), Tags(need, "certifications")) : null;

    private static TagsValue? Tags(Listing listing, string attribute) =>
        listing.Values.GetValueOrDefault(attribute) as TagsValue;

    // Null: its profile is not published.
    private DistrictFirm? Counted(Upgrade upgrade, DateOnly day) =>
        _firms.GetValueOrDefault(upgrade.Id) is { } firm
            ? firm with
            {
                Symptoms = upgrade.Answers.Symptoms ?? [],
                Unused = PathOf(upgrade, day).Plan.Unused,
            }
            : null;
}

/// <summary>The steps of what a firm keeps, and who pays for each.</summary>
/// <param name="Facts">The firm's facts by which the rules were read.</param>
/// <param name="Answers">Who pays for each step that is planned or applied.</param>
internal sealed record FundedPath(
    string Firm,
    FundingBasis Basis,
    ImmutableArray<ScheduledStep> Steps,
    FundedPlan Plan,
    Facts Facts,
    ImmutableArray<StepAnswer> Answers
);

/// <summary>What a plan's funding rests on: versions, the industry that the firm's profile states, and the day.
/// </summary>
internal sealed record FundingBasis(long Upgrade, long Facts, string? Industry, long Rules, int Steps, DateOnly Day);
