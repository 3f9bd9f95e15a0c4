using System.Collections.Immutable;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Opportunities;

/// <summary>
/// A need that an enterprise publishes: a profile of the opportunities board. Its owner is the enterprise, such as <c>enterprises/e1</c>
/// (null in a body: the caller's own); its id is always a given one, because others know it by nothing else.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record Opportunity : Listing
{
    /// <summary>Others than its own people and the office read the need alone: neither whose it is nor who says so.</summary>
    public override Record For(Caller caller) =>
        caller.IsOffice || (caller.Party is not null && caller.Party == Owner)
            ? this
            : this with
            {
                Name = null,
                Address = null,
                Owner = null,
                Source = null,
                Facts = Facts?.ToImmutableSortedDictionary(
                    fact => fact.Key,
                    fact => fact.Value with { Source = null },
                    StringComparer.Ordinal
                ),
            };
}

/// <summary>One published need. Key: its id.</summary>
[Alias("opportunity")]
public interface IOpportunityGrain : IRecordGrain<Opportunity>;
