using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;

namespace Matchmaker.Contracts.Confidentiality;

/// <summary>Writes every view of a confidential project into the journal, before the viewer gets what they asked for. Key: 0.</summary>
[Alias("views")]
public interface IAccessLogGrain : IGrainWithIntegerKey
{
    /// <summary>Returns when the views are durable.</summary>
    /// <param name="projects">Parties, such as <c>enterprises/e1</c>; one that is no confidential project is passed over, one named twice counts once.</param>
    /// <param name="what">What was looked at: a kind of record, or <c>desk</c>, <c>matches</c>, <c>changes</c>.</param>
    [Alias("note")]
    Task Record(Caller caller, ImmutableArray<string> projects, string what);
}
