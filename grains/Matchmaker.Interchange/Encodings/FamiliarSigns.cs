using System.Collections.Frozen;
using Matchmaker.Interchange.Columns;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Encodings;

/// <summary>
/// The Han characters in the labels of boards, lists and columns: a file of listings has many of them in its header.
/// </summary>
internal static class FamiliarSigns
{
    private static readonly FrozenSet<char> Signs = Texts()
        .SelectMany(text => text)
        .Where(sign => sign > 0x2E80)
        .ToFrozenSet();

    public static bool Contains(char sign) => Signs.Contains(sign);

    private static IEnumerable<string> Texts()
    {
        var labels = BoardTable
            .All.SelectMany(board => board.Attributes)
            .SelectMany(attribute => attribute.Values.Select(entry => entry.Label).Prepend(attribute.Label))
            .SelectMany(label => label.All);
        return labels.Concat(ColumnWords.All.SelectMany(words => words));
    }
}
