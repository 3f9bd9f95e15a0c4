using Matchmaker.Contracts.Records;
using Orleans.Concurrency;

namespace Matchmaker.Contracts.Projections;

/// <summary>A view that follows the journal.</summary>
[Alias("projection")]
public interface IProjectionGrain : IGrain
{
    /// <summary>Returns when every change up to this journal sequence is in the view, and its readers are
    /// told.</summary>
    [Alias("reach"), AlwaysInterleave, Repeatable]
    Task WaitForProjection(long sequence, CancellationToken cancellation = default);
}
