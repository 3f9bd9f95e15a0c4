using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Firms;

/// <summary>Looks for firms that are in the system already, under another id. Key: 0; holds no state.</summary>
[Alias("duplicates")]
public interface IDuplicatesGrain : IGrainWithIntegerKey
{
    /// <param name="firm">Need not be stored; the record of its own id is passed over.</param>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("find"), ResponseTimeout("00:05:00"), Repeatable]
    Task<DuplicateReport> Find(Caller caller, Firm firm, CancellationToken cancellation = default);

    /// <summary>
    /// As <see cref="Find"/> for many firms, in their order; each is compared with the stored firms, not with the
    /// others. One that is stored under its own id is no new firm, and is reported as nothing.
    /// </summary>
    /// <exception cref="ForbiddenException">The caller is not of the office.</exception>
    [Alias("find-unstored"), ResponseTimeout("00:05:00"), Repeatable]
    Task<ImmutableArray<DuplicateReport>> FindUnstored(
        Caller caller,
        ImmutableArray<Firm> firms,
        CancellationToken cancellation = default
    );

    /// <summary>
    /// Each firm is compared with those before it in the list, and with no stored one. Other records that have a name
    /// and an address are compared as firms are.
    /// </summary>
    /// <param name="firms">At most 200 000; what is compared alone may be stated.</param>
    [Alias("find-within"), ResponseTimeout("00:05:00"), Repeatable]
    Task<ImmutableArray<DuplicateReport>> FindWithin(
        ImmutableArray<Firm> firms,
        CancellationToken cancellation = default
    );
}
