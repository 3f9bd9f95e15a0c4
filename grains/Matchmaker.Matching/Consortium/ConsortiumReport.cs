using System.Collections.Immutable;

namespace Matchmaker.Matching.Consortium;

/// <summary>The smallest set of firms that meets every <c>covers</c> must (matching.md section 9).</summary>
/// <param name="Firms">
/// The firms' ids in ordinal order; empty: no firm covers some line, or the demand has no line.
/// </param>
/// <param name="Lines">
/// The firm that covers each line, in the demand's order; of several, the highest score, then the smallest id.
/// </param>
/// <param name="Uncovered">
/// The indexes in the demand of the criteria that no firm covers, from 0; empty: a set was found.
/// </param>
/// <param name="Optimal">
/// Always true: no smaller set exists, and no set of the same size has a higher sum of scores.
/// </param>
[GenerateSerializer, Immutable]
public sealed record ConsortiumReport(
    ImmutableArray<string> Firms,
    ImmutableArray<ConsortiumLine> Lines,
    ImmutableArray<int> Uncovered,
    bool Optimal
);

/// <param name="Criterion">The criterion's index in the demand, from 0.</param>
/// <param name="By">The firm's id.</param>
[GenerateSerializer, Immutable]
public sealed record ConsortiumLine(int Criterion, string By);
