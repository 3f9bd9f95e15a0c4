using System.Collections.Immutable;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Figures;

namespace Matchmaker.Grains.Figures;

/// <summary>What each party's facts deserve, beside what it got (introductions.md, "Fairness"). Pure.</summary>
internal static class FairnessRules
{
    /// <param name="lists">The parties of each demand's list; a demand without one is gone, or accepts nobody.</param>
    public static FairnessReport Of(
        IReadOnlyCollection<IntroductionHistory> histories,
        IReadOnlyDictionary<string, ImmutableArray<PartyScore>> lists,
        FigureKeys keys,
        DateOnly from,
        DateOnly to
    )
    {
        var parties = new Dictionary<string, FairShare>(StringComparer.Ordinal);
        foreach (var history in histories)
        {
            var (shown, offered, introduced) = keys.Exposure(history);
            if (shown + offered + introduced == 0)
                continue;
            var got = Found(history.Counterpart);
            parties[history.Counterpart] = got with
            {
                Name = history.CounterpartName,
                Shown = got.Shown + shown,
                Offered = got.Offered + offered,
                Introduced = got.Introduced + introduced,
            };
            foreach (var (party, part) in Parts(history, lists.GetValueOrDefault(history.Demand, [])))
            {
                var deserves = Found(party);
                parties[party] = deserves with
                {
                    ExpectedShown = deserves.ExpectedShown + (shown * part),
                    ExpectedOffered = deserves.ExpectedOffered + (offered * part),
                    ExpectedIntroduced = deserves.ExpectedIntroduced + (introduced * part),
                };
            }
        }

        ImmutableArray<FairShare> sorted =
        [
            .. parties
                .Values.OrderByDescending(share => Math.Abs(share.Shown - share.ExpectedShown))
                .ThenBy(share => share.Party, StringComparer.Ordinal),
        ];
        return new(
            from,
            to,
            sorted.Sum(share => share.Shown),
            sorted.Sum(share => share.Offered),
            sorted.Sum(share => share.Introduced),
            [.. sorted.Take(FairnessReport.MaxParties)],
            sorted.Length > FairnessReport.MaxParties
                ? sorted.Skip(FairnessReport.MaxParties).Aggregate(None(""), Together)
                : null
        );

        FairShare Found(string party) => parties.GetValueOrDefault(party) ?? None(party);
    }

    // One introduction, divided among the parties that could have had it. Whoever had it could have had it, whatever
    // its facts are today.
    private static IEnumerable<(string Party, double Part)> Parts(
        IntroductionHistory history,
        ImmutableArray<PartyScore> list
    )
    {
        var scores = list.ToDictionary(party => party.Party, party => party.Score, StringComparer.Ordinal);
        scores.TryAdd(history.Counterpart, history.Score);
        var total = scores.Values.Sum();
        return scores.Select(score => (score.Key, total > 0 ? score.Value / total : 1.0 / scores.Count));
    }

    private static FairShare None(string party) => new(party, null, 0, 0, 0, 0, 0, 0);

    private static FairShare Together(FairShare all, FairShare share) =>
        all with
        {
            Shown = all.Shown + share.Shown,
            Offered = all.Offered + share.Offered,
            Introduced = all.Introduced + share.Introduced,
            ExpectedShown = all.ExpectedShown + share.ExpectedShown,
            ExpectedOffered = all.ExpectedOffered + share.ExpectedOffered,
            ExpectedIntroduced = all.ExpectedIntroduced + share.ExpectedIntroduced,
        };
}
