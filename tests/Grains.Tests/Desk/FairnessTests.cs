using System.Collections.Immutable;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Figures;

namespace Matchmaker.Grains.Tests.Desk;

/// <summary>What each party deserves, asked party by party; the product goes from introduction to introduction.
/// </summary>
public sealed class FairnessTests
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly To = new(2026, 10, 31);

    [Fact]
    public void What_is_deserved_equals_a_recount_party_by_party()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var chance = new Random(seed);
            string[] parties = [.. Enumerable.Range(0, chance.Next(1, 9)).Select(i => $"firms/f{i}")];
            var lists = Enumerable
                .Range(0, 4)
                .ToDictionary(
                    i => $"d{i}",
                    _ =>
                        parties
                            .Where(_ => chance.Next(3) > 0)
                            .Select(party => new PartyScore(party, chance.Next(4) * 25))
                            .ToImmutableArray()
                );
            var histories = Enumerable
                .Range(0, chance.Next(12))
                .Select(i => History($"i{i}", parties, chance))
                .ToList();
            var report = FairnessRules.Of(
                histories,
                lists,
                new(new(HolidayTable.BuiltIn), From, To, To.AddDays(9)),
                From,
                To
            );

            Assert.Equal(report.Shown, histories.Count(history => In(history, IntroductionState.Suggested)));
            Assert.Equal(report.Shown, report.Parties.Sum(share => share.ExpectedShown), 9);
            Assert.Equal(report.Offered, report.Parties.Sum(share => share.ExpectedOffered), 9);
            Assert.Equal(report.Introduced, report.Parties.Sum(share => share.ExpectedIntroduced), 9);
            foreach (var party in parties)
            {
                var share =
                    report.Parties.SingleOrDefault(share => share.Party == party)
                    ?? new FairShare(party, null, 0, 0, 0, 0, 0, 0);
                Assert.Equal(Deserved(party, IntroductionState.Suggested), share.ExpectedShown, 9);
                Assert.Equal(Deserved(party, IntroductionState.Offered), share.ExpectedOffered, 9);
                Assert.Equal(Deserved(party, IntroductionState.Introduced), share.ExpectedIntroduced, 9);
                Assert.Equal(
                    histories.Count(one => one.Counterpart == party && In(one, IntroductionState.Offered)),
                    share.Offered
                );
            }

            double Deserved(string party, IntroductionState state) =>
                histories.Where(history => In(history, state)).Sum(history => PartOf(party, history));

            double PartOf(string party, IntroductionHistory history)
            {
                var list = lists.GetValueOrDefault(history.Demand, []);
                var scores = parties.ToDictionary(
                    one => one,
                    one =>
                        list.FirstOrDefault(entry => entry.Party == one)?.Score
                        ?? (one == history.Counterpart ? history.Score : (double?)null)
                );
                if (scores[party] is not { } score)
                    return 0;
                var all = scores.Values.OfType<double>().ToList();
                return all.Sum() > 0 ? score / all.Sum() : 1.0 / all.Count;
            }
        }
    }

    [Fact]
    public void More_parties_than_a_page_holds_are_added_up_under_the_rest()
    {
        var list = Enumerable.Range(0, 450).Select(i => new PartyScore($"owners/o{i:000}", 50)).ToImmutableArray();
        var report = FairnessRules.Of(
            [
                History("i1", ["owners/o000"], new(1)) with
                {
                    Demand = "d",
                    Steps = [new(IntroductionState.Suggested, At(5))],
                },
            ],
            new Dictionary<string, ImmutableArray<PartyScore>> { ["d"] = list },
            new(new(HolidayTable.BuiltIn), From, To, To),
            From,
            To
        );
        Assert.Equal(FairnessReport.MaxParties, report.Parties.Length);
        Assert.Equal(("owners/o000", 1), (report.Parties[0].Party, report.Parties[0].Shown));
        Assert.Equal(250 / 450.0, report.Rest!.ExpectedShown, 9);
    }

    private static bool In(IntroductionHistory history, IntroductionState state) =>
        history.Steps.Any(step =>
            step.State == state
            && DateOnly.FromDateTime(step.At.UtcDateTime.AddHours(8)) is var day
            && day >= From
            && day <= To
        );

    private static DateTimeOffset At(int day) => new(From.AddDays(day), new(4, 0), TimeSpan.Zero);

    // Some begin before the period, some go on after it.
    private static IntroductionHistory History(string id, string[] parties, Random chance)
    {
        var day = chance.Next(-20, 40);
        IntroductionState[] way =
        [
            IntroductionState.Suggested,
            IntroductionState.Offered,
            IntroductionState.Agreed,
            IntroductionState.Introduced,
        ];
        return new(
            id,
            "partners",
            parties[chance.Next(parties.Length)],
            null,
            false,
            [.. way.Take(chance.Next(1, 5)).Select(state => new HistoryStep(state, At(day += chance.Next(8))))],
            null,
            null,
            new("introduction", null, false)
        )
        {
            Demand = $"d{chance.Next(5)}",
            Score = chance.Next(5) * 20,
        };
    }
}
