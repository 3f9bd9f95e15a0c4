using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Briefs;

/// <summary>What of a sentence was read but gives no criterion, and what it may mean.</summary>
internal static partial class BriefQuestions
{
    // Each takes two more readings of the whole text; further ones are asked about without choices.
    private const int MaxCommas = 10;

    public static ImmutableArray<BriefQuestion> Of(
        Lexicon lexicon,
        string text,
        ParsedSearch parsed,
        HashSet<TextRange> taken
    )
    {
        var open = parsed
            .Terms.Where(term => !term.From.Any(taken.Contains))
            .SelectMany(term => term.From.Select(from => (From: from, IsWord: term.Interpretations.IsEmpty)))
            .OrderBy(question => question.From.Start);
        var questions = new List<(TextRange From, bool IsPlain, ImmutableArray<BriefChoice>? Choices)>();
        var commas = 0;
        foreach (var (from, isWord) in open)
        {
            var choices = ChoicesOf(lexicon, text, from, ref commas);
            var isPlain = isWord && choices is null;
            // Words of one name are one question.
            if (
                isPlain
                && questions is [.., { IsPlain: true } last]
                && WrittenWords.AreTogether(text, last.From.End, from.Start)
            )
                questions[^1] = last with { From = new(last.From.Start, from.End) };
            else
                questions.Add((from, isPlain, choices));
        }

        return
        [
            .. questions.Select(question => new BriefQuestion(
                text[question.From.Start..question.From.End],
                [question.From.Start, question.From.End],
                question.Choices
            )),
        ];
    }

    private static ImmutableArray<BriefChoice>? ChoicesOf(Lexicon lexicon, string text, TextRange from, ref int commas)
    {
        var words = PlainText.Of(text[from.Start..from.End]);
        ImmutableArray<BriefChoice> choices =
            DecimalComma().Match(words) is { Success: true } comma
            && words.Length == from.End - from.Start
            && commas++ < MaxCommas
                ?
                [
                    .. Read(lexicon, Replaced(text, from, comma, "."), from.Start),
                    .. Read(lexicon, Replaced(text, from, comma, ""), from.Start),
                ]
            : BareNumber().IsMatch(words)
                ?
                [
                    .. Read(
                        lexicon,
                        $"{words} sq ft",
                        0,
                        new($"{words} sq ft", $"{words} 平方呎", $"{words} 平方英尺")
                    ),
                    .. Read(lexicon, $"{words} m²", 0, new($"{words} m²", $"{words} 平方米", $"{words} 平方米")),
                ]
            : [];
        return choices.IsEmpty ? null : choices;
    }

    private static string Replaced(string text, TextRange from, Match comma, string sign)
    {
        var at = from.Start + comma.Groups["comma"].Index;
        return text[..at] + sign + text[(at + 1)..];
    }

    // What the words at a place would say if they were written so, with a name or a unit that stands near.
    private static IEnumerable<BriefChoice> Read(Lexicon lexicon, string way, int at, LocalText? label = null)
    {
        var parsed = ParsedSearch.Parse(lexicon, way, BriefReader.MaxLength);
        var term = Enumerable
            .Range(0, parsed.Terms.Length)
            .FirstOrDefault(i => parsed.Terms[i].From.Any(part => part.Start <= at && at < part.End), -1);
        if (term < 0)
            yield break;
        var text = parsed.Terms[term].Text;
        foreach (var board in BoardTable.All)
        {
            var question = parsed.For(board);
            if (question.PartOf(term) is not { } part || part >= question.Criteria.Length)
                continue;
            yield return new(label ?? new(text, text, text), board.Code, question.Criteria[part]);
            yield break;
        }
    }

    [GeneratedRegex(@"[0-9](?<comma>,)[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    // Smaller numbers are seldom the size of a space.
    [GeneratedRegex(@"^[1-9][0-9]{2,5}$|^[1-9][0-9]{0,2},[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();
}
