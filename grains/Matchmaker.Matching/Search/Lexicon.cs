using System.Collections.Concurrent;
using System.Collections.Immutable;
using Matchmaker.Matching.Search.Reading;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Search;

/// <summary>What the phrases of all languages mean: built once for each state of the taxonomies, never changed.</summary>
public sealed class Lexicon
{
    private static readonly string[] TagsInOrder =
    [
        "equipment",
        "research",
        "capabilities",
        "materials",
        "certifications",
        "industries",
    ];

    private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<long, int> _next = [];
    private readonly List<ImmutableArray<Interpretation>> _meanings =
    [
        [],
    ];
    private readonly Dictionary<Interpretation, List<string>> _phrases = [];
    private readonly ConcurrentDictionary<Interpretation, ImmutableArray<ImmutableArray<string>>> _alternatives = [];

    public Lexicon(TaxonomySet taxonomies)
    {
        _bySpan = _vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (phrase, meaning) in Phrases.Of(taxonomies))
        {
            Add(phrase, meaning);
            Call(meaning, phrase);
        }

        foreach (var (code, meaning) in Phrases.Codes(taxonomies))
            Add(code, meaning);
        for (var node = 0; node < _meanings.Count; node++)
            _meanings[node] = InOrder(_meanings[node]);
    }

    /// <summary>The number of a folded word; -1: it is in no phrase.</summary>
    internal int IdOf(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var id) ? id : -1;

    /// <summary>The longest phrase that begins at a word.</summary>
    /// <returns>The number of its words, 0 where there is none, and its meanings, the likeliest first.</returns>
    internal (int Count, ImmutableArray<Interpretation> Meanings) Longest(List<Word> words, int from)
    {
        var (found, node) = ((Count: 0, Meanings: ImmutableArray<Interpretation>.Empty), 0);
        for (var i = from; i < words.Count && words[i].Id >= 0; i++)
        {
            if (!_next.TryGetValue(Edge(node, words[i].Id), out node))
                break;
            if (!_meanings[node].IsEmpty)
                found = (i + 1 - from, _meanings[node]);
        }

        return found;
    }

    /// <summary>Everything that a meaning is called in any language, as tokens: of each phrase all, of the phrases one.</summary>
    internal ImmutableArray<ImmutableArray<string>> Alternatives(Interpretation meaning) =>
        _alternatives.GetOrAdd(
            meaning,
            asked => BoardQuestion.InOrder(_phrases.GetValueOrDefault(asked, []).Select(Tokens.Of))
        );

    private void Add(string phrase, Interpretation meaning)
    {
        var node = 0;
        foreach (var word in Word.Of(Folding.Characters(phrase), Learn))
            node = Step(node, word.Id);
        if (node > 0)
            _meanings[node] = _meanings[node].Add(meaning);
    }

    private void Call(Interpretation meaning, string phrase)
    {
        if (!_phrases.TryGetValue(meaning, out var phrases))
            _phrases[meaning] = phrases = [];
        phrases.Add(phrase);
    }

    private int Step(int node, int word)
    {
        if (_next.TryGetValue(Edge(node, word), out var next))
            return next;
        _meanings.Add([]);
        return _next[Edge(node, word)] = _meanings.Count - 1;
    }

    private int Learn(ReadOnlySpan<char> word)
    {
        if (!_bySpan.TryGetValue(word, out var id))
            _vocabulary[word.ToString()] = id = _vocabulary.Count;
        return id;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    // Because a stop word asks for nothing whatever else it could mean.
    private static ImmutableArray<Interpretation> InOrder(ImmutableArray<Interpretation> meanings) =>
        meanings.Any(meaning => meaning is StopWordInterpretation)
            ? [new StopWordInterpretation()]
            : [.. meanings.Distinct().OrderBy(Rank)];

    private static int Rank(Interpretation meaning) =>
        meaning switch
        {
            ComparisonInterpretation => -4,
            CodeInterpretation => -3,
            FlagInterpretation => -2,
            TagInterpretation tag => Array.IndexOf(TagsInOrder, tag.Taxonomy),
            _ => -1,
        };
}
