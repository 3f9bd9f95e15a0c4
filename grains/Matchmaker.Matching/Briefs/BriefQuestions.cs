using System.Collections.Immutable;
using Matchmaker.Matching.Search;

namespace Matchmaker.Matching.Briefs;

/// <summary>What of a sentence was read but gives no criterion, and what it may mean.</summary>
internal static class BriefQuestions
{
    public static ImmutableArray<BriefQuestion> Of(
        string text,
        ParsedSearch parsed,
        HashSet<TextRange> taken,
        BriefChoices choices
    )
    {
        var open = parsed
            .Terms.Where(term => !term.From.Any(taken.Contains))
            .SelectMany(term =>
                Runs(text, term, parsed).Select((from, run) => (From: from, Term: term, IsFirst: run == 0))
            )
            .OrderBy(question => question.From.Start);
        var questions = new List<(TextRange From, bool IsPlain, bool IsWish, ImmutableArray<BriefChoice>? Choices)>();
        foreach (var (from, term, isFirst) in open)
        {
            var meant = isFirst ? choices.Of(term, from) : null;
            var isPlain = term.Interpretations.IsEmpty && meant is null;
            // Words of one name are one question.
            if (
                isPlain
                && questions is [.., { IsPlain: true } last]
                && last.IsWish == term.IsWish
                && WrittenWords.AreTogether(text, last.From.End, from.Start)
            )
                questions[^1] = last with { From = new(last.From.Start, from.End) };
            else
                questions.Add((from, isPlain, term.IsWish, meant));
        }

        return
        [
            .. questions.Select(question =>
            {
                var words = text[question.From.Start..question.From.End];
                return new BriefQuestion(
                    words,
                    [question.From.Start, question.From.End],
                    question.IsPlain ? choices.OfNames(words, question.IsWish) : question.Choices
                );
            }),
        ];
    }

    // The words of one term are asked about together, with those between them that ask for nothing: 預算每月8萬.
    private static List<TextRange> Runs(string text, SearchTerm term, ParsedSearch parsed)
    {
        var runs = new List<TextRange>();
        foreach (var part in term.From)
        {
            if (
                runs is [.., var last]
                && (
                    WrittenWords.AreTogether(text, last.End, part.Start)
                    || text.AsSpan(last.End, Math.Max(0, part.Start - last.End)).Trim() is ":" or "："
                    || WrittenWords.AreOneClause(text, last.End, part.Start)
                        && !parsed
                            .Terms.SelectMany(other => other.From)
                            .Any(other => other.Start >= last.End && other.Start < part.Start)
                )
            )
                runs[^1] = new(last.Start, part.End);
            else
                runs.Add(part);
        }

        return runs;
    }
}
