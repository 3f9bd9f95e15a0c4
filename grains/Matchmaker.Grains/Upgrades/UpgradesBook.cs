using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Grains.Programmes;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Grains.Upgrades;

/// <summary>What firms keep of their upgrading, and by which rules and facts it is paid for. Pure memory; one writer.
/// </summary>
internal sealed class UpgradesBook(Readings readings) : IProjection
{
    private readonly ProgrammesBook _programmes = new();
    private readonly Dictionary<string, Stored<Upgrade>> _kept = new(StringComparer.Ordinal);

    // The best funding of a plan is searched for, so it is kept until something that it rests on changes.
    private readonly Dictionary<string, (Basis Basis, CertificatePlan Plan)> _plans = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Kinds => [RecordKind.Upgrade, .. _programmes.Kinds];

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        if (kind != RecordKind.Upgrade)
            _programmes.Load(kind, records);
        else
            foreach (var record in records)
                Take(record);
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        foreach (var entry in change.Where(entry => entry.Kind == RecordKind.Upgrade))
            Take(entry);
        _programmes.Apply([.. change.Where(entry => entry.Kind != RecordKind.Upgrade)]);
        return Publication.Nothing;
    }

    /// <summary>The planned certificates that firms let enterprises see, those of each firm that has any.</summary>
    public ImmutableArray<CertificatePlan> Plans(DateOnly day) =>
        [
            .. _kept
                .Values.Where(kept => kept.Record.Consent.Planned)
                .Select(kept => PlanOf(kept.Record, day))
                .Where(plan => !plan.Certificates.IsEmpty),
        ];

    private void Take(RecordState record)
    {
        if (record.Body is { } body)
        {
            var upgrade = RecordJson.Read<Upgrade>(body) with { Id = record.Id, Version = record.Version };
            _kept[record.Id] = new(upgrade, record.Visibility);
            return;
        }

        _kept.Remove(record.Id);
        _plans.Remove(record.Id);
    }

    private CertificatePlan PlanOf(Upgrade upgrade, DateOnly day)
    {
        var applicant = ApplicantId.Of(PartyId.Firm(upgrade.Id));
        var kept = _programmes.Find(applicant);
        var industry = _programmes.IndustryOf(applicant);
        var basis = new Basis(upgrade.Version, kept?.Version ?? 0, industry, _programmes.RulesVersion, day);
        if (_plans.TryGetValue(upgrade.Id, out var known) && known.Basis == basis)
            return known.Plan;
        var steps = UpgradePath.Schedule(upgrade.Steps, day);
        var grants = StepFunding.Best(
            [.. steps.Select(step => step.ToCost())],
            StepFunding.RulesOf(_programmes.Programmes),
            ProgrammesBook.FactsOf(kept?.Facts ?? new(), industry),
            readings
        );
        var plan = new CertificatePlan(upgrade.Id, PlannedCertificates.Of(steps, grants, day));
        _plans[upgrade.Id] = (basis, plan);
        return plan;
    }

    /// <summary>What a plan's funding rests on.</summary>
    private sealed record Basis(long Upgrade, long Facts, string? Industry, long Rules, DateOnly Day);
}
