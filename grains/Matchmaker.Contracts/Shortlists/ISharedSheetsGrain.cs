using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>Finds a sheet by the token of a link. Key: 0; holds no state.</summary>
[Alias("shared-sheets")]
public interface ISharedSheetsGrain : IGrainWithIntegerKey
{
    /// <summary>The sheet; that it was read is in the journal first.</summary>
    /// <exception cref="NotFoundException">The link is unknown, ended or expired.</exception>
    [Alias("read"), ResponseTimeout(Patience.Once)]
    Task<SharedSheet> Read(string token, CancellationToken cancellation = default);
}
