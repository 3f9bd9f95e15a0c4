using System.Collections.Immutable;

namespace Matchmaker.Matching.Search;

/// <summary>The search tokens of a text.</summary>
public static class Tokens
{
    /// <summary>
    /// The distinct folded words of a text, in ordinal order: words of letters and digits whole; each pair of adjacent
    /// Han characters (bigrams, since Chinese does not separate words); a single Han character as itself.
    /// </summary>
    public static ImmutableArray<string> Of(string text)
    {
        var tokens = new SortedSet<string>(StringComparer.Ordinal);
        var pieces = Folding.Pieces(text).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var (start, length, kind, plain) = pieces[i];
            if (kind == PieceKind.Word)
                tokens.Add(Spelling.Of(plain.Substring(start, length)));
            else if (i + 1 < pieces.Count && Touches(pieces[i], pieces[i + 1]))
                tokens.Add(plain.Substring(start, length + pieces[i + 1].Length));
            else if (i == 0 || !Touches(pieces[i - 1], pieces[i]))
                tokens.Add(plain.Substring(start, length));
        }

        return [.. tokens];
    }

    private static bool Touches(
        (int Start, int Length, PieceKind Kind, string Plain) left,
        (int Start, int Length, PieceKind Kind, string Plain) right
    ) => left.Kind == PieceKind.Han && right.Kind == PieceKind.Han && left.Start + left.Length == right.Start;
}
