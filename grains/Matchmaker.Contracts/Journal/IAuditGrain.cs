using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Journal;

/// <summary>The journal as auditors read it: who did what to a company's records, and who looked at them. Key: 0; holds
/// no state.</summary>
[Alias("log")]
public interface IAuditGrain : IGrainWithIntegerKey
{
    /// <summary>The entries that concern a party, newest first: of its own records, of introductions on either side, of
    /// what hangs on them.</summary>
    /// <param name="of">Such as <c>firms/f1</c>.</param>
    /// <param name="before">The sequence before which to go on; null: from the newest. It never leaves the system in
    /// clear.</param>
    /// <exception cref="ForbiddenException">The caller is not an admin.</exception>
    [Alias("list"), Repeatable]
    Task<ImmutableArray<AuditEntry>> List(
        Caller caller,
        string of,
        long? before,
        int limit,
        CancellationToken cancellation = default
    );

    /// <summary>Checks the whole chain.</summary>
    /// <exception cref="ForbiddenException">The caller is not an admin.</exception>
    [Alias("verify"), Repeatable]
    Task<AuditReport> Verify(Caller caller, CancellationToken cancellation = default);
}

/// <param name="Sequence">Inside the system only.</param>
/// <param name="Action"><c>create</c>, <c>change</c>, <c>delete</c>, <c>clearance</c> (who may see it changed) or
/// <c>view</c>.</param>
/// <param name="Changes">Old and new values, by path.</param>
[GenerateSerializer, Immutable]
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Kind,
    string Id,
    long Version,
    string Action,
    ImmutableArray<AuditedChange> Changes
);

/// <param name="Before">As JSON; null: there was none.</param>
/// <param name="After">As JSON; null: there is none any more.</param>
[GenerateSerializer, Immutable]
public sealed record AuditedChange(string Path, string? Before, string? After);

/// <param name="Whole">Whether every entry is there and as it was written.</param>
/// <param name="FirstBad">The number of the first that is not; null: none.</param>
/// <param name="Missing">Whether it is missing rather than altered; null where all are whole.</param>
[GenerateSerializer, Immutable]
public sealed record AuditReport(bool Whole, long? FirstBad, bool? Missing);
