using System.Collections.Immutable;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Search.Vocabulary;
using Matchmaker.Matching.Units;
using Matchmaker.Matching.Upgrades;

namespace Matchmaker.Matching.Search.Topics;

/// <summary>
/// Finds what a text speaks of beside spaces and parties: programmes, and steps by which a manufacturer upgrades.
/// </summary>
public sealed class TopicSearch
{
    private readonly PhraseTrie _trie = new();
    private readonly ImmutableArray<Topic> _topics;

    // By node of the trie; a phrase may mean several topics.
    private readonly ILookup<int, Topic> _byNode;

    /// <param name="offered">The steps that are offered.</param>
    public TopicSearch(ImmutableArray<UpgradeStep> offered)
    {
        var phrases = new TopicPhrases(offered);
        _topics = phrases.Topics;
        _byNode = phrases
            .All()
            .Select(pair => (Node: _trie.Add(pair.Phrase), pair.Topic))
            .Distinct()
            .ToLookup(pair => pair.Node, pair => pair.Topic);
    }

    /// <summary>
    /// The topics in a text of any script and spelling: what more of its words speak of first, then programmes before
    /// steps, in the order of their tables. Never throws; text beyond <see cref="ParsedSearch.MaxLength"/> characters
    /// is ignored.
    /// </summary>
    public ImmutableArray<Topic> In(string text)
    {
        var typed = text.Length > ParsedSearch.MaxLength ? text[..ParsedSearch.MaxLength] : text;
        var words = Word.Of(Folding.Characters(typed), _trie.IdOf);
        var offsets = ParsedSearch.TypedOffsets(typed, PlainText.Of(typed));
        var found = new List<(Topic Topic, TextRange Range)>();
        for (var at = 0; at < words.Count; )
        {
            var (count, node) = _trie.Longest(words, at, _byNode.Contains);
            if (count > 0)
            {
                var (start, end) = (words[at].Start, words[at + count - 1].End);
                var range = new TextRange(offsets?[start] ?? start, offsets?[end] ?? end);
                found.AddRange(_byNode[node].Select(topic => (topic, range)));
            }

            at += Math.Max(1, count);
        }

        var ranges = found.ToLookup(pair => pair.Topic, pair => pair.Range);
        return
        [
            .. _topics
                .Where(ranges.Contains)
                .OrderByDescending(topic => ranges[topic].Sum(range => range.End - range.Start))
                .Select(topic => topic with { From = [.. ranges[topic]] }),
        ];
    }
}
