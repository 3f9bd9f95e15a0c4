using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search.Reading;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search;

/// <summary>What somebody typed into the one search box, understood for all boards at once.</summary>
/// <param name="Terms">In the order of the text.</param>
public sealed record ParsedSearch(ImmutableArray<SearchTerm> Terms)
{
    /// <summary>How many characters of a text count.</summary>
    public const int MaxLength = 500;

    /// <summary>Null: nobody parsed it, and it asks nothing.</summary>
    private Lexicon? Lexicon { get; init; }

    /// <summary>Understands a text in any script, spelling and order of words. Never throws; of a longer text the first 500 characters count.</summary>
    public static ParsedSearch Parse(Lexicon lexicon, string text)
    {
        var plain = PlainText.Of(text.Length > MaxLength ? text[..MaxLength] : text);
        var folded = Folding.Characters(plain);
        var stretches = new Segmenter(lexicon, folded).Read();
        Attachment.Settle(stretches);
        return new([.. Worded(plain, stretches)]) { Lexicon = lexicon };
    }

    /// <summary>What the text asks of one board: criteria, all of them musts, and words. What means something on other boards alone is looked for as words.</summary>
    public BoardQuestion For(Board board) =>
        Lexicon is null ? BoardQuestion.Nothing : new QueryCompiler(Lexicon, board).Ask(Terms);

    private static IEnumerable<SearchTerm> Worded(string plain, List<TextSpan> stretches)
    {
        for (var i = 0; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            var meanings = stretch.Settled();
            if (!meanings.IsEmpty || !IsRemnant(plain, stretches, i))
                yield return new(plain[stretch.Start..stretch.End], meanings);
        }
    }

    // Because the one character left of a compound, such as 廠 of 製衣廠, names nothing by itself.
    private static bool IsRemnant(string plain, List<TextSpan> stretches, int at)
    {
        var stretch = stretches[at];
        return stretch.End - stretch.Start == 1
            && Folding.IsHan(plain, stretch.Start)
            && (
                (at > 0 && stretches[at - 1].End == stretch.Start)
                || (at + 1 < stretches.Count && stretches[at + 1].Start == stretch.End)
            );
    }
}

/// <summary>One stretch of a search text.</summary>
/// <param name="Text">As it was typed, in half width and lower case.</param>
/// <param name="Meanings">The likeliest first; empty: a word to look for in names and addresses.</param>
public sealed record SearchTerm(string Text, ImmutableArray<Interpretation> Meanings);
