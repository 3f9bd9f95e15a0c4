using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Records;

/// <summary>
/// A record that belongs to a party. It takes its visibility from its owner's record, also when that changes later.
/// </summary>
/// <param name="ownerKinds">The kinds of parties that may own one.</param>
internal abstract class PartyOwnedGrain<T>(string kind, Database database, params string[] ownerKinds)
    : RecordGrain<T>(kind, database)
    where T : Record
{
    private readonly string _kind = kind;
    private RecordRow? _owner;

    public override async Task<T> Get(Caller caller, CancellationToken cancellation = default)
    {
        // Read each time: its enterprise may have become confidential or been deleted since.
        var row = IsId ? await Rows.Find(_kind, Key, cancellation) : null;
        return await Redacted(
            caller,
            WritePreconditions.Authorize(row is null ? null : Stored<T>.Of(row, _kind), caller)
        );
    }

    public override async Task<Saved<T>> Put(
        Caller caller,
        T body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        Invalidate();
        return await base.Put(caller, body, expected, chosen, cancellation);
    }

    public override async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        Invalidate();
        await base.Delete(caller, expected, cancellation);
    }

    /// <summary>
    /// The record's visibility under its owner. Errors in owner and id go to <paramref name="broken"/>.
    /// </summary>
    /// <returns>Null: the owner is no party that the caller may see.</returns>
    /// <exception cref="ForbiddenException">It would belong to another party than the caller's.</exception>
    protected async ValueTask<Visibility?> ResolveOwnership(
        Caller caller,
        string? owner,
        bool isNew,
        bool chosen,
        ValidationErrors broken
    )
    {
        if (!caller.IsOffice && owner != caller.Party?.ToString())
            throw new ForbiddenException();
        if (!IsId)
            broken.Add("id", "notAnId");
        var visibility = await VisibilityOf(caller, owner);
        if (visibility is null)
            broken.Add("owner", owner is null ? "required" : "notAParty");
        if (visibility?.Cleared is not null && isNew && (chosen || !RecordIds.IsGiven(Key)))
            broken.Add("id", "chosenId");
        return visibility;
    }

    // The guard refuses the commit if the owner becomes confidential at the same moment; this record would stay open.
    protected override ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<T>? before,
        Stored<T>? next
    ) =>
        new(
            next is not null && _owner is { } owner ? [new RecordWrite.Guard(owner.Kind, owner.Id, owner.Version)] : []
        );

    private async Task<Visibility?> VisibilityOf(Caller caller, string? party)
    {
        if (
            PartyId.Parse(party) is not { } owner
            || !ownerKinds.Contains(owner.Kind)
            || !RecordIds.IsValid(owner.Id)
            || await Rows.Find(owner.Kind, owner.Id) is not { IsDeleted: false } row
            || !Access.MaySee(caller, row.Visibility)
        )
            return null;
        _owner = row;
        return new(_kind, owner, false, ClearedList.Read(row.Cleared));
    }
}
