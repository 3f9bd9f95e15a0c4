using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// Which rows of a block have a word in their names and addresses, or claim a taxonomy code: made when first asked for, because most blocks
/// change more often than somebody searches them by words.
/// </summary>
internal sealed class InvertedIndex
{
    private readonly Dictionary<string, List<ushort>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ulong[]> _dated = [];

    /// <param name="words">Each row's words.</param>
    public InvertedIndex(Segment block, Board board, ReadOnlySpan<string[]> words)
    {
        for (var row = 0; row < block.Count; row++)
        {
            foreach (var word in words[row])
                Add(word, row);
        }

        for (var place = 0; place < board.Attributes.Length; place++)
        {
            if (board.Attributes[place].Kind is AttributeKind.Tags)
                AddTags(place, block.Values(place), block.Count);
        }
    }

    /// <summary>Marks the rows that have all the words of one phrase of the alternatives.</summary>
    /// <param name="alternatives">Each a list of words; empty: no row.</param>
    public void Mark(ImmutableArray<ImmutableArray<string>> alternatives, Span<ulong> rows)
    {
        rows.Clear();
        Span<ulong> phrase = stackalloc ulong[rows.Length];
        Span<ulong> word = stackalloc ulong[rows.Length];
        foreach (var words in alternatives.Where(words => !words.IsEmpty))
        {
            phrase.Fill(ulong.MaxValue);
            foreach (var one in words)
            {
                word.Clear();
                Mark(one, word);
                for (var i = 0; i < phrase.Length; i++)
                    phrase[i] &= word[i];
            }

            for (var i = 0; i < rows.Length; i++)
                rows[i] |= phrase[i];
        }
    }

    /// <summary>Marks the rows that claim the code, a narrower or a broader one, on whatever day.</summary>
    public void MarkClaims(int place, string code, Span<ulong> rows)
    {
        rows.Clear();
        Mark(Within(place, code), rows);
        for (var end = code.LastIndexOf('/'); end > 0; end = code.LastIndexOf('/', end - 1))
            Mark(Exactly(place, code.AsSpan(0, end)), rows);
    }

    /// <summary>
    /// Marks the rows that claim the code or a narrower one, those that claim a broader one, and those of which some claim has a last day:
    /// what holds for these on a day must be read from the claims.
    /// </summary>
    public void MarkReadings(int place, string code, Span<ulong> met, Span<ulong> broader, Span<ulong> dated)
    {
        MarkClaims(place, code, broader);
        met.Clear();
        Mark(Within(place, code), met);
        if (_dated.TryGetValue(place, out var rows))
            rows.CopyTo(dated);
        else
            dated.Clear();
    }

    private void Mark(string term, Span<ulong> rows)
    {
        if (!_rows.TryGetValue(term, out var having))
            return;
        foreach (var row in having)
            rows[row >> 6] |= 1UL << row;
    }

    private void AddTags(int place, ReadOnlySpan<Value?> values, int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (values[row] is not TagsValue { Tags: var tags })
                continue;
            if (tags.Any(tag => tag.Until is not null))
                MarkDated(place, row);
            foreach (var tag in tags)
            {
                Add(Exactly(place, tag.Code), row);
                Add(Within(place, tag.Code), row);
                for (var end = tag.Code.LastIndexOf('/'); end > 0; end = tag.Code.LastIndexOf('/', end - 1))
                    Add(Within(place, tag.Code[..end]), row);
            }
        }
    }

    private void MarkDated(int place, int row)
    {
        if (!_dated.TryGetValue(place, out var rows))
            _dated[place] = rows = new ulong[Segment.Size / 64];
        rows[row >> 6] |= 1UL << row;
    }

    private void Add(string term, int row)
    {
        if (!_rows.TryGetValue(term, out var rows))
            _rows[term] = rows = new(1);
        if (rows.Count == 0 || rows[^1] != row)
            rows.Add((ushort)row);
    }

    // Because words are letters and digits only, neither form is ever one.
    private static string Within(int place, string code) => $"{place}:{code}";

    private static string Exactly(int place, ReadOnlySpan<char> code) => $"{place}={code}";
}
