using System.Collections.Immutable;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Figures;

/// <summary>
/// How often each party was put forward beside what its facts deserve (introductions.md, "Fairness"). Shares follow
/// from the totals, which real and expected numbers have in common.
/// </summary>
/// <param name="Shown">Introductions suggested in these days.</param>
/// <param name="Offered">Put to both sides in these days.</param>
/// <param name="Introduced">Details exchanged in these days.</param>
/// <param name="Parties">
/// Those that were put forward or deserved it, the greatest difference of shown first; at most
/// <see cref="MaxParties"/>.
/// </param>
/// <param name="Rest">All others together, under no party; null: there are none.</param>
[GenerateSerializer, Immutable]
public sealed record FairnessReport(
    DateOnly From,
    DateOnly To,
    int Shown,
    int Offered,
    int Introduced,
    ImmutableArray<FairShare> Parties,
    FairShare? Rest
)
{
    public const int MaxParties = 200;
}

/// <param name="Party">Such as <c>firms/f1</c>; empty: several.</param>
/// <param name="ExpectedShown">
/// How often it would have been shown, had each introduction gone to the parties of its demand's list in proportion to
/// their scores.
/// </param>
/// <param name="ExpectedOffered">Likewise, of the introductions that were offered.</param>
/// <param name="ExpectedIntroduced">Likewise, of those whose details were exchanged.</param>
[GenerateSerializer, Immutable]
public sealed record FairShare(
    string Party,
    LocalText? Name,
    int Shown,
    int Offered,
    int Introduced,
    double ExpectedShown,
    double ExpectedOffered,
    double ExpectedIntroduced
);
