using System.Collections.Immutable;

namespace Matchmaker.Matching.Upgrades;

/// <summary>A published firm that lets the office count it.</summary>
/// <param name="Level">Its profile's smart level, 0 to 4; null: not stated.</param>
/// <param name="Sectors">The codes of the industries that its profile states.</param>
/// <param name="Building">The id of its building; null: not told.</param>
/// <param name="Symptoms">The codes of what hurts, as it answers.</param>
/// <param name="Unused">The programmes that would pay for a step of its plan and are not used.</param>
public sealed record DistrictFirm(
    string Id,
    LocalText? Name,
    bool Sample,
    int? Level,
    ImmutableArray<string> Sectors,
    string? Building,
    UpgradeProfile Profile,
    ImmutableArray<string> Symptoms,
    ImmutableArray<string> Unused
);

/// <summary>A number of firms.</summary>
/// <param name="Figure">The key by which its list is asked for, such as <c>symptom:labour</c>.</param>
/// <param name="Of">
/// What it counts: levels from the lowest up, among them <c>unknown</c>, or the id of a building, or the code of a
/// sector, symptom, step or programme. Empty: it is of no such thing.
/// </param>
/// <param name="Firms">At least 5, or 0 where nothing is left elsewhere; null: withheld.</param>
/// <param name="Needs">The published needs that a step would open to any of the firms; null: it is of no step, or
/// withheld.</param>
[GenerateSerializer, Immutable]
public sealed record DistrictFigure(string Figure, ImmutableArray<string> Of, int? Firms, int? Needs = null);

/// <summary>
/// Where the firms of the district stand, and what they lack: of those that let the office count them (upgrading.md,
/// section 8).
/// </summary>
/// <param name="Firms">All of them.</param>
/// <param name="Levels">From the lowest up, neighbours joined until they are five firms or more.</param>
/// <param name="Sectors">The most first; a firm may state several. What is withheld is left out.</param>
/// <param name="Buildings">The most first. What is withheld is left out.</param>
/// <param name="Elsewhere">The firms in all other buildings, and those that tell none; 0 where there are none.</param>
/// <param name="Symptoms">What hurts, the most first, then what is withheld.</param>
/// <param name="Opens">The steps that bring a certification, by the needs that it would open; then what is withheld.
/// </param>
/// <param name="Unused">The programmes that would pay and are not used, the most first, then what is withheld.</param>
[GenerateSerializer, Immutable]
public sealed record DistrictReport(
    DateOnly On,
    DistrictFigure Firms,
    ImmutableArray<DistrictFigure> Levels,
    ImmutableArray<DistrictFigure> Sectors,
    ImmutableArray<DistrictFigure> Buildings,
    DistrictFigure Elsewhere,
    ImmutableArray<DistrictFigure> Symptoms,
    ImmutableArray<DistrictFigure> Opens,
    ImmutableArray<DistrictFigure> Unused
);
