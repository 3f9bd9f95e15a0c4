using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Runs;

namespace Matchmaker.Matching.Index;

/// <summary>The order of a list, as it reads an index's rows.</summary>
/// <param name="order">
/// Null, or by an attribute that the board lacks, and so unknown for every profile: by score.
/// </param>
internal sealed class RowOrder(Board board, ListOrder? order)
{
    private readonly int _column = order is null ? -1 : ColumnSchema.Of(board).ColumnOfSteps(order.Attribute);
    private readonly int _attribute = board.IndexOf(order?.Attribute);

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

    /// <summary>Offers a run of spaces to the ranking.</summary>
    public void Rank(RunCollector runs, ReadOnlySpan<int> members, TopK topK)
    {
        var score = runs.ScoreOf(members);
        var place = 0L;
        if (_column >= 0)
        {
            // As of rows: of equal numbers the score decides, then the id.
            score = score with
            {
                UnknownMusts = 0,
            };
            place = PlaceOf(runs.ValueOf(members, _attribute, (segment, row) => segment.Column(_column)[row]));
        }

        if (!topK.MayKeep(place, score))
            return;
        var run = runs.ToProfile(members);
        topK.Offer(new(run, IdKey.Of(run.Id), score.Points, score.UnknownMusts, place));
    }

    private long PlaceOf(int steps) =>
        steps == CompiledCriterion.Unknown ? long.MaxValue
        : order!.Falling ? -(long)steps
        : steps;
}
