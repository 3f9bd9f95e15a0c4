using Matchmaker.Matching.Boards;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// One column per attribute of a board; a point's columns are <c>lat</c> and <c>lon</c>, which every listing has.
/// </summary>
internal static class ValueColumns
{
    public static IEnumerable<Column> Of(Board board) =>
        board.Attributes.Where(attribute => attribute.Kind != AttributeKind.Point).Select(Of);

    private static Column Of(BoardAttribute attribute) =>
        new(
            attribute.Code,
            (draft, cell) => Read(draft, attribute, cell),
            listing => listing.Values.TryGetValue(attribute.Code, out var value) ? ValueCells.Write(value) : null,
            draft => draft.Unknown.Add(attribute.Code)
        )
        {
            Attribute = attribute,
        };

    private static void Read(RowDraft draft, BoardAttribute attribute, string cell)
    {
        var read = ValueCells.Read(attribute, cell);
        if (read.IsOk)
            draft.Values[attribute.Code] = read.Value;
        foreach (var error in read.Errors)
            draft.Refuse(attribute.Code, cell, error.Code, [.. error.Args]);
    }
}
