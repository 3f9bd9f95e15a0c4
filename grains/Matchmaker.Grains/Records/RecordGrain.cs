using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Records;

/// <summary>
/// One record: decide (a pure rule), commit (the journal), wait (for the projections). Memory never runs ahead of the
/// store:
/// it changes when the commit is durable, and after a failure the grain deactivates, so that the next call reads the
/// store.
/// </summary>
internal abstract class RecordGrain<T>(string kind, Database database) : Grain, IRecordGrain<T>
    where T : Record
{
    private Task? _loading;
    private IGrainTimer? _deactivation;
    private long _lastVersion;

    protected RecordRepository Rows { get; } = new(database);

    protected string Key => this.GetPrimaryKeyString();

    /// <summary>Whether a record may have this key; the store is not asked for others.</summary>
    protected virtual bool IsId => RecordIds.IsValid(Key);

    /// <summary>Null: there is none.</summary>
    protected Stored<T>? Current { get; set; }

    public virtual async Task<T> Get(Caller caller, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        return await Redacted(caller, WritePreconditions.Authorize(Current, caller));
    }

    public virtual async Task<Saved<T>> Put(
        Caller caller,
        T body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        var isSecondTry = SecondTry.Take();
        await EnsureLoaded();
        var before = WritePreconditions.Before(caller, kind, Current, expected, isSecondTry, out var mayBeMade);
        var next = await Decide(caller, body with { Id = Key, Version = before?.Record.Version ?? 0 }, before, chosen);
        WritePreconditions.CheckCreation(caller, before is null, next.Visibility);
        if (
            before is not null
            && RecordJson.Same(before.Record, next.Record)
            && WritePreconditions.IsSame(before.Visibility, next.Visibility)
        )
            return new(before.Record, mayBeMade && expected is null);
        if (mayBeMade)
            throw new VersionException();

        var sequence = await Commit(
            [Write(caller, before, next), .. await RelatedWrites(caller, before, next)],
            isSecondTry
        );
        var kept = Accept(next).Record;
        await WaitForProjections(sequence, kept);
        return new(kept, before is null);
    }

    public virtual async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        var before = WritePreconditions.Before(caller, kind, Current, expected)!;
        var sequence = await Commit([Write(caller, before, null), .. await RelatedWrites(caller, before, null)]);
        _lastVersion++;
        Current = null;
        await WaitForProjections(sequence, before.Record);
    }

    /// <summary>The record to store, with its visibility.</summary>
    /// <param name="body">The caller's body, with this record's id and present version.</param>
    /// <exception cref="InvalidException">It breaks a rule.</exception>
    protected abstract ValueTask<Stored<T>> Decide(Caller caller, T body, Stored<T>? before, bool chosen);

    /// <summary>Further writes and guards of the same commit.</summary>
    /// <param name="next">Null: the record is deleted.</param>
    protected virtual ValueTask<IEnumerable<RecordWrite>> RelatedWrites(
        Caller caller,
        Stored<T>? before,
        Stored<T>? next
    ) => new([]);

    protected abstract RecordWrite Write(Caller caller, Stored<T>? before, Stored<T>? next);

    /// <summary>
    /// The caller's view of a record that they may see. A view of a confidential project is in the journal first.
    /// </summary>
    protected async Task<T> Redacted(Caller caller, Stored<T> seen)
    {
        if (seen.Visibility is { Cleared: not null, Owner: { } project })
            await GrainFactory.Views().Record(caller, [project], kind);
        return (T)seen.Record.For(caller);
    }

    /// <summary>Loads the record from the store, once; after a failure the next call tries again.</summary>
    protected async Task EnsureLoaded()
    {
        // Not in OnActivateAsync: the filter that makes exceptions cross process borders does not see its failures.
        var loading = _loading ??= Load();
        try
        {
            await loading;
        }
        catch
        {
            _loading = null;
            throw;
        }
    }

    /// <summary>Makes the next <see cref="EnsureLoaded"/> read the store again.</summary>
    protected void Invalidate() => _loading = null;

    // No record has an invalid id, and PostgreSQL rejects some of the characters.
    protected virtual async Task Load()
    {
        SetCurrent(IsId ? await Rows.Find(kind, Key) : null);
        if (Current is null)
            DeactivateSoon();
    }

    // Requests for unknown ids must not fill the memory. The grain stays a while: calls to a deactivating grain fail,
    // and that would distinguish an unknown record from a hidden one.
    private void DeactivateSoon() =>
        _deactivation ??= this.RegisterGrainTimer(
            _ =>
            {
                _deactivation?.Dispose();
                _deactivation = null;
                if (Current is null)
                    DeactivateOnIdle();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan)
        );

    /// <summary>Takes over a row of the store; null: the record never existed.</summary>
    protected void SetCurrent(RecordRow? row)
    {
        _lastVersion = row?.Version ?? 0;
        Current = row is null ? null : Stored<T>.Of(row, kind);
    }

    /// <param name="again">Whether the same commit may have been made.</param>
    /// <returns>The sequence of the commit's last entry.</returns>
    protected async Task<long> Commit(ImmutableArray<RecordWrite> writes, bool again = false)
    {
        try
        {
            return await GrainFactory.Commit(writes, again);
        }
        catch
        {
            Invalidate();
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Takes over a durable state, with its version.</summary>
    protected virtual Stored<T> Accept(Stored<T> next) =>
        Current = next with { Record = next.Record with { Version = ++_lastVersion } };

    /// <summary>Waits, not for long, until the projections of this kind show a change.</summary>
    /// <param name="record">The changed record; null: it is gone.</param>
    protected Task WaitForProjections(long sequence, T? record) =>
        GrainFactory.WaitForProjections(kind, record, sequence);
}
