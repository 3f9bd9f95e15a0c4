using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Grains.Programmes;

/// <summary>What a party has said of itself as an applicant; it belongs to the party whose id it bears.</summary>
internal sealed class ApplicantGrain(Database database)
    : PartyOwnedGrain<Applicant>(RecordKind.Applicant, database, [.. ApplicantId.Kinds]),
        IApplicantGrain
{
    private PartyId? Party => ApplicantId.Parse(Key);

    protected override bool IsId => Party is not null;

    protected override async ValueTask<Stored<Applicant>> Decide(
        Caller caller,
        Applicant body,
        Stored<Applicant>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        // The id is not chosen, because it is the party's.
        var visibility = await ResolveOwnership(caller, Party?.ToString(), before is null, chosen: false, broken);
        var facts = FactRules.Check(body.Facts);
        broken.AddRange(facts.Errors.Select(error => error with { Path = $"facts.{error.Path}" }));
        broken.Throw();
        return new(body, visibility!);
    }

    protected override RecordWrite Write(Caller caller, Stored<Applicant>? before, Stored<Applicant>? next) =>
        WritePreconditions.Write(caller, RecordKind.Applicant, Key, before, next, Key, null);
}
