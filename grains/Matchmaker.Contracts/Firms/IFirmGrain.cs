using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Firms;

/// <summary>
/// One local manufacturer. Key: its id; an id that was merged answers as the firm that it was merged into.
/// </summary>
[Alias("firm")]
public interface IFirmGrain : IListingGrain<Firm>
{
    /// <summary>
    /// Makes this record a redirect to another firm, which takes over what it does not state itself; both ids stay.
    /// Merging the same again changes nothing.
    /// </summary>
    /// <param name="expected">This record's version, as <see cref="Kept"/> shows it.</param>
    /// <returns>The firm that stays.</returns>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="InvalidException">There is no such other firm that stands for itself.</exception>
    /// <exception cref="VersionException">Another version.</exception>
    [Alias("merge"), ResponseTimeout(Patience.Once)]
    Task<Firm> Merge(Caller caller, string into, long expected, CancellationToken cancellation = default);

    /// <summary>
    /// Undoes a merge: the other firm loses what it took over and nobody changed since; this one stands for itself
    /// again.
    /// </summary>
    /// <returns>This firm.</returns>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    /// <exception cref="ConflictException">It was not merged.</exception>
    [Alias("unmerge"), ResponseTimeout(Patience.Once)]
    Task<Firm> Unmerge(Caller caller, CancellationToken cancellation = default);

    /// <summary>The record of this very id, merged or not.</summary>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("kept"), Repeatable]
    Task<Firm> Kept(Caller caller, CancellationToken cancellation = default);
}
