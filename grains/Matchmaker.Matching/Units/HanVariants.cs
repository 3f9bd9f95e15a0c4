using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Units;

/// <summary>One character for all variants of a Han character: Traditional, Simplified, Hong Kong, Taiwan.</summary>
public static class HanVariants
{
    private static readonly char[] Canonical = ReadHan();

    /// <summary>The text with every Han character replaced by its canonical variant; the length stays.</summary>
    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            (folded, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    folded[i] = Canonical[from[i]];
            }
        );

    private static char[] ReadHan()
    {
        var canonical = new char[char.MaxValue + 1];
        for (var c = 0; c < canonical.Length; c++)
            canonical[c] = (char)c;
        foreach (var row in Csv.Embedded("Units.han.csv"))
            canonical[row["char"][0]] = row["canonical"][0];
        return canonical;
    }
}
