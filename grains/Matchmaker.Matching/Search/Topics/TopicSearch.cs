using System.Collections.Frozen;
using System.Collections.Immutable;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Units;

namespace Matchmaker.Matching.Search.Topics;

/// <summary>
/// Finds what a text speaks of beside spaces and parties: programmes, and steps by which a manufacturer upgrades.
/// </summary>
public static class TopicSearch
{
    private static readonly Dictionary<string, int> Vocabulary = new(StringComparer.Ordinal);

    // By the first word, the longest first.
    private static readonly FrozenDictionary<int, ImmutableArray<TopicPhrase>> Phrases = TopicPhrases
        .All()
        .Select(pair => new TopicPhrase(Words(pair.Phrase, Number), pair.Topic))
        .GroupBy(phrase => phrase.Words[0])
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray()
        );

    /// <summary>
    /// The topics in a text of any script and spelling: what more of its words speak of first, then programmes before
    /// steps, in the order of their tables. Never throws; text beyond <see cref="ParsedSearch.MaxLength"/> characters
    /// is ignored.
    /// </summary>
    public static ImmutableArray<Topic> In(string text)
    {
        var typed = text.Length > ParsedSearch.MaxLength ? text[..ParsedSearch.MaxLength] : text;
        var words = Word.Of(Folding.Characters(typed), word => KnownNumber(word));
        var offsets = ParsedSearch.TypedOffsets(typed, PlainText.Of(typed));
        var found = new Dictionary<Topic, List<TextRange>>();
        for (var at = 0; at < words.Count; )
        {
            var (count, topics) = Longest(words, at);
            if (count > 0)
            {
                var (start, end) = (words[at].Start, words[at + count - 1].End);
                var range = new TextRange(offsets?[start] ?? start, offsets?[end] ?? end);
                foreach (var topic in topics)
                {
                    if (!found.TryGetValue(topic, out var ranges))
                        found[topic] = ranges = [];
                    ranges.Add(range);
                }
            }

            at += Math.Max(1, count);
        }

        return
        [
            .. TopicPhrases
                .Topics.Where(found.ContainsKey)
                .OrderByDescending(topic => found[topic].Sum(range => range.End - range.Start))
                .Select(topic => topic with { From = [.. found[topic]] }),
        ];
    }

    private static (int Count, ImmutableArray<Topic> Topics) Longest(List<Word> words, int at)
    {
        if (!Phrases.TryGetValue(words[at].Id, out var phrases))
            return (0, []);
        var longest = phrases.FirstOrDefault(phrase => StandsAt(phrase, words, at))?.Words.Length ?? 0;
        return (
            longest,
            [
                .. phrases
                    .Where(phrase => phrase.Words.Length == longest && StandsAt(phrase, words, at))
                    .Select(phrase => phrase.Topic)
                    .Distinct(),
            ]
        );
    }

    private static bool StandsAt(TopicPhrase phrase, List<Word> words, int at) =>
        at + phrase.Words.Length <= words.Count
        && phrase.Words.Index().All(word => words[at + word.Index].Id == word.Item);

    private static ImmutableArray<int> Words(string phrase, Word.Numbering numbering) =>
        [.. Word.Of(Folding.Characters(phrase), numbering).Select(word => word.Id)];

    private static int Number(ReadOnlySpan<char> word)
    {
        var number = Vocabulary.GetValueOrDefault(word.ToString(), Vocabulary.Count);
        Vocabulary[word.ToString()] = number;
        return number;
    }

    private static int KnownNumber(ReadOnlySpan<char> word) => Vocabulary.GetValueOrDefault(word.ToString(), -1);

    private sealed record TopicPhrase(ImmutableArray<int> Words, Topic Topic);
}
