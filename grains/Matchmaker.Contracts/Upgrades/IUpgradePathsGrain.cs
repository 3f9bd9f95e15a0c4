using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Upgrades;

/// <summary>Draws a manufacturer's path. Key: 0; holds no state.</summary>
[Alias("upgrade-paths")]
public interface IUpgradePathsGrain : IGrainWithIntegerKey
{
    /// <summary>The path by what the firm keeps; where it keeps nothing, by its profile alone.</summary>
    /// <param name="on">Null: today in Hong Kong.</param>
    /// <exception cref="NotFoundException">The caller is neither of the firm nor of the office, or there is no such
    /// firm.</exception>
    [Alias("kept"), Repeatable]
    Task<DrawnPath> Kept(Caller caller, string firm, DateOnly? on, CancellationToken cancellation = default);

    /// <summary>The path by answers and steps that are not kept.</summary>
    /// <param name="on">Null: today in Hong Kong.</param>
    /// <exception cref="InvalidException">An answer or a step breaks a rule.</exception>
    /// <exception cref="NotFoundException">As in <see cref="Kept"/>.</exception>
    [Alias("try"), Repeatable]
    Task<DrawnPath> Try(
        Caller caller,
        string firm,
        DateOnly? on,
        UpgradeAnswers answers,
        ImmutableArray<ChosenStep> steps,
        CancellationToken cancellation = default
    );

    /// <summary>Where the steps could be taken: where the firm is, in a unit nearby, or in an InnoPark.</summary>
    /// <exception cref="InvalidException">A step or a number breaks a rule.</exception>
    /// <exception cref="NotFoundException">As in <see cref="Kept"/>.</exception>
    [Alias("alternatives"), Repeatable]
    Task<PathAlternatives> Alternatives(
        Caller caller,
        string firm,
        AlternativesQuestion question,
        CancellationToken cancellation = default
    );
}

/// <summary>A manufacturer's path on a day.</summary>
/// <param name="Level">Its smart level, as it answers or else as its profile says, 0 to 4; null: unknown.</param>
/// <param name="Suggestions">All steps, the best first.</param>
/// <param name="Steps">The chosen steps in their order.</param>
/// <param name="Quarters">The money of each quarter, from the first step's to the last one's; empty: no step.</param>
/// <param name="Table">The number of the version of the table of steps by which it is drawn.</param>
[GenerateSerializer, Immutable]
public sealed record DrawnPath(
    DateOnly On,
    int? Level,
    ImmutableArray<UpgradeSuggestion> Suggestions,
    ImmutableArray<DrawnStep> Steps,
    PathTotals Totals,
    ImmutableArray<QuarterMoney> Quarters,
    int Table
);

/// <summary>One chosen step: when, who, for how much, and what it opens.</summary>
/// <param name="End">The last day of its last month.</param>
/// <param name="MonthsAssumed">Whether the months are our assumption.</param>
/// <param name="Cost">HK$.</param>
/// <param name="CostAssumed">Whether the cost is our assumption.</param>
/// <param name="Funding">The programme that pays for it, where all steps together get the most; null: none.</param>
/// <param name="Programmes">What each programme would pay for it alone.</param>
/// <param name="Builders">The firms that can build it, the best three.</param>
/// <param name="Centres">The centres that work on it, the best three.</param>
/// <param name="Opens">The published needs that it opens after the steps before it.</param>
/// <param name="Building">What it may ask of the building, and what the firm's building is known to have.</param>
/// <param name="Withdrawn">
/// Whether it is no longer offered; it stays in the path of a firm that keeps it, as it was offered last.
/// </param>
[GenerateSerializer, Immutable]
public sealed record DrawnStep(
    string Step,
    StepStatus Status,
    DateOnly Start,
    DateOnly End,
    int Months,
    bool MonthsAssumed,
    long Cost,
    bool CostAssumed,
    StepGrant? Funding,
    ImmutableArray<StepOffer> Programmes,
    ImmutableArray<PathPartner> Builders,
    ImmutableArray<PathPartner> Centres,
    OpenedNeeds Opens,
    ImmutableArray<PathFact> Building,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Withdrawn = false
);

/// <summary>A firm or a centre that can help with a step.</summary>
/// <param name="Name">Null: it has none.</param>
/// <param name="Score">0 to 100, as on its own board.</param>
[GenerateSerializer, Immutable]
public sealed record PathPartner(string Id, LocalText? Name, Verdict Verdict, double Score);

/// <param name="Attribute">The code of an attribute of the board of sites.</param>
/// <param name="Value">Null: unknown, or the firm's building is not told.</param>
[GenerateSerializer, Immutable]
public sealed record PathFact(string Attribute, Value? Value);

/// <param name="Cost">HK$ of all steps.</param>
/// <param name="Grants">HK$ of all programmes; a ceiling, never an entitlement.</param>
/// <param name="Own">HK$ that are left to the firm.</param>
/// <param name="Met">The published needs that it meets today.</param>
/// <param name="MetAfter">The published needs that it meets after all steps.</param>
/// <param name="Needs">All published needs.</param>
[GenerateSerializer, Immutable]
public sealed record PathTotals(long Cost, long Grants, long Own, int Met, int MetAfter, int Needs);
