using System.Collections.Concurrent;
using System.Collections.Immutable;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Search.Vocabulary;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Matching.Search;

/// <summary>
/// The phrases of all languages with their interpretations, as a trie over words. Built once per state of the
/// taxonomies, immutable.
/// </summary>
public sealed class Lexicon
{
    private static readonly string[] TaxonomiesByRank =
    [
        "equipment",
        "research",
        "capabilities",
        "materials",
        "certifications",
        "industries",
    ];

    private readonly PhraseTrie _trie = new();

    // By node of the trie.
    private readonly List<ImmutableArray<Interpretation>> _interpretations =
    [
        [],
    ];
    private readonly Dictionary<int, ImmutableArray<Interpretation>> _withMachines = [];
    private readonly Dictionary<Interpretation, List<string>> _phrases = [];
    private readonly ConcurrentDictionary<Interpretation, ImmutableArray<ImmutableArray<string>>> _alternatives = [];

    private readonly Lazy<List<(string Phrase, string Folded, Interpretation Interpretation)>> _names;

    public Lexicon(TaxonomySet taxonomies)
    {
        foreach (var (phrase, interpretation) in Phrases.Of(taxonomies))
        {
            Add(phrase, interpretation);
            AddAlternative(interpretation, phrase);
        }

        foreach (var (code, interpretation) in Phrases.Codes(taxonomies))
            Add(code, interpretation);
        _names = new(NamesOf);
        for (var node = 0; node < _interpretations.Count; node++)
            _interpretations[node] = InOrder(_interpretations[node]);
        foreach (var (phrase, machine) in Phrases.OfMachines())
            AddMachine(AddNode(phrase), machine);
    }

    /// <summary>The names of codes, flags and stations, with their folded form, for words that come near.</summary>
    internal IReadOnlyList<(string Phrase, string Folded, Interpretation Interpretation)> Names => _names.Value;

    /// <summary>The number of a folded word; -1: no phrase contains it.</summary>
    internal int IdOf(ReadOnlySpan<char> word) => _trie.IdOf(word);

    /// <summary>The longest phrase that begins at a word.</summary>
    /// <param name="withMachines">Whether the names of machines are phrases.</param>
    /// <returns>The phrase's word count, 0 if there is none, and its interpretations, most likely first.</returns>
    internal (int Count, ImmutableArray<Interpretation> Interpretations) LongestPhrase(
        List<Word> words,
        int from,
        bool withMachines
    )
    {
        var (count, node) = _trie.Longest(words, from, node => !At(node, withMachines).IsEmpty);
        return (count, At(node, withMachines));
    }

    /// <summary>
    /// Every name of an interpretation in any language, as sets of tokens: one of the sets must occur in full.
    /// </summary>
    internal ImmutableArray<ImmutableArray<string>> Alternatives(Interpretation interpretation) =>
        _alternatives.GetOrAdd(
            interpretation,
            asked => BoardQuestion.InOrder(_phrases.GetValueOrDefault(asked, []).Select(Tokens.Of))
        );

    private List<(string Phrase, string Folded, Interpretation Interpretation)> NamesOf() =>
        [
            .. from pair in _phrases
            where
                pair.Key
                    is CodeInterpretation
                        or FlagInterpretation
                        or TagInterpretation
                        or StationInterpretation { Metres: > 0 }
            from phrase in pair.Value
            let folded = Folding.Of(phrase)
            where folded.Length > 1
            select (phrase, folded, pair.Key) into name
            group name by name.phrase into names
            // 九龍東 is several districts.
            where names.Count(name => name.Key is CodeInterpretation) < 2
            from name in names
            select name,
        ];

    private void Add(string phrase, Interpretation interpretation)
    {
        var node = AddNode(phrase);
        if (node > 0)
            _interpretations[node] = _interpretations[node].Add(interpretation);
    }

    // A phrase that says something of a space, such as its kind, is no machine.
    private void AddMachine(int node, MachineInterpretation machine)
    {
        if (_interpretations[node].All(other => other is TagInterpretation))
            _withMachines[node] = [.. _withMachines.GetValueOrDefault(node, _interpretations[node]), machine];
    }

    private ImmutableArray<Interpretation> At(int node, bool withMachines) =>
        withMachines && _withMachines.TryGetValue(node, out var machines) ? machines : _interpretations[node];

    private int AddNode(string phrase)
    {
        var node = _trie.Add(phrase);
        while (_interpretations.Count < _trie.Count)
            _interpretations.Add([]);
        return node;
    }

    private void AddAlternative(Interpretation interpretation, string phrase)
    {
        if (!_phrases.TryGetValue(interpretation, out var phrases))
            _phrases[interpretation] = phrases = [];
        phrases.Add(phrase);
    }

    // A stop word asks for nothing, whatever else it could mean.
    private static ImmutableArray<Interpretation> InOrder(ImmutableArray<Interpretation> interpretations) =>
        interpretations.Any(interpretation => interpretation is StopWordInterpretation)
            ? [new StopWordInterpretation()]
            : [.. interpretations.Distinct().OrderBy(Rank)];

    private static int Rank(Interpretation interpretation) =>
        interpretation switch
        {
            DenialInterpretation or WishInterpretation => -5,
            ComparisonInterpretation => -4,
            VagueInterpretation => -3,
            CodeInterpretation or StationInterpretation { Metres: > 0 } => -3,
            FlagInterpretation => -2,
            NounInterpretation => int.MaxValue,
            TagInterpretation tag => Array.IndexOf(TaxonomiesByRank, tag.Taxonomy),
            _ => -1,
        };
}
