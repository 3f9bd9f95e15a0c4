using Matchmaker.Contracts.Callers;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Records;

/// <summary>One record: its only writer, and its reader for callers. Key: the record's id.</summary>
public interface IRecordGrain<T> : IGrainWithStringKey
    where T : Record
{
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("get"), AlwaysInterleave, Repeatable]
    Task<T> Get(Caller caller, CancellationToken cancellation = default);

    /// <summary>
    /// Creates (no <paramref name="expected"/>) or replaces the record. Returns when the change is durable and in every
    /// active index. A body equal to the stored one changes nothing and keeps the version.
    /// </summary>
    /// <param name="expected">The version that the caller saw; null: create.</param>
    /// <param name="chosen">Whether the caller chose the id, instead of being given a random one.</param>
    /// <exception cref="NotFoundException">
    /// A version was expected, and there is no record that the caller may see.
    /// </exception>
    /// <exception cref="ForbiddenException">The caller may not write it.</exception>
    /// <exception cref="VersionException">Another version, or it exists already.</exception>
    /// <exception cref="InvalidException">A value breaks a rule.</exception>
    [Alias("put"), ResponseTimeout(Patience.Once), VersionedWrite]
    Task<Saved<T>> Put(Caller caller, T body, long? expected, bool chosen, CancellationToken cancellation = default);

    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    /// <exception cref="VersionException">Another version.</exception>
    [Alias("delete"), ResponseTimeout(Patience.Once)]
    Task Delete(Caller caller, long expected, CancellationToken cancellation = default);
}
