using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Packages;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;

namespace Matchmaker.Contracts.Packages;

/// <summary>Combines sites, partners, centres and programmes for an enterprise. Key: 0; holds no state.</summary>
[Alias("packages")]
public interface IPackagesGrain : IGrainWithIntegerKey
{
    /// <param name="on">The day of the decision; null: today in Hong Kong.</param>
    /// <param name="months">Of the lease: 1 to 1 200.</param>
    /// <param name="top">How many sites, at most 10.</param>
    /// <exception cref="NotFoundException">The caller may not see the enterprise.</exception>
    [Alias("of"), Repeatable]
    Task<LandingPackage> Of(
        Caller caller,
        string enterprise,
        DateOnly? on,
        int months,
        int top,
        CancellationToken cancellation = default
    );
}

/// <summary>The sites, partners, centres and programmes found by the enterprise's demands and facts.</summary>
/// <param name="Months">Of the lease.</param>
/// <param name="Options">
/// One for each site, best first: matches before potential ones, those where its projects can be carried out first,
/// then the least net cost, then the score.
/// </param>
/// <param name="Partners">The first of each partners demand.</param>
/// <param name="Centres">The first of each research demand.</param>
/// <param name="Facts">Those that were assessed.</param>
/// <param name="Lacks">Boards on which it has no demand yet, and <c>applicant</c> where no facts are kept.</param>
[GenerateSerializer, Immutable]
public sealed record LandingPackage(
    string Enterprise,
    LocalText? Name,
    DateOnly On,
    int Months,
    ImmutableArray<LandingOption> Options,
    ImmutableArray<LandingPick> Partners,
    ImmutableArray<LandingPick> Centres,
    Facts Facts,
    ImmutableArray<string> Lacks
);

/// <summary>A match of one of the enterprise's demands.</summary>
/// <param name="Demand">The demand's id.</param>
/// <param name="DemandName">Null: it has none.</param>
/// <param name="Name">Null: it has none.</param>
[GenerateSerializer, Immutable]
public sealed record LandingPick(
    string Demand,
    LocalText? DemandName,
    string Id,
    LocalText? Name,
    LocalText? Address,
    Verdict Verdict,
    double Score
);

/// <summary>One site, with the funding that the programmes give there.</summary>
/// <param name="AssessedOn">The day of the decision, or the site's first day where that is later.</param>
/// <param name="Assessment">By the facts as they hold at the site: without projects where it refuses them.</param>
[GenerateSerializer, Immutable]
public sealed record LandingOption(
    LandingPick Site,
    SiteCost Cost,
    DateOnly AssessedOn,
    Assessment Assessment,
    NetCost Net
);
