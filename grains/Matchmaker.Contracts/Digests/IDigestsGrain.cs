using Matchmaker.Contracts.Projections;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Digests;

/// <summary>Sends the digests of demands. Key: 0.</summary>
[Alias("digests")]
public interface IDigestsGrain : IProjectionGrain, IGrainWithIntegerKey
{
    /// <summary>Looks at each demand whose digest is due; the clock's work. A repeat sends nothing twice.</summary>
    [Alias("send"), ResponseTimeout("00:05:00"), Repeatable]
    Task Send();
}
