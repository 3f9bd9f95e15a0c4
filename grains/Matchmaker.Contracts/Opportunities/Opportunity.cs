using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Opportunities;

/// <summary>
/// A need that an enterprise publishes: a profile of the opportunities board. Its owner is the enterprise, such as
/// <c>enterprises/e1</c>; null in a body: the caller's own. Its id is always random, because it is all that others
/// know.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record Opportunity : Listing
{
    /// <summary>
    /// Its own people and the office read all of it; others read the need, but neither its owner nor its source.
    /// </summary>
    public override Record For(Caller caller) =>
        caller.IsOffice || (caller.Party is { } party && party == PartyId.Parse(Owner)) ? this : ToStranger();

    // Names the properties that strangers may know, so that a new property stays hidden until it is added here.
    private Opportunity ToStranger() =>
        new()
        {
            Id = Id,
            Version = Version,
            Values = Values,
            Facts = Facts?.ToImmutableSortedDictionary(
                fact => fact.Key,
                fact => new Fact(fact.Value.VerifiedOn, null),
                StringComparer.Ordinal
            ),
            VerifiedOn = VerifiedOn,
            Public = Public,
            Sample = Sample,
        };
}

/// <summary>One published need. Key: its id.</summary>
[Alias("opportunity")]
public interface IOpportunityGrain : IRecordGrain<Opportunity>;
