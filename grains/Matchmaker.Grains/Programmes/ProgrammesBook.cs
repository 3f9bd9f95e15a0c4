using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
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
    private readonly Dictionary<string, (string? Industry, Visibility Visibility)> _enterprises = new(
        StringComparer.Ordinal
    );

    public ProgrammesBook() => (Programmes, Assessor) = Rules(_versions);

    public IReadOnlyList<string> Kinds { get; } = [RecordKind.Programme, RecordKind.Applicant, RecordKind.Enterprise];

    public ImmutableArray<Programme> Programmes { get; private set; }

    public Assessor Assessor { get; private set; }

    /// <summary>Counts the changes of rules.</summary>
    public long RulesVersion { get; private set; }

    /// <summary>The applicants by id.</summary>
    public IEnumerable<Stored<Applicant>> Applicants =>
        _applicants.Values.OrderBy(applicant => applicant.Record.Id, StringComparer.Ordinal);

    public Applicant? Find(string enterprise) => _applicants.GetValueOrDefault(enterprise)?.Record;

    public string? IndustryOf(string enterprise) => _enterprises.GetValueOrDefault(enterprise).Industry;

    /// <summary>An applicant's facts, with the industry that follows from the enterprise's.</summary>
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
                entry.Kind == RecordKind.Enterprise
                && _enterprises.TryGetValue(entry.Id, out var known)
                && (entry.Body is null || !WritePreconditions.IsSame(known.Visibility, entry.Visibility))
            )
                ended.Add(AssessmentMessage.TopicOf(entry.Id));
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
            case RecordKind.Enterprise when record.Body is { } body:
                _enterprises[record.Id] = (RecordJson.Read<Enterprise>(body).Industry, record.Visibility);
                break;
            case RecordKind.Enterprise:
                _enterprises.Remove(record.Id);
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
        }
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
