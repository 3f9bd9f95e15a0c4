using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;
using Xunit;

namespace Matchmaker.Matching.Tests.Search;

/// <summary>What a query excludes, and what has the most of it, by the plain evaluator.</summary>
public class PartialTests
{
    private const int Rounds = 300;

    [Fact]
    public void The_profiles_with_the_fewest_parts_missing_equal_those_of_an_exhaustive_search()
    {
        var found = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profiles = some.Profiles(board, some.Int(80));
            var query = SomeQuery(some, board);
            var plain = profiles
                .Where(profile => query.Viewer.MaySee(profile) && !IsExcluded(board, query, profile))
                .Select(profile => Plain(board, query, profile))
                .Where(partial => HasMost(query, partial))
                .ToList();
            var fewest = plain.Select(Lacks).DefaultIfEmpty().Min();
            var expected = plain
                .Where(partial => Lacks(partial) == fewest)
                .OrderByDescending(partial => partial.Match.Points)
                .ThenBy(partial => partial.Match.UnknownMusts)
                .ThenBy(partial => partial.Match.Id, StringComparer.Ordinal)
                .ToList();

            var answer = IndexSnapshot.Empty(board).With(profiles, []).SearchMost(query);

            Assert.True(expected.Count == answer.Count, $"seed {seed}: {expected.Count}, not {answer.Count}");
            Assert.Equal(expected.Take(query.Top).Select(Written), answer.Matches.Select(Written));
            found += answer.Count;
        }

        Assert.True(found > Rounds, $"{found} found: the parts are too rare.");
    }

    [Fact]
    public void A_search_leaves_out_exactly_what_meets_an_excluded_criterion()
    {
        var excluded = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var some = new Some(seed);
            var board = some.Board();
            var profiles = some.Profiles(board, some.Int(80));
            var index = IndexSnapshot.Empty(board).With(profiles, []);
            var query = SomeQuery(some, board) with { Words = null, Top = 1000 };

            var all = index.Search(query with { Excluded = null }).Matches.Select(match => match.Id).ToList();
            var left = all.Where(id => !IsExcluded(board, query, index.Find(id)!)).ToList();

            Assert.Equal(left, index.Search(query).Matches.Select(match => match.Id));
            excluded += all.Count - left.Count;
        }

        Assert.True(excluded > Rounds, $"{excluded} left out: too few.");
    }

    private static Query SomeQuery(Some some, Board board) =>
        new(
            some.Criteria(board),
            some.Int(30),
            Some.Today,
            some.Viewer(),
            some.Words(),
            [.. some.Criteria(board).Take(some.Int(3))]
        );

    private static bool HasMost(Query query, PartialMatch partial)
    {
        var musts = query.Criteria.Count(criterion => criterion.Strength is Strength.Must);
        return 2 * Lacks(partial).All <= musts + query.Words!.Value.Length || (musts > 0 && partial.Unmet.IsEmpty);
    }

    private static (int All, int Unmet) Lacks(PartialMatch partial) =>
        (partial.Unmet.Length + partial.Missing.Length, partial.Unmet.Length);

    private static bool IsExcluded(Board board, Query query, Profile profile) =>
        Evaluator
            .Evaluate(board, query.Excluded!.Value, profile, query.AsOf)
            .Parts.Any(part => part.Outcome is Outcome.Met);

    private static PartialMatch Plain(Board board, Query query, Profile profile)
    {
        var match = Evaluator.Evaluate(board, query.Criteria, profile, query.AsOf);
        var words = query.Words!.Value;
        var has = (profile.Texts ?? []).SelectMany(text => Tokens.Of(text)).ToHashSet();
        return new(
            match,
            [
                .. Enumerable
                    .Range(0, match.Parts.Length)
                    .Where(at => match.Parts[at] is { Strength: Strength.Must, Outcome: Outcome.Unmet }),
            ],
            [.. Enumerable.Range(0, words.Length).Where(at => !words[at].Any(phrase => HasAll(has, phrase)))]
        );
    }

    // A phrase without words occurs nowhere.
    private static bool HasAll(HashSet<string> words, ImmutableArray<string> phrase) =>
        !phrase.IsEmpty && phrase.All(words.Contains);

    private static string Written(PartialMatch partial) =>
        $"{partial.Match.Id} {partial.Match.Verdict} {string.Join(',', partial.Unmet)} {string.Join(',', partial.Missing)}";
}
