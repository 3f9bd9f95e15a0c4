using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Search;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Index;

/// <summary>
/// The rows of a segment by word in names and addresses, and by claimed taxonomy code. Built on the first text query,
/// since most segments change more often than they are searched by words.
/// </summary>
internal sealed class InvertedIndex
{
    private readonly Dictionary<string, List<ushort>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ulong[]> _rowsWithDatedClaims = [];

    /// <param name="words">The words of each row, by <see cref="WordsOf"/>.</param>
    public InvertedIndex(Segment segment, Board board, ReadOnlySpan<string[]> words)
    {
        for (var row = 0; row < segment.Count; row++)
        {
            foreach (var word in words[row])
                Add(word, row);
        }

        for (var attributeIndex = 0; attributeIndex < board.Attributes.Length; attributeIndex++)
        {
            if (board.Attributes[attributeIndex].Kind is AttributeKind.Tags)
                AddTags(attributeIndex, segment.Values(attributeIndex), segment.Count);
        }
    }

    /// <summary>Marks the rows that contain every word of at least one phrase.</summary>
    /// <param name="alternatives">Phrases as lists of words; an empty set marks no row.</param>
    public void Mark(ImmutableArray<ImmutableArray<string>> alternatives, Span<ulong> rows)
    {
        rows.Clear();
        Span<ulong> phrase = stackalloc ulong[rows.Length];
        Span<ulong> word = stackalloc ulong[rows.Length];
        foreach (var words in alternatives.Where(words => !words.IsEmpty))
        {
            phrase.Fill(ulong.MaxValue);
            foreach (var token in words)
            {
                word.Clear();
                Mark(token, word);
                for (var i = 0; i < phrase.Length; i++)
                    phrase[i] &= word[i];
            }

            for (var i = 0; i < rows.Length; i++)
                rows[i] |= phrase[i];
        }
    }

    /// <summary>The words of a profile's texts and its whole names, without duplicates.</summary>
    public static string[] WordsOf(Profile profile) =>
        [
            .. (profile.Texts ?? [])
                .SelectMany(text => Tokens.Of(text))
                .Concat((profile.Names ?? []).Select(name => Whole(NameKey.Of(name))))
                .Concat((profile.Names ?? []).Select(name => InShort(NameKey.InShort(name))))
                .Concat(
                    (profile.Names ?? [])
                        .Select(NameKey.WithoutPart)
                        .OfType<string>()
                        .Select(name => InShort(NameKey.InShort(name)))
                )
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The rows of which the text is a name, as it is or in short (<see cref="NameKey"/>).</summary>
    public List<(ushort Row, bool IsWhole)> Named(string text)
    {
        var whole = _postings.GetValueOrDefault(Whole(NameKey.Of(text))) ?? [];
        var inShort = _postings.GetValueOrDefault(InShort(NameKey.InShort(text))) ?? [];
        return [.. whole.Select(row => (row, true)), .. inShort.Except(whole).Select(row => (row, false))];
    }

    /// <summary>Marks the rows that claim the code, a narrower or a broader one, on any day.</summary>
    public void MarkClaims(int attributeIndex, string code, Span<ulong> rows)
    {
        rows.Clear();
        Mark(AtOrBelow(attributeIndex, code), rows);
        for (var end = code.LastIndexOf('/'); end > 0; end = code.LastIndexOf('/', end - 1))
            Mark(Exactly(attributeIndex, code.AsSpan(0, end)), rows);
    }

    /// <summary>
    /// Marks the rows that claim the code or a narrower one (<paramref name="met"/>), a broader one, and those with any
    /// dated claim, whose readings depend on the day and must come from the claims themselves.
    /// </summary>
    public void MarkReadings(int attributeIndex, string code, Span<ulong> met, Span<ulong> broader, Span<ulong> dated)
    {
        MarkClaims(attributeIndex, code, broader);
        met.Clear();
        Mark(AtOrBelow(attributeIndex, code), met);
        if (_rowsWithDatedClaims.TryGetValue(attributeIndex, out var rows))
            rows.CopyTo(dated);
        else
            dated.Clear();
    }

    private void Mark(string term, Span<ulong> rows)
    {
        if (!_postings.TryGetValue(term, out var rowsWithTerm))
            return;
        foreach (var row in rowsWithTerm)
            rows[row >> 6] |= 1UL << row;
    }

    private void AddTags(int attributeIndex, ReadOnlySpan<Value?> values, int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (values[row] is not TagsValue { Tags: var tags })
                continue;
            if (tags.Any(tag => tag.Until is not null))
                MarkDated(attributeIndex, row);
            foreach (var tag in tags)
            {
                Add(Exactly(attributeIndex, tag.Code), row);
                Add(AtOrBelow(attributeIndex, tag.Code), row);
                for (var end = tag.Code.LastIndexOf('/'); end > 0; end = tag.Code.LastIndexOf('/', end - 1))
                    Add(AtOrBelow(attributeIndex, tag.Code[..end]), row);
            }
        }
    }

    private void MarkDated(int attributeIndex, int row)
    {
        if (!_rowsWithDatedClaims.TryGetValue(attributeIndex, out var rows))
            _rowsWithDatedClaims[attributeIndex] = rows = new ulong[Segment.Size / 64];
        rows[row >> 6] |= 1UL << row;
    }

    private void Add(string term, int row)
    {
        if (!_postings.TryGetValue(term, out var rows))
            _postings[term] = rows = new(1);
        if (rows.Count == 0 || rows[^1] != row)
            rows.Add((ushort)row);
    }

    // Words consist of letters and digits only, so these keys never collide with a word.
    private static string AtOrBelow(int attributeIndex, string code) => $"{attributeIndex}:{code}";

    private static string Whole(string name) => $"={name}";

    private static string InShort(string name) => $"~{name}";

    private static string Exactly(int attributeIndex, ReadOnlySpan<char> code) => $"{attributeIndex}={code}";
}
