using System.Collections.Immutable;

namespace Matchmaker.Matching.Consortium;

/// <summary>The smallest set of firms that together meet every <c>covers</c> must of a demand (matching.md section 9).</summary>
/// <param name="Firms">Their ids, ordinal; empty where some line is covered by nobody, or the demand has no line.</param>
/// <param name="Lines">Who covers which line, in the demand's order; of several in the set the one with the higher score, then the lesser id.</param>
/// <param name="Uncovered">The criteria that no firm covers, by their place in the demand, from 0; empty: a set was found.</param>
/// <param name="Optimal">Always true: no smaller set, and none of that size with a higher sum of scores, exists.</param>
[GenerateSerializer, Immutable]
public sealed record ConsortiumReport(
    ImmutableArray<string> Firms,
    ImmutableArray<ConsortiumLine> Lines,
    ImmutableArray<int> Uncovered,
    bool Optimal
);

/// <param name="Criterion">The criterion's place in the demand, from 0.</param>
/// <param name="By">The firm's id.</param>
[GenerateSerializer, Immutable]
public sealed record ConsortiumLine(int Criterion, string By);
