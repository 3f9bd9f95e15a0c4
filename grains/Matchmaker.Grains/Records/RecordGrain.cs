using System.Collections.Immutable;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>
/// One record: decide (a pure rule), remember (the journal), tell (the indexes). Memory never runs ahead of the store: what is held changes
/// when the commit is durable, and after any trouble the grain goes, so that the next call reads afresh.
/// </summary>
internal abstract class RecordGrain<T>(string kind, Database database) : Grain, IRecordGrain<T>
    where T : Record
{
    private long _lastVersion;

    protected RecordRepository Rows { get; } = new(database);

    protected string Key => this.GetPrimaryKeyString();

    /// <summary>Null: there is none.</summary>
    protected Stored<T>? Current { get; set; }

    /// <summary>The boards whose lists this record can change.</summary>
    protected virtual IEnumerable<string> Boards(T record) => [];

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public virtual Task<T> Get(Caller caller, CancellationToken cancellation = default) =>
        Task.FromResult(Writing.Seen(Current, caller).Record);

    public virtual async Task<Saved<T>> Put(Caller caller, T body, long? expected, bool chosen, CancellationToken cancellation = default)
    {
        var before = Writing.Before(caller, kind, Current, expected);
        var next = await Decide(caller, body with { Id = Key, Version = before?.Record.Version ?? 0 }, before, chosen);
        Writing.CheckCreation(caller, before is null, next.Face);
        if (before is not null && RecordJson.Write(before.Record) == RecordJson.Write(next.Record) && Writing.IsSame(before.Face, next.Face))
            return new(before.Record, false);

        await Commit([Write(caller, before, next), .. await Along(caller, before, next)], Boards(next.Record));
        return new(Keep(next).Record, before is null);
    }

    public virtual async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        var before = Writing.Before(caller, kind, Current, expected)!;
        await Commit([Write(caller, before, null), .. await Along(caller, before, null)], Boards(before.Record));
        _lastVersion++;
        Current = null;
    }

    /// <summary>The record as it will be, and who may see it.</summary>
    /// <param name="body">What the caller sent, with this record's id and the version before.</param>
    /// <exception cref="InvalidException">It breaks a rule.</exception>
    protected abstract ValueTask<Stored<T>> Decide(Caller caller, T body, Stored<T>? before, bool chosen);

    /// <summary>What else must change in the same commit.</summary>
    /// <param name="next">Null: the record is deleted.</param>
    protected virtual ValueTask<IEnumerable<RecordWrite>> Along(Caller caller, Stored<T>? before, Stored<T>? next) => new([]);

    protected abstract RecordWrite Write(Caller caller, Stored<T>? before, Stored<T>? next);

    protected async Task Commit(ImmutableArray<RecordWrite> writes, IEnumerable<string> boards)
    {
        long sequence;
        try
        {
            sequence = await GrainFactory.Journal().Commit(writes);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        await Tell(sequence, boards);
    }

    /// <summary>Holds what is durable now, with its version.</summary>
    protected Stored<T> Keep(Stored<T> next) => Current = next with { Record = next.Record with { Version = ++_lastVersion } };

    protected async Task Load(CancellationToken cancellation = default)
    {
        var row = await Rows.Find(kind, Key, cancellation);
        _lastVersion = row?.Version ?? 0;
        Current = row is null ? null : Stored<T>.Of(row, kind);
    }

    // Because an index repairs itself within a second, one that does not answer now must not make a durable write look failed.
    private async Task Tell(long sequence, IEnumerable<string> boards)
    {
        foreach (var board in boards)
        {
            try
            {
                await GrainFactory.Index(board).Reach(sequence).WaitAsync(TimeSpan.FromSeconds(3));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                continue;
            }
        }
    }
}
