using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Imports;

namespace Matchmaker.Contracts.Records;

/// <summary>One record that stands on a board by itself and belongs to itself. Key: the record's id.</summary>
public interface IListingGrain<T> : IRecordGrain<T>
    where T : Listing
{
    /// <summary>
    /// Creates or changes the record by a row of an import. A version is not expected; the last word wins. A row that breaks a rule is told
    /// in the outcome, and the same row again changes nothing. It returns when the change is durable; who imports waits for the indexes
    /// once, at the end, because a wait for each of a hundred thousand rows costs more than the rows.
    /// </summary>
    /// <param name="dryRun">Whether to tell only what would become of it.</param>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("import")]
    Task<ImportResult> Import(Caller caller, ListingPatch patch, bool dryRun, CancellationToken cancellation = default);
}
