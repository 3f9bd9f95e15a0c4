using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Grains.Programmes;

/// <summary>
/// The programmes' rules as they stand, and the applicants with their facts. Pure memory; one writer.
/// </summary>
internal sealed class ProgrammesBook : IProjection
{
    private readonly Dictionary<string, ImmutableArray<ProgrammeVersion>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stored<Applicant>> _applicants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Industry, Visibility Visibility)> _parties = new(
        StringComparer.Ordinal
    );

    public ProgrammesBook() => (Programmes, Assessor) = Rules(_versions);

    public IReadOnlyList<string> Kinds { get; } = [RecordKind.Programme, RecordKind.Applicant, .. ApplicantId.Kinds];

    public ImmutableArray<Programme> Programmes { get; private set; }

    public Assessor Assessor { get; private set; }

    /// <summary>Counts the changes of rules.</summary>
    public long RulesVersion { get; private set; }

    /// <summary>The applicants by id.</summary>
    public IEnumerable<Stored<Applicant>> Applicants =>
        _applicants.Values.OrderBy(applicant => applicant.Record.Id, StringComparer.Ordinal);

    /// <param name="id">An <see cref="ApplicantId"/>.</param>
    public Stored<Applicant>? Applicant(string id) => _applicants.GetValueOrDefault(id);

    /// <param name="applicant">An <see cref="ApplicantId"/>.</param>
    public Applicant? Find(string applicant) => Applicant(applicant)?.Record;

    /// <summary>The industry that a party's own record states; null: none.</summary>
    public string? IndustryOf(string applicant) => _parties.GetValueOrDefault(applicant).Industry;

    /// <summary>An applicant's facts, with the strategic industry that follows from the party's own record.</summary>
    public Facts FactsOf(Stored<Applicant> applicant) =>
        FactsOf(applicant.Record.Facts, IndustryOf(applicant.Record.Id));

    public static Facts FactsOf(Facts facts, string? industry) =>
        facts with
        {
            StrategicIndustry = facts.StrategicIndustry ?? StrategicIndustries.Of(industry),
        };

    public void Load(string kind, IReadOnlyList<RecordState> records)
    {
        foreach (var record in records)
            Take(record);
    }

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        var ended = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in change)
        {
            // Watchers may have lost access: they re-subscribe and are authorised again.
            if (
                ApplicantId.Kinds.Contains(entry.Kind)
                && ApplicantId.Of(new(entry.Kind, entry.Id)) is var applicant
                && _parties.TryGetValue(applicant, out var known)
                && (entry.Body is null || !WritePreconditions.IsSame(known.Visibility, entry.Visibility))
            )
                ended.Add(AssessmentMessage.TopicOf(applicant));
            Take(entry);
        }

        return new([], ended.ToImmutable());
    }

    private void Take(RecordState record)
    {
        switch (record.Kind)
        {
            case RecordKind.Programme when record.Body is { } body:
                _versions[record.Id] = RecordJson.Read<ProgrammeRevision>(body).Versions;
                (Programmes, Assessor) = Rules(_versions);
                RulesVersion++;
                break;
            case RecordKind.Applicant when record.Body is { } body:
                var applicant = RecordJson.Read<Applicant>(body);
                _applicants[record.Id] = new(
                    applicant with
                    {
                        Id = record.Id,
                        Version = record.Version,
                    },
                    record.Visibility
                );
                break;
            case RecordKind.Applicant:
                _applicants.Remove(record.Id);
                break;
            case var kind when ApplicantId.Kinds.Contains(kind):
                TakeParty(ApplicantId.Of(new(kind, record.Id)), record);
                break;
        }
    }

    private void TakeParty(string applicant, RecordState record)
    {
        if (record.Body is { } body)
            _parties[applicant] = (
                ApplicantParty.Of(RecordJson.Read(KindTable.Of(record.Kind), body)).Industry,
                record.Visibility
            );
        else
            _parties.Remove(applicant);
    }

    private static (ImmutableArray<Programme>, Assessor) Rules(
        Dictionary<string, ImmutableArray<ProgrammeVersion>> edited
    )
    {
        ImmutableArray<Programme> programmes =
        [
            .. ProgrammeCatalogue.All.Select(programme =>
                edited.TryGetValue(programme.Id, out var versions) ? programme with { Versions = versions } : programme
            ),
        ];
        return (programmes, new(programmes));
    }
}
