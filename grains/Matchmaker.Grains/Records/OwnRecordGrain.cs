using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Records;

/// <summary>The one record of a kind that a party keeps; it belongs to the party whose id it bears.</summary>
internal abstract class OwnRecordGrain<T>(string kind, Database database, params string[] ownerKinds)
    : PartyOwnedGrain<T>(kind, database, ownerKinds)
    where T : Record
{
    private readonly string _kind = kind;

    /// <summary>Null: the key names none.</summary>
    protected abstract PartyId? Party { get; }

    protected override async ValueTask<Stored<T>> Decide(Caller caller, T body, Stored<T>? before, bool chosen)
    {
        var broken = new ValidationErrors();
        // The id is not chosen, because it is the party's.
        var visibility = await ResolveOwnership(caller, Party?.ToString(), before is null, chosen: false, broken);
        broken.AddRange(await Errors(body, before?.Record));
        broken.Throw();
        return new(body, visibility!);
    }

    /// <param name="before">Null: nothing was kept.</param>
    protected abstract ValueTask<IEnumerable<FieldError>> Errors(T body, T? before);

    protected override RecordWrite Write(Caller caller, Stored<T>? before, Stored<T>? next) =>
        WritePreconditions.Write(caller, _kind, Key, before, next, Key, null);
}
