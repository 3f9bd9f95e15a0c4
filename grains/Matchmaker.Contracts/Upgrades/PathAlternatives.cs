using System.Collections.Immutable;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Moving;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Upgrades;

/// <summary>A question for the places where a manufacturer could take its steps.</summary>
/// <param name="On">The day; null: today in Hong Kong.</param>
/// <param name="Steps">Null: those that the firm keeps.</param>
/// <param name="Needs">Null: nothing is told.</param>
[GenerateSerializer, Immutable]
public sealed record AlternativesQuestion(
    DateOnly? On = null,
    ImmutableArray<ChosenStep>? Steps = null,
    PlaceNeeds? Needs = null
);

/// <summary>
/// Where a manufacturer could take its steps: where it is, in a unit within a walk, or in an InnoPark. No programme's
/// rule depends on the place, so that what programmes pay is the same in all of them.
/// </summary>
/// <param name="Area">m² at least: as stated, or else its workshop's; null: unknown.</param>
/// <param name="Industries">The codes of the list <c>industry</c> that the firm states.</param>
/// <param name="Stay">Null: its building is not told, or not in the system.</param>
/// <param name="Near">How many units stand within a walk, at most 500; null: nobody knows where it is.</param>
/// <param name="Criteria">What was asked of them; empty: nothing was.</param>
/// <param name="Nearby">The best three of them.</param>
/// <param name="Campuses">
/// The buildings of InnoParks whose operator says whom it admits, those that admit it first.
/// </param>
[GenerateSerializer, Immutable]
public sealed record PathAlternatives(
    DateOnly On,
    decimal? Area,
    ImmutableArray<string> Industries,
    PlaceOption? Stay,
    int? Near,
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<PlaceOption> Nearby,
    ImmutableArray<PlaceOption> Campuses
);

/// <summary>One place.</summary>
/// <param name="Id">Of the building, or of the space as <c>building/space</c>.</param>
/// <param name="Name">The building's; null: it has none.</param>
/// <param name="Unit">The space's name in its building; null: not told, or the place is a building.</param>
/// <param name="Area">m²; null: unknown, or the place is a building.</param>
/// <param name="MonthlyRent">HK$ a month, with the management fee where it is known; null: unknown.</param>
/// <param name="Production">What plan, lease and neighbours say of production there; null: unknown.</param>
/// <param name="Walk">Minutes on foot from the firm's building; null: unknown.</param>
/// <param name="Verdict">Of the search that found it; null: no search did.</param>
/// <param name="Score">0 to 100, likewise.</param>
/// <param name="Admission">
/// Of a campus: whether its operator admits the firm's industry; null: unknown, or the place is no campus.
/// </param>
/// <param name="Source">Who says whom the operator admits; null: not told, or the place is no campus.</param>
/// <param name="Sample">Whether it is invented.</param>
[GenerateSerializer, Immutable]
public sealed record PlaceOption(
    string Id,
    LocalText? Name,
    string? Unit,
    decimal? Area,
    long? MonthlyRent,
    UseVerdict? Production,
    ImmutableArray<StepAtPlace> Steps,
    int? Walk,
    Verdict? Verdict,
    double? Score,
    UseVerdict? Admission,
    string? Source,
    bool Sample
);
