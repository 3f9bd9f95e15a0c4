using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Programmes;

namespace Matchmaker.Grains.Programmes;

/// <summary>The versions of one programme's rule.</summary>
internal sealed class ProgrammeGrain(Database database)
    : DefaultedRecordGrain<ProgrammeRevision>(RecordKind.Programme, database),
        IProgrammeGrain
{
    protected override ValueTask<Stored<ProgrammeRevision>> Decide(
        Caller caller,
        ProgrammeRevision body,
        Stored<ProgrammeRevision>? before,
        bool chosen
    )
    {
        var versions = VersionRules.Check(Programme, body.Versions);
        if (!versions.IsOk)
            throw new InvalidException(versions.Errors);
        return new(new Stored<ProgrammeRevision>(body with { Versions = versions.Value }, Visibility));
    }

    protected override ProgrammeRevision Shipped() => new() { Id = Key, Versions = Programme.Versions };

    private Programme Programme => ProgrammeCatalogue.Find(Key) ?? throw new NotFoundException();
}
