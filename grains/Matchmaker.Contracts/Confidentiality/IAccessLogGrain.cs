using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Contracts.Confidentiality;

/// <summary>
/// Writes every view of a confidential project into the journal, before the viewer receives the answer. Key: 0.
/// </summary>
[Alias("views")]
public interface IAccessLogGrain : IGrainWithIntegerKey
{
    /// <summary>Returns when the views are durable.</summary>
    /// <param name="projects">Parties; others than confidential projects and duplicates are ignored.</param>
    /// <param name="what">
    /// What the caller reads: a kind of record, or <c>desk</c>, <c>matches</c>, <c>changes</c>.
    /// </param>
    [Alias("note"), ResponseTimeout(Patience.Once)]
    Task Record(Caller caller, ImmutableArray<PartyId> projects, string what);
}
