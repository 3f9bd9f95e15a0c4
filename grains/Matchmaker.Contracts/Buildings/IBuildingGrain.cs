using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Gates;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Buildings;

/// <summary>One building with its spaces; deleting it deletes them. Key: the building's id.</summary>
[Alias("building")]
public interface IBuildingGrain : IRecordGrain<Building>
{
    /// <param name="space">The space's id within the building.</param>
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("get-space"), AlwaysInterleave, Repeatable]
    Task<Space> GetSpace(Caller caller, string space, CancellationToken cancellation = default);

    /// <summary>Each use of a space, or of the building, on one day: as stated, or as the gates say.</summary>
    /// <param name="space">The space's id within the building; null: the building by itself.</param>
    /// <param name="asOf">The day; null: today in Hong Kong.</param>
    /// <exception cref="NotFoundException">There is none, or the caller may not see it.</exception>
    [Alias("get-uses"), AlwaysInterleave, Repeatable]
    Task<UseReport> GetUses(
        Caller caller,
        string? space,
        DateOnly? asOf = null,
        CancellationToken cancellation = default
    );

    /// <summary>The verdict on each use of each space that the caller may see, on one day.</summary>
    /// <param name="asOf">The day; null: today in Hong Kong.</param>
    /// <exception cref="NotFoundException">There is no such building, or the caller may not see it.</exception>
    [Alias("get-verdicts"), AlwaysInterleave, Repeatable]
    Task<VerdictReport> GetVerdicts(Caller caller, DateOnly? asOf = null, CancellationToken cancellation = default);

    /// <summary>As <see cref="IRecordGrain{T}.Put"/>, for one of the building's spaces.</summary>
    [Alias("put-space"), ResponseTimeout(Patience.Once), VersionedWrite]
    Task<Saved<Space>> PutSpace(
        Caller caller,
        string space,
        Space body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    );

    /// <summary>As <see cref="IRecordGrain{T}.Delete"/>, for one of the building's spaces.</summary>
    [Alias("delete-space"), ResponseTimeout(Patience.Once)]
    Task DeleteSpace(Caller caller, string space, long expected, CancellationToken cancellation = default);

    /// <summary>Holds one of the building's spaces; <see cref="IHoldsGrain.Hold"/> asked who may.</summary>
    /// <param name="space">The space's id within the building.</param>
    /// <exception cref="NotFoundException">There is none that the caller may see.</exception>
    /// <exception cref="InvalidException">The day is over or too far ahead.</exception>
    /// <exception cref="ConflictException">It is not vacant, or another officer holds it.</exception>
    /// <exception cref="VersionException">Something else was written first.</exception>
    [Alias("keep-hold"), ResponseTimeout(Patience.Once)]
    Task<Space> KeepHold(Caller caller, string space, HoldTerms terms, CancellationToken cancellation = default);

    /// <summary>Ends the hold on a space, which <see cref="IHoldsGrain"/> decided.</summary>
    /// <param name="version">The hold's; another one stays.</param>
    [Alias("end-hold"), ResponseTimeout(Patience.Once)]
    Task EndHold(Caller caller, string space, long version, CancellationToken cancellation = default);

    /// <summary>
    /// Creates or changes the building and any number of its spaces in one commit, whatever their versions. A row that
    /// breaks a rule is rejected alone.
    /// </summary>
    [Alias("import"), ResponseTimeout(Patience.Once)]
    Task<ImmutableArray<ImportResult>> Import(
        Caller caller,
        ImmutableArray<ListingPatch> patches,
        bool dryRun,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// For each space, in their order, those of the building that are the same unit, however floor and unit are
    /// written: stored ones that the caller may see, the surer ones first, then those before it in the list.
    /// </summary>
    /// <param name="spaces">Their ids, units and floors; a stored one of the same id is passed over.</param>
    [Alias("find-duplicates"), ResponseTimeout("00:05:00"), Repeatable]
    Task<ImmutableArray<DuplicateReport>> FindDuplicates(
        Caller caller,
        ImmutableArray<ListingPatch> spaces,
        CancellationToken cancellation = default
    );
}
