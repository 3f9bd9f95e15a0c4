using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Silo.Sample.Demands;
using Matchmaker.Silo.Sample.Firms;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// The dated records of the sample. Each comes onto its list on the latest day that it states: no record can state that
/// it will be verified.
/// </summary>
/// <param name="today">The day of the fill, from which the days that records state are counted.</param>
internal sealed class SampleLists(int spaces, DateOnly today)
{
    private readonly HashSet<(string Kind, string Id)> _arrived = [];

    public ImmutableArray<Building> Buildings { get; } = SampleData.Buildings;

    public ImmutableArray<Space> Spaces { get; } = [.. SampleData.Spaces(SampleData.Seed, spaces, today)];

    public ImmutableArray<Firm> Firms { get; } = SampleFirms.All(SampleData.Seed, today);

    public ImmutableArray<Opportunity> Needs { get; } = SampleNeeds.All(SampleData.Seed, today);

    public ImmutableArray<Demand> Demands { get; } = SampleDemands.All(today);

    /// <summary>The records that are on their list by a day, and that no earlier call has given.</summary>
    public ImmutableArray<T> Arriving<T>(ImmutableArray<T> all, DateOnly day)
        where T : Listing =>
        [.. all.Where(record => !(Latest(record) > day) && _arrived.Add((typeof(T).Name, record.Id)))];

    /// <summary>Likewise: a firm's demands come with the firm, an enterprise's are there at once.</summary>
    public ImmutableArray<Demand> ArrivingDemands() =>
        [
            .. Demands.Where(demand =>
                (PartyId.IdOf(demand.Owner, RecordKind.Firm) is not { } firm || _arrived.Contains((nameof(Firm), firm)))
                && _arrived.Add((nameof(Demand), demand.Id))
            ),
        ];

    /// <summary>The latest day that a record states; null: it states none.</summary>
    public static DateOnly? Latest(Listing record) =>
        (record.Facts?.Values ?? []).Select(fact => fact.VerifiedOn).Append(record.VerifiedOn).Max();
}
