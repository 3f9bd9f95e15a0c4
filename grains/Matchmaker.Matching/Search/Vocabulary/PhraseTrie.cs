using Matchmaker.Matching.Search.Parsing;

namespace Matchmaker.Matching.Search.Vocabulary;

/// <summary>
/// Phrases as a trie over folded words. A node has a number: 0 is the root, and the others are numbered as they are
/// added.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<long, int> _next = [];

    public PhraseTrie() => _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many nodes there are, the root among them.</summary>
    public int Count => _next.Count + 1;

    /// <summary>The number of a folded word; -1: no phrase contains it.</summary>
    public int IdOf(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var id) ? id : -1;

    /// <summary>The node of a phrase, which is added if it is new; 0: the phrase has no word.</summary>
    public int Add(string phrase)
    {
        var node = 0;
        foreach (var word in Word.Of(Folding.Characters(phrase), AddWord))
        {
            if (!_next.TryGetValue(Edge(node, word.Id), out var next))
                _next[Edge(node, word.Id)] = next = Count;
            node = next;
        }

        return node;
    }

    /// <summary>The longest phrase that begins at a word.</summary>
    /// <param name="isPhrase">Whether a phrase ends at a node.</param>
    /// <returns>How many words it has and its node; (0, 0): there is none.</returns>
    public (int Count, int Node) Longest(List<Word> words, int from, Func<int, bool> isPhrase)
    {
        var (found, node) = ((Count: 0, Node: 0), 0);
        for (var i = from; i < words.Count && words[i].Id >= 0; i++)
        {
            if (!_next.TryGetValue(Edge(node, words[i].Id), out node))
                break;
            if (isPhrase(node))
                found = (i + 1 - from, node);
        }

        return found;
    }

    private int AddWord(ReadOnlySpan<char> word)
    {
        if (!_bySpan.TryGetValue(word, out var id))
            _words[word.ToString()] = id = _words.Count;
        return id;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
