using System.Collections.Immutable;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Programmes;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.StartUps;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.StartUps;

/// <summary>Draws a start-up's path. Key: 0; holds no state, and keeps nothing that is asked.</summary>
[Alias("start-up-paths")]
public interface IStartUpPathsGrain : IGrainWithIntegerKey
{
    /// <summary>The path by answers, with what the caller sees on the boards.</summary>
    /// <param name="on">Null: today in Hong Kong.</param>
    /// <exception cref="InvalidException">An answer breaks a rule.</exception>
    [Alias("draw"), Repeatable]
    Task<DrawnStartUpPath> Draw(
        Caller caller,
        DateOnly? on,
        StartUpAnswers answers,
        CancellationToken cancellation = default
    );
}

/// <summary>A start-up's path on a day.</summary>
/// <param name="Steps">Those of now first.</param>
/// <param name="Left">The steps that are not for it, each with a reason.</param>
[GenerateSerializer, Immutable]
public sealed record DrawnStartUpPath(
    DateOnly On,
    ImmutableArray<DrawnStartUpStep> Steps,
    ImmutableArray<LeftStartUpStep> Left
);

/// <param name="Assessment">
/// What the programme behind it says on that day by the answers; null: no programme stands behind it.
/// </param>
/// <param name="Found">What the step's board has; null: it has no board.</param>
[GenerateSerializer, Immutable]
public sealed record DrawnStartUpStep(StartUpPathStep Step, ProgrammeAssessment? Assessment, StartUpFinds? Found);

/// <summary>What a board has for a step, as the caller sees it.</summary>
/// <param name="Asks">The answer that is missing to look for anything; null: none is.</param>
/// <param name="Browsed">Whether the caller's role sees others' public records of the board at all.</param>
/// <param name="Criteria">What was asked; empty: nothing was.</param>
/// <param name="Best">The best three; none of them is the caller's own.</param>
/// <param name="Campuses">The campuses whose operator says whom it admits, without those that refuse its industry.
/// </param>
[GenerateSerializer, Immutable]
public sealed record StartUpFinds(
    string Board,
    string? Asks,
    bool Browsed,
    ImmutableArray<Criterion> Criteria,
    ImmutableArray<StartUpFind> Best,
    ImmutableArray<StartUpCampus> Campuses
);

/// <param name="Id">On the board; of a space <c>building/space</c>.</param>
/// <param name="Name">Of the building, firm or centre; null: it has none, or the board does not name its owner.</param>
/// <param name="Unit">A space's name in its building; null: not told, or the match is no space.</param>
/// <param name="Area">m²; null: unknown, or the match is no space.</param>
/// <param name="Has">Those of the codes asked for that it has.</param>
/// <param name="Sample">Whether it is invented.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpFind(
    string Id,
    LocalText? Name,
    string? Unit,
    decimal? Area,
    Verdict Verdict,
    double Score,
    ImmutableArray<string> Has,
    bool Sample
);

/// <summary>A campus, as its buildings say.</summary>
/// <param name="District">A code of the list <c>district</c>.</param>
/// <param name="Buildings">How many of its buildings state whom their operator admits.</param>
/// <param name="Admission">
/// Whether the operator admits the industry: the best of its answers; null: the industry is unknown, or not told.
/// </param>
/// <param name="Source">Who says so; null: not told.</param>
/// <param name="Sample">Whether the building that says so is invented.</param>
[GenerateSerializer, Immutable]
public sealed record StartUpCampus(string District, int Buildings, UseVerdict? Admission, string? Source, bool Sample);
