using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search;

/// <summary>A search text, parsed once for all boards.</summary>
/// <param name="Terms">The terms, in the order of the text.</param>
public sealed record ParsedSearch(ImmutableArray<SearchTerm> Terms)
{
    /// <summary>The maximum length of a text, in characters; the rest is ignored.</summary>
    public const int MaxLength = 500;

    /// <summary>Null: the empty search, which was never parsed.</summary>
    private Lexicon? Lexicon { get; init; }

    /// <summary>
    /// Parses a text in any script, spelling and word order. Never throws; text beyond <see cref="MaxLength"/>
    /// characters is ignored.
    /// </summary>
    public static ParsedSearch Parse(Lexicon lexicon, string text)
    {
        var plain = PlainText.Of(text.Length > MaxLength ? text[..MaxLength] : text);
        var folded = Folding.Characters(plain);
        var spans = new Segmenter(lexicon, folded).Read();
        Attachment.Attach(spans);
        return new([.. ToTerms(plain, spans)]) { Lexicon = lexicon };
    }

    /// <summary>
    /// The question to one board: criteria, all of them musts, and words. Terms that only other boards understand
    /// become words.
    /// </summary>
    public BoardQuestion For(Board board) =>
        Lexicon is null ? BoardQuestion.Nothing : new QueryCompiler(Lexicon, board).Compile(Terms);

    private static IEnumerable<SearchTerm> ToTerms(string plain, List<TextSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            var interpretations = span.Resolve();
            if (!interpretations.IsEmpty || !IsRemnant(plain, spans, i))
                yield return new(plain[span.Start..span.End], interpretations);
        }
    }

    // The single character left of a compound, such as 廠 of 製衣廠, names nothing by itself.
    private static bool IsRemnant(string plain, List<TextSpan> spans, int at)
    {
        var span = spans[at];
        return span.End - span.Start == 1
            && Folding.IsHan(plain, span.Start)
            && (
                (at > 0 && spans[at - 1].End == span.Start) || (at + 1 < spans.Count && spans[at + 1].Start == span.End)
            );
    }
}

/// <summary>One term of a search text.</summary>
/// <param name="Text">The text as typed, in half width and lower case.</param>
/// <param name="Interpretations">
/// The interpretations, most likely first; empty: a word to look for in names and addresses.
/// </param>
public sealed record SearchTerm(string Text, ImmutableArray<Interpretation> Interpretations);
