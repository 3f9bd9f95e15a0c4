using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Search.Parsing.Doubts;
using Matchmaker.Matching.Search.Parsing.Machinery;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search;

/// <summary>A search text, parsed once for all boards.</summary>
/// <param name="Terms">The terms, in the order of their first words. Stop words are none.</param>
public sealed record ParsedSearch(ImmutableArray<SearchTerm> Terms)
{
    /// <summary>The maximum length of a text, in characters; the rest is ignored.</summary>
    public const int MaxLength = 500;

    /// <summary>Null: the empty search, which was never parsed.</summary>
    private Lexicon? Lexicon { get; init; }

    /// <summary>
    /// Parses a text in any script, spelling and word order. Never throws; text beyond
    /// <paramref name="maxLength"/> characters is ignored.
    /// </summary>
    /// <param name="withMachines">Whether the names of machines are read, as they are in a sentence.</param>
    public static ParsedSearch Parse(Lexicon lexicon, string text, int maxLength = MaxLength, bool withMachines = false)
    {
        var typed = ListCommas.Apart(text.Length > maxLength ? text[..maxLength] : text);
        var plain = PlainText.Of(typed);
        var folded = Folding.Characters(typed);
        var spans = new Segmenter(lexicon, folded, withMachines).Read();
        Attachment.Attach(spans, folded);
        var terms = ToTerms(typed, plain, spans).OrderBy(term => term.From[0].Start);
        return new([.. terms]) { Lexicon = lexicon };
    }

    /// <summary>A search of one term that has one meaning.</summary>
    internal static ParsedSearch Of(Lexicon lexicon, Interpretation meaning) =>
        new([new SearchTerm("", [meaning], [])]) { Lexicon = lexicon };

    /// <summary>
    /// The question to one board: criteria, of which a wish is no must, and words. Terms that only other boards
    /// understand become words.
    /// </summary>
    /// <param name="today">The day that <c>now</c> means; null: the word is not understood.</param>
    public BoardQuestion For(Board board, DateOnly? today = null) =>
        Lexicon is null ? BoardQuestion.Nothing : new QueryCompiler(Lexicon, board, today).Compile(Terms);

    private static IEnumerable<SearchTerm> ToTerms(string typed, string plain, List<TextSpan> spans)
    {
        var offsets = TypedOffsets(typed, plain);
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.Owner is not null || span.AsksNothing)
                continue;
            var interpretations = MachineReader.Named(span.Resolve(), typed[Typed(span.Start)..Typed(span.End)]);
            if (interpretations.IsEmpty && IsRemnant(plain, spans, i))
                continue;
            var parts = spans.Where(part => part == span || part.Owner == span).OrderBy(part => part.Start).ToList();
            yield return new(
                string.Join(' ', parts.Select(part => plain[part.Start..part.End])),
                interpretations,
                [.. parts.Select(part => new TextRange(Typed(part.Start), Typed(part.End)))]
            )
            {
                Denial = span.Denial,
                IsWish = span.IsWished,
            };
        }

        int Typed(int at) => offsets?[at] ?? at;
    }

    // One character as typed may be two in the plain form, as ㎡ is; null: none is.
    internal static int[]? TypedOffsets(string typed, string plain)
    {
        if (typed.Length == plain.Length && typed.All(c => PlainText.Of($"{c}").Length == 1))
            return null;
        var offsets = new List<int>(plain.Length + 1);
        for (var i = 0; i < typed.Length; i++)
            offsets.AddRange(Enumerable.Repeat(i, PlainText.Of(typed[i..(i + 1)]).Length));
        return [.. offsets, typed.Length];
    }

    // The single character left of a compound, such as 廠 of 製衣廠, names nothing by itself.
    private static bool IsRemnant(string plain, List<TextSpan> spans, int at)
    {
        var span = spans[at];
        return span.End - span.Start == 1
            && Folding.IsHan(plain, span.Start)
            // 不含稅 denies a word.
            && !(at > 0 && spans[at - 1].End == span.Start && spans[at - 1].AsDenial is not null)
            && (
                (at > 0 && !spans[at - 1].IsStopWord && spans[at - 1].End == span.Start)
                || (at + 1 < spans.Count && !spans[at + 1].IsStopWord && spans[at + 1].Start == span.End)
            );
    }
}

/// <summary>One term of a search text.</summary>
/// <param name="Text">Its words, in half width and lower case.</param>
/// <param name="Interpretations">
/// The interpretations, most likely first; empty: a word to look for in names and addresses.
/// </param>
/// <param name="From">Where its words stand in the text as typed, in order; an amount's name may stand apart.</param>
public sealed record SearchTerm(
    string Text,
    ImmutableArray<Interpretation> Interpretations,
    ImmutableArray<TextRange> From
)
{
    /// <summary>What a word of denial says of the term; null: it is not denied.</summary>
    public Denial? Denial { get; init; }

    /// <summary>Whether it is wished and not demanded, as after "preferably".</summary>
    public bool IsWish { get; init; }
}

/// <summary>A part of a text.</summary>
/// <param name="Start">The index of its first character, in UTF-16 units.</param>
/// <param name="End">The index after its last character.</param>
[GenerateSerializer, Immutable]
public readonly record struct TextRange(int Start, int End);
