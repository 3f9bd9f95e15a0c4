using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;

namespace Matchmaker.Matching.Index;

/// <summary>The order of a list, as it reads an index's rows.</summary>
/// <param name="order">
/// Null, or by an attribute that the board lacks, and so unknown for every profile: by score.
/// </param>
internal sealed class RowOrder(Board board, ListOrder? order)
{
    private readonly int _column = order is null ? -1 : ColumnSchema.Of(board).ColumnOfSteps(order.Attribute);

    /// <summary>The row with its score, as input to the ranking.</summary>
    public Ranked Rank(Segment segment, int row, in RowScore score) =>
        _column < 0
            ? segment.Rank(row, score)
            // Of equal numbers the score decides, then the id: how many musts are unknown plays no part.
            : segment.Rank(row, score) with
            {
                UnknownMusts = 0,
                Place = PlaceOf(segment.Column(_column)[row]),
            };

    private long PlaceOf(int steps) =>
        steps == CompiledCriterion.Unknown ? long.MaxValue
        : order!.Falling ? -(long)steps
        : steps;
}
