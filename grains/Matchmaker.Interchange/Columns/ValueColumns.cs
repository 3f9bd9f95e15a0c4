using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Reading;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// One column per attribute that records state; a point's columns are <c>lat</c> and <c>lon</c>, which every listing
/// has.
/// </summary>
internal static class ValueColumns
{
    public static IEnumerable<Column> Of(Board board) =>
        board
            .Attributes.Where(attribute => attribute.Kind != AttributeKind.Point && !attribute.Derived)
            .Select(attribute => Of(board, attribute));

    private static Column Of(Board board, BoardAttribute attribute) =>
        new(
            attribute.Code,
            (draft, cell) => Read(draft, board, attribute, cell),
            listing => listing.Values.TryGetValue(attribute.Code, out var value) ? ValueCells.Write(value) : null,
            draft => draft.Unknown.Add(attribute.Code)
        )
        {
            Attribute = attribute,
        };

    private static void Read(RowDraft draft, Board board, BoardAttribute attribute, string cell)
    {
        switch (ValueCells.Read(board, attribute, cell, draft.Today))
        {
            case ReadValue read:
                draft.Values[attribute.Code] = read.Value;
                break;
            case ReadNothing { TakesAway: true }:
                draft.Unknown.Add(attribute.Code);
                break;
            case ReadRefusal refusal:
                foreach (var error in refusal.Errors)
                    draft.Refuse(attribute.Code, cell, error.Code, [.. error.Args]);
                break;
            // A cell that says that there is no value, such as POA, leaves what is on record.
        }
    }
}
