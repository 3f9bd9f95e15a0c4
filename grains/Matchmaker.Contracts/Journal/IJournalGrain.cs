using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Journal;

/// <summary>
/// The one writer of records and of the append-only journal: gap-free, hash-chained, committed in groups. Key: 0.
/// </summary>
[Alias("journal")]
public interface IJournalGrain : IGrainWithIntegerKey
{
    /// <summary>Writes all of these or none, each with its journal entry; returns when they are durable.</summary>
    /// <param name="again">True where the caller does not know whether the same commit has been made: where it has, it
    /// is not made twice.</param>
    /// <returns>The sequence of the last entry.</returns>
    /// <exception cref="VersionException">One of them has another version in the store; nothing was
    /// written.</exception>
    /// <exception cref="StoreException">Too much waits already, or the store did not answer; only then it is not known
    /// whether it was written.</exception>
    [Alias("commit"), ResponseTimeout(Patience.Once)]
    Task<long> Commit(ImmutableArray<RecordWrite> writes, bool again = false, CancellationToken cancellation = default);
}

/// <summary>What changed of which record, for other systems: only of what the caller may see. Key: 0; holds no
/// state.</summary>
[Alias("changes")]
public interface IChangesGrain : IGrainWithIntegerKey
{
    /// <param name="after">The sequence of the last change that the caller got; 0: from the start. It never leaves the
    /// system in clear.</param>
    [Alias("list"), Repeatable]
    Task<ImmutableArray<RecordChange>> List(
        Caller caller,
        long after,
        int limit,
        CancellationToken cancellation = default
    );
}

/// <param name="Sequence">The journal's; inside the system only.</param>
/// <param name="Deleted">Whether it does not exist any more, or the caller may not see it any more.</param>
[GenerateSerializer, Immutable]
public sealed record RecordChange(long Sequence, DateTimeOffset At, string Kind, string Id, long Version, bool Deleted);
