using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Buildings;

/// <summary>The office's holds on spaces: who may make and end them (matching.md section 15). Key: 0.</summary>
[Alias("holds")]
public interface IHoldsGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Holds a vacant space for one demand until the end of a day. An officer's hold takes the place of their own
    /// earlier one.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such space, or no such demand on <c>sites</c>, that the caller
    /// may see.</exception>
    /// <exception cref="ForbiddenException">The caller is not of the office, or declared an interest.</exception>
    /// <exception cref="InvalidException">The day is over or too far ahead.</exception>
    /// <exception cref="ConflictException">It is not vacant, or another officer holds it.</exception>
    [Alias("hold"), ResponseTimeout(Patience.Once)]
    Task<Space> Hold(Caller caller, SpaceId space, HoldRequest request, CancellationToken cancellation = default);

    /// <summary>Ends a hold, whichever officer made it.</summary>
    /// <exception cref="NotFoundException">There is none whose demand the caller may know of.</exception>
    /// <exception cref="ForbiddenException">The caller is not of the office, or declared an interest.</exception>
    [Alias("release"), ResponseTimeout(Patience.Once)]
    Task Release(Caller caller, SpaceId space, CancellationToken cancellation = default);

    /// <summary>
    /// Writes the end of every hold whose last day is over or whose demand is gone. Readers and boards know of the end
    /// already.
    /// </summary>
    [Alias("end-due"), ResponseTimeout(Patience.Once)]
    Task EndDue();
}
