namespace Matchmaker.Contracts;

/// <summary>One local manufacturer. Key: its id.</summary>
[Alias("firm")]
public interface IFirmGrain : IListingGrain<Firm>;
