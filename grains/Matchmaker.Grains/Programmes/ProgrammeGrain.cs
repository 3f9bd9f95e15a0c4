using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>The versions of one programme's rule.</summary>
internal sealed class ProgrammeGrain(Database database)
    : ShippedGrain<ProgrammeEdition>(RecordKind.Programme, database),
        IProgrammeGrain
{
    protected override ValueTask<Stored<ProgrammeEdition>> Decide(
        Caller caller,
        ProgrammeEdition body,
        Stored<ProgrammeEdition>? before,
        bool chosen
    )
    {
        var versions = VersionRules.Check(Programme, body.Versions);
        if (!versions.IsOk)
            throw new InvalidException(versions.Errors);
        return new(new Stored<ProgrammeEdition>(body with { Versions = versions.Value }, Face));
    }

    protected override ProgrammeEdition Shipped() => new() { Id = Key, Versions = Programme.Versions };

    protected override Task Tell(long sequence, IEnumerable<string> boards) =>
        GrainFactory.Programmes().Settle(sequence);

    private Programme Programme => ProgrammeCatalogue.Find(Key) ?? throw new NotFoundException();
}
