using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Grains.Programmes;

/// <summary>What a party has said of itself as an applicant.</summary>
internal sealed class ApplicantGrain(Database database)
    : OwnRecordGrain<Applicant>(RecordKind.Applicant, database, [.. ApplicantId.Kinds]),
        IApplicantGrain
{
    protected override PartyId? Party => ApplicantId.Parse(Key);

    protected override bool IsId => Party is not null;

    protected override ValueTask<IEnumerable<FieldError>> Errors(Applicant body, Applicant? before) =>
        new(FactRules.Check(body.Facts).Errors.Select(error => error with { Path = $"facts.{error.Path}" }));
}
