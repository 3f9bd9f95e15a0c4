using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Listings;

/// <summary>A party that is a profile of a board. Key: the record's id.</summary>
public interface IListingGrain<T> : IRecordGrain<T>
    where T : Listing
{
    /// <summary>
    /// Creates or changes the record by a row of an import, whatever its version. The result reports a row that breaks
    /// a rule; a repeated row changes nothing. Returns when the change is durable. The importer waits for the indexes
    /// once, at the end: a wait for each of a hundred thousand rows costs more than the rows.
    /// </summary>
    /// <param name="dryRun">Whether to report the outcome without writing.</param>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("import"), ResponseTimeout(Patience.Once)]
    Task<ImportResult> Import(Caller caller, ListingPatch patch, bool dryRun, CancellationToken cancellation = default);
}
