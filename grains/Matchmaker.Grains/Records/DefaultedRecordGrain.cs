using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Records;

/// <summary>A record that always exists and everybody reads: the shipped version 0, until an admin edits it.</summary>
internal abstract class DefaultedRecordGrain<T>(string kind, Database database) : RecordGrain<T>(kind, database)
    where T : Record
{
    private readonly string _kind = kind;

    protected Visibility Visibility => new(_kind, null, true);

    public override async Task<T> Get(Caller caller, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        return Current?.Record ?? Shipped();
    }

    public override async Task<Saved<T>> Put(
        Caller caller,
        T body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        // An unedited record has no row yet: it exists in version 0 alone, and replacing that version creates the row.
        if (expected is null || (Current is null && expected is not 0 && Access.Writes(caller.Role, _kind)))
            throw new VersionException();
        return await base.Put(caller, body, expected is 0 ? null : expected, chosen, cancellation);
    }

    public override Task Delete(Caller caller, long expected, CancellationToken cancellation = default) =>
        throw new ForbiddenException();

    /// <exception cref="NotFoundException">No record of this id is shipped.</exception>
    protected abstract T Shipped();

    protected override RecordWrite Write(Caller caller, Stored<T>? before, Stored<T>? next) =>
        WritePreconditions.Write(caller, _kind, Key, before, next, Key, null);
}
