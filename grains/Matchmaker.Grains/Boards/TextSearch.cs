using System.Collections.Immutable;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Matching;
using Matchmaker.Matching.Briefs;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Search;

namespace Matchmaker.Grains.Boards;

/// <summary>The search of one board by a text: what the text names first, then what has all or most of it.</summary>
internal static class TextSearch
{
    public static SearchAnswer Search(
        this BoardIndex index,
        Caller caller,
        string text,
        int top,
        bool partly,
        ListOrder? order
    )
    {
        var parsed = BriefReader.Parse(index.Lexicon, text);
        var question = parsed.For(index.Board, index.Day);
        var viewer = Access.ViewerOf(caller, index.Board);
        var named = index.Catalogue.Named(viewer, text);
        var ids = named.Select(profile => profile.Id).ToHashSet(StringComparer.Ordinal);
        var query = new Query(question.Criteria, top, index.Day, viewer, question.Words, question.Excluded, order);
        var found = question.IsEmpty ? new(0, []) : index.Catalogue.Search(query, ids);
        var most =
            partly && found.Count == 0 && named.IsEmpty && question.Terms.Length > 1
                ? index.Catalogue.SearchMost(query)
                : new(0, []);
        return new(
            TermsOf(parsed, question),
            question.Criteria,
            question.Excluded,
            named.Length + found.Count + most.Count,
            index.WithMutual(
                [
                    .. named
                        .Select(profile => Evaluator.Evaluate(index.Board, [], profile, index.Day))
                        .Concat(found.Matches)
                        .Concat(most.Matches.Select(partial => partial.Match))
                        .Take(top)
                        .Select(match => index.WithoutSecrets(caller, match)),
                ],
                caller.Party?.ToString(),
                query
            ),
            [.. named.Take(top).Select(profile => profile.Id)],
            LeftOut(parsed, question, most.Matches)
        );
    }

    private static ImmutableArray<TermReading> TermsOf(ParsedSearch parsed, BoardQuestion question) =>
        [.. parsed.Terms.Select((term, at) => TermOf(term, question, question.PartOf(at)))];

    private static TermReading TermOf(SearchTerm term, BoardQuestion question, int? part)
    {
        var (asked, excluded) = (question.Criteria, question.Excluded);
        var criterion =
            part is not { } at ? null
            : at < asked.Length ? asked[at]
            : at < asked.Length + excluded.Length ? excluded[at - asked.Length]
            : null;
        return new(
            term.Text,
            term.From,
            term.Denial is Denial.Excluded,
            criterion,
            criterion is not null && part >= asked.Length,
            part is not null && criterion is null
        );
    }

    private static ImmutableArray<LeftOutTerm> LeftOut(
        ParsedSearch parsed,
        BoardQuestion question,
        ImmutableArray<PartialMatch> matches
    )
    {
        var firstWord = question.Criteria.Length + question.Excluded.Length;
        return
        [
            .. matches
                .SelectMany(partial =>
                    partial
                        .Unmet.Concat(partial.Missing.Select(word => firstWord + word))
                        .SelectMany(part => question.Terms[part])
                        .Select(term => (Term: term, partial.Match.Id))
                )
                .GroupBy(pair => pair.Term, pair => pair.Id)
                .OrderBy(group => group.Key)
                .Select(group => new LeftOutTerm(group.Key, parsed.Terms[group.Key].Text, [.. group])),
        ];
    }
}
