using System.Collections.Immutable;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Search.Vocabulary;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search.Topics;

/// <summary>
/// Finds what a text speaks of beside spaces and parties: programmes, and steps by which a manufacturer upgrades.
/// </summary>
public static class TopicSearch
{
    private static readonly PhraseTrie Trie = new();

    // By node of the trie; a phrase may mean several topics.
    private static readonly ILookup<int, Topic> ByNode = TopicPhrases
        .All()
        .Select(pair => (Node: Trie.Add(pair.Phrase), pair.Topic))
        .Distinct()
        .ToLookup(pair => pair.Node, pair => pair.Topic);

    /// <summary>
    /// The topics in a text of any script and spelling: what more of its words speak of first, then programmes before
    /// steps, in the order of their tables. Never throws; text beyond <see cref="ParsedSearch.MaxLength"/> characters
    /// is ignored.
    /// </summary>
    public static ImmutableArray<Topic> In(string text)
    {
        var typed = text.Length > ParsedSearch.MaxLength ? text[..ParsedSearch.MaxLength] : text;
        var words = Word.Of(Folding.Characters(typed), Trie.IdOf);
        var offsets = ParsedSearch.TypedOffsets(typed, PlainText.Of(typed));
        var found = new List<(Topic Topic, TextRange Range)>();
        for (var at = 0; at < words.Count; )
        {
            var (count, node) = Trie.Longest(words, at, ByNode.Contains);
            if (count > 0)
            {
                var (start, end) = (words[at].Start, words[at + count - 1].End);
                var range = new TextRange(offsets?[start] ?? start, offsets?[end] ?? end);
                found.AddRange(ByNode[node].Select(topic => (topic, range)));
            }

            at += Math.Max(1, count);
        }

        var ranges = found.ToLookup(pair => pair.Topic, pair => pair.Range);
        return
        [
            .. TopicPhrases
                .Topics.Where(ranges.Contains)
                .OrderByDescending(topic => ranges[topic].Sum(range => range.End - range.Start))
                .Select(topic => topic with { From = [.. ranges[topic]] }),
        ];
    }
}
