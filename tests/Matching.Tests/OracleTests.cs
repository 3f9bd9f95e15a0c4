using System.Collections.Immutable;
using System.Numerics;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests;

/// <summary>The engine against the oracle, on thousands of random indexes and demands.</summary>
public class OracleTests
{
    private const int Rounds = 1500;

    [Fact]
    public void Every_profile_is_evaluated_as_by_the_oracle()
    {
        for (var seed = 0; seed < Rounds * 4; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profile = some.Profile(board, "p");
            var criteria = some.Criteria(board);
            AssertSame(
                Oracle.Of(board, criteria, profile, Some.Today),
                Evaluator.Evaluate(board, criteria, profile, Some.Today),
                seed
            );
        }
    }

    [Fact]
    public void A_search_counts_and_orders_as_the_oracle()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profiles = some.Profiles(board, some.Int(80));
            var query = new Query(some.Criteria(board), some.Int(30), Some.Today, some.Viewer());
            var found = IndexSnapshot.Empty(board).With(profiles, []).Search(query);
            var expected = Oracle.List(
                board,
                query.Criteria,
                profiles.Where(profile => Sees(query.Viewer, profile)),
                query.AsOf
            );

            Assert.True(expected.Count == found.Count, $"seed {seed}");
            AssertSame(expected.Take(query.Top), found.Matches, seed);
        }
    }

    [Fact]
    public void A_search_by_words_finds_the_profiles_with_these_words()
    {
        var found = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profiles = some.Profiles(board, some.Int(80));
            var words = some.Words();
            var query = new Query(
                some.Criteria(board),
                some.Int(30),
                Some.Today,
                some.Viewer() with
                {
                    Open = some.Chance(0.8),
                },
                words
            );
            var answer = IndexSnapshot.Empty(board).With(profiles, []).Search(query);
            var expected = Oracle.List(
                board,
                query.Criteria,
                profiles.Where(profile =>
                    Sees(query.Viewer, profile) && words.All(alternatives => HasOne(profile, alternatives))
                ),
                query.AsOf
            );

            Assert.True(expected.Count == answer.Count, $"seed {seed}");
            AssertSame(expected.Take(query.Top), answer.Matches, seed);
            found += answer.Count;
        }

        Assert.True(found > Rounds, $"{found} found: the words are too rare.");
    }

    [Fact]
    public void Near_misses_and_relaxations_equal_those_of_an_exhaustive_search()
    {
        for (var seed = 0; seed < Rounds / 3; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profiles = some.Profiles(board, some.Int(80));
            var query = new Query(some.Criteria(board), 0, Some.Today, some.Viewer());
            var report = IndexSnapshot.Empty(board).With(profiles, []).NearMisses(query, top: 7);
            AssertReport(
                report,
                board,
                query.Criteria,
                [.. profiles.Where(profile => Sees(query.Viewer, profile))],
                seed
            );
        }
    }

    [Fact]
    public void An_index_after_any_changes_answers_as_a_rebuilt_one()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var index = IndexSnapshot.Empty(board);
            var held = new SortedDictionary<string, Profile>(StringComparer.Ordinal);
            for (var batch = 0; batch < 12; batch++)
            {
                var changed = Enumerable
                    .Range(0, some.Int(seed % 4 == 0 ? 900 : 30))
                    .Select(_ => some.Profile(board, $"p{some.Int(2500)}"))
                    .ToList();
                var removed = Enumerable.Range(0, some.Int(40)).Select(_ => $"p{some.Int(2500)}").ToList();
                removed.ForEach(id => held.Remove(id));
                changed.ForEach(profile => held[profile.Id] = profile);
                var before = index;
                var (countBefore, query) = (
                    before.Count,
                    new Query(some.Criteria(board), 20, Some.Today, some.Viewer())
                );
                var answerBefore = before.Search(query);
                index = index.With(changed, removed);

                Assert.Equal(countBefore, before.Count);
                AssertSame(answerBefore, before.Search(query), seed);
                AssertSame(
                    IndexSnapshot.Empty(board).With([.. held.Values], []).Search(query),
                    index.Search(query),
                    seed
                );
            }

            Assert.Equal(held.Values, index.Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal));
            Assert.All(held.Values, profile => Assert.Same(profile, index.Find(profile.Id)));
        }
    }

    internal static void AssertSame(Oracle.Opinion expected, Match match, int seed)
    {
        Assert.True(expected.Profile.Id == match.Id, $"seed {seed}: {expected.Profile.Id} {match.Id}");
        Assert.True(
            (expected.Points, expected.Verdict, expected.Unknown) == (match.Points, match.Verdict, match.UnknownMusts),
            $"seed {seed}"
        );
        Assert.True(
            IsNearest(match.Score, expected.Score.Over, expected.Score.Under),
            $"seed {seed}: score {match.Score}"
        );
        Assert.Equal(expected.Lines.Length, match.Parts.Length);
        var weight = expected.Lines.Sum(line => line.Weight);
        var known = expected.Lines.Where(line => line.Outcome != Outcome.Unknown).Sum(line => line.Weight);
        Assert.True(
            weight == 0 ? match.Certainty == 1 : IsNearest(match.Certainty, known, weight),
            $"seed {seed}: certainty"
        );
        foreach (var (line, part) in expected.Lines.Zip(match.Parts))
        {
            Assert.True(
                (line.Outcome, line.Stale, line.Utility / 1_000_000m) == (part.Outcome, part.Stale, part.Utility),
                $"seed {seed}: {part}"
            );
            Assert.True(
                IsNearest(
                    part.Share,
                    100 * new BigInteger(line.Utility) * line.Weight,
                    new BigInteger(1_000_000) * weight
                ),
                $"seed {seed}"
            );
            Assert.True(part.Actual is null == (line.Outcome == Outcome.Unknown || part.Op == Op.Takes), $"{seed}");
        }
    }

    private static void AssertSame(IEnumerable<Oracle.Opinion> expected, ImmutableArray<Match> matches, int seed)
    {
        var list = expected.ToList();
        Assert.True(
            list.Select(opinion => opinion.Profile.Id).SequenceEqual(matches.Select(match => match.Id)),
            $"seed {seed}: order"
        );
        foreach (var (opinion, match) in list.Zip(matches))
            AssertSame(opinion, match, seed);
    }

    private static void AssertSame(SearchResult expected, SearchResult found, int seed)
    {
        Assert.True(expected.Count == found.Count, $"seed {seed}");
        Assert.True(expected.Matches.SequenceEqual(found.Matches), $"seed {seed}");
    }

    private static void AssertReport(
        NearMissReport report,
        Board board,
        ImmutableArray<Criterion> criteria,
        List<Profile> profiles,
        int seed
    )
    {
        for (var at = 0; at < criteria.Length; at++)
        {
            var kept = Oracle.Ordered(
                profiles
                    .Select(profile => Oracle.Of(board, criteria, profile, Some.Today))
                    .Where(opinion => opinion.Unmet == 1 && opinion.Lines[at] is { Must: true, Outcome: Outcome.Unmet })
            );
            var line = report.NearMisses.SingleOrDefault(miss => miss.Criterion == at);
            var relaxation = report.Relaxations.SingleOrDefault(relaxed => relaxed.Criterion == at);
            Assert.True(kept.Count == (line?.Count ?? 0), $"seed {seed}: criterion {at}");
            if (line is not null)
                AssertSame(kept.Take(7), line.Matches, seed);

            var isProposed =
                criteria[at].Strength == Strength.Must
                && !criteria[at].Fixed
                && Dropping(board, criteria, at, profiles) > 0;
            Assert.True(isProposed == (relaxation is not null), $"seed {seed}: criterion {at}");
            if (relaxation is not null)
                AssertRelaxation(relaxation, board, criteria, profiles, seed);
        }
    }

    private static void AssertRelaxation(
        Relaxation relaxation,
        Board board,
        ImmutableArray<Criterion> criteria,
        List<Profile> profiles,
        int seed
    )
    {
        var at = relaxation.Criterion;
        Assert.True(Dropping(board, criteria, at, profiles) == relaxation.Count, $"seed {seed}");
        Assert.Equal(criteria[at].Op is Op.AtLeast or Op.AtMost or Op.Within, relaxation.Limits is not null);
        foreach (var admits in new[] { 1, 5, 10 })
        {
            if (relaxation.Limits is { } limits)
            {
                var expected = Oracle.NearestLimit(board, criteria, at, profiles, Some.Today, admits);
                Assert.True(
                    expected == limits.SingleOrDefault(limit => limit.Admits == admits)?.Limit,
                    $"seed {seed}: admits {admits}"
                );
            }
        }
    }

    private static int Dropping(Board board, ImmutableArray<Criterion> criteria, int at, List<Profile> profiles) =>
        profiles.Count(profile =>
            !Oracle.Of(board, criteria, profile, Some.Today).Accepted
            && Oracle.Of(board, criteria.RemoveAt(at), profile, Some.Today).Accepted
        );

    private static bool HasOne(Profile profile, ImmutableArray<ImmutableArray<string>> alternatives)
    {
        var words = (profile.Texts ?? []).SelectMany(text => Tokens.Of(text)).ToHashSet();
        return alternatives.Any(phrase => !phrase.IsEmpty && phrase.All(words.Contains));
    }

    private static bool Sees(Viewer viewer, Profile profile) =>
        (profile.Hold == null || (viewer.Demand != null ? viewer.Demand == profile.Hold.Demand : viewer.Office))
        && (
            viewer.Office || (viewer.Open && profile.Public) || (viewer.Owner != null && viewer.Owner == profile.Owner)
        );

    /// <summary>Whether neither neighbour of the double is nearer to the fraction.</summary>
    private static bool IsNearest(double number, BigInteger over, BigInteger under)
    {
        var distance = Distance(number);
        return distance <= Distance(Math.BitIncrement(number)) && distance <= Distance(Math.BitDecrement(number));

        // |number − over/under| × under × 2^1074, a whole number.
        BigInteger Distance(double x) => BigInteger.Abs((Scaled(x) * under) - (over << 1074));
    }

    private static BigInteger Scaled(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var size = new BigInteger(mantissa) << Math.Max(0, exponent - 1);
        return bits < 0 ? -size : size;
    }
}
