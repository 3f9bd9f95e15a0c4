using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Journal;

/// <summary>
/// The one writer of records and of the append-only journal: gap-free, hash-chained, committed in groups. Key: 0.
/// </summary>
[Alias("journal")]
public interface IJournalGrain : IGrainWithIntegerKey
{
    /// <summary>Writes all of these or none, each with its journal entry; returns when they are durable.</summary>
    /// <param name="again">True where the caller does not know whether the same commit has been made: where it has, it is not made twice.</param>
    /// <returns>The sequence of the last entry.</returns>
    /// <exception cref="VersionException">One of them has another version in the store; nothing was written.</exception>
    /// <exception cref="StoreException">Too much waits already, or the store did not answer; only then it is not known whether it was written.</exception>
    [Alias("commit")]
    Task<long> Commit(ImmutableArray<RecordWrite> writes, bool again = false, CancellationToken cancellation = default);
}

/// <summary>One record's change on its way to the store.</summary>
/// <param name="Actor">Who did it: an account's e-mail address, or <c>system</c>.</param>
/// <param name="Parent">The building of a space; of an introduction, and what hangs on it, the counterpart's party; else null.</param>
/// <param name="Expected">The version in the store; 0: there is no row.</param>
/// <param name="Body">The record as JSON without id and version; null: it is deleted.</param>
/// <param name="Visibility">Who may see it from now on.</param>
/// <param name="SearchText">What lists search in, lower case.</param>
/// <param name="Location">Null: nowhere.</param>
/// <param name="Touch">True where only who may see it changes (its building was published): version and body stay.</param>
/// <param name="Guard">True where nothing is written: the commit only holds if the record has the expected version (0: does not exist).</param>
[GenerateSerializer, Immutable]
public sealed record RecordWrite(
    string Kind,
    string Id,
    string? Parent,
    string Actor,
    long Expected,
    string? Body,
    Visibility Visibility,
    string SearchText,
    PointValue? Location,
    bool Touch = false,
    bool Guard = false
);

/// <summary>What changed of which record, for other systems: only of what the caller may see. Key: 0; holds no state.</summary>
[Alias("changes")]
public interface IChangesGrain : IGrainWithIntegerKey
{
    /// <param name="after">The sequence of the last change that the caller got; 0: from the start. It never leaves the system in clear.</param>
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
