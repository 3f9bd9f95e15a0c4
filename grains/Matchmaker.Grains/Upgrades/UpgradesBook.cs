using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Upgrades;

/// <summary>
/// What firms keep of their upgrading, by which rules and facts it is paid for, and the published firms and needs
/// around them. Pure memory; one writer.
/// </summary>
internal sealed class UpgradesBook(Readings readings) : IProjection
{
    private readonly ProgrammesBook _programmes = new();
    private readonly Dictionary<string, Stored<Upgrade>> _kept = new(StringComparer.Ordinal);

    // Without what it answers and plans.
    private readonly Dictionary<string, DistrictFirm> _firms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedNeed> _needs = new(StringComparer.Ordinal);

    // The best funding of a plan is searched for, so it is kept until something that it rests on changes.
    private readonly Dictionary<string, (Basis Basis, FundedPlan Plan)> _plans = new(StringComparer.Ordinal);
    private (long Changes, DateOnly Day, DistrictFigures Figures)? _district;
    private long _changes;

    public IReadOnlyList<string> Kinds => [RecordKind.Upgrade, RecordKind.Opportunity, .. _programmes.Kinds];

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        if (_programmes.Kinds.Contains(kind))
            _programmes.Load(kind, records);
        foreach (var record in records)
            Take(record);
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        _programmes.Apply([.. change.Where(entry => _programmes.Kinds.Contains(entry.Kind))]);
        foreach (var entry in change)
            Take(entry);
        return Publication.Nothing;
    }

    /// <summary>The planned certificates that firms let enterprises see, those of each firm that has any.</summary>
    public ImmutableArray<CertificatePlan> Plans(DateOnly day) =>
        [
            .. _kept
                .Values.Where(kept => kept.Record.Consent.Planned)
                .Select(kept => new CertificatePlan(kept.Record.Id, PlanOf(kept.Record, day).Certificates))
                .Where(plan => !plan.Certificates.IsEmpty),
        ];

    /// <summary>The figures of the district on that day.</summary>
    public DistrictFigures District(DateOnly day)
    {
        if (_district is { } known && (known.Changes, known.Day) == (_changes, day))
            return known.Figures;
        var figures = new DistrictFigures(
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
                _plans.Remove(record.Id);
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
                Unused = PlanOf(upgrade, day).Unused,
            }
            : null;

    private FundedPlan PlanOf(Upgrade upgrade, DateOnly day)
    {
        var applicant = ApplicantId.Of(PartyId.Firm(upgrade.Id));
        var kept = _programmes.Find(applicant);
        var industry = _programmes.IndustryOf(applicant);
        var basis = new Basis(upgrade.Version, kept?.Version ?? 0, industry, _programmes.RulesVersion, day);
        if (_plans.TryGetValue(upgrade.Id, out var known) && known.Basis == basis)
            return known.Plan;
        var plan = FundedPlan.Of(
            UpgradePath.Schedule(upgrade.Steps, day),
            StepFunding.RulesOf(_programmes.Programmes),
            ProgrammesBook.FactsOf(kept?.Facts ?? new(), industry),
            readings,
            day
        );
        _plans[upgrade.Id] = (basis, plan);
        return plan;
    }

    /// <summary>What a plan's funding rests on.</summary>
    private sealed record Basis(long Upgrade, long Facts, string? Industry, long Rules, DateOnly Day);
}
