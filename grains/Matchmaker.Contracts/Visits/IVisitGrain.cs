using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;

namespace Matchmaker.Contracts.Visits;

/// <summary>One visit. Key: its id.</summary>
[Alias("visit")]
public interface IVisitGrain : IRecordGrain<Visit>
{
    /// <summary>The best order by the introductions as they are now.</summary>
    /// <exception cref="NotFoundException">There is no such visit, or the caller may not see it.</exception>
    [Alias("plan"), Repeatable]
    Task<VisitPlan> Plan(Caller caller, CancellationToken cancellation = default);

    /// <summary>
    /// Makes the plan the meetings of its introductions, all in one commit or none: books them, changes those that were
    /// booked before, and cancels those of stops that have gone.
    /// </summary>
    /// <param name="seen">The times that the officer saw.</param>
    /// <exception cref="ConflictException">The plan is another by now.</exception>
    /// <exception cref="InvalidException">A stop has no time or cannot be booked; it names each.</exception>
    [Alias("book"), ResponseTimeout(Patience.Once)]
    Task<Visit> Book(Caller caller, long expected, ImmutableArray<SeenTime> seen);

    /// <summary>Cancels the meetings that are still to come, all in one commit or none.</summary>
    [Alias("cancel"), ResponseTimeout(Patience.Once)]
    Task<Visit> Cancel(Caller caller, long expected);

    /// <summary>
    /// Asks by mail, for the visit's day, each counterpart that has offered no times on it, and the client where it has
    /// not.
    /// </summary>
    /// <exception cref="ConflictException">Everybody has offered times.</exception>
    [Alias("ask"), ResponseTimeout(Patience.Once)]
    Task<VisitPlan> Ask(Caller caller, long expected);
}
