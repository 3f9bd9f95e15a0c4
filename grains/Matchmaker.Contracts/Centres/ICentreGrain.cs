using Matchmaker.Contracts.Listings;

namespace Matchmaker.Contracts.Centres;

/// <summary>One R&amp;D centre. Key: its id.</summary>
[Alias("centre")]
public interface ICentreGrain : IListingGrain<Centre>;
