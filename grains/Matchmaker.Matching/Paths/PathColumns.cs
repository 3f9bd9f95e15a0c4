using System.Runtime.Intrinsics;
using Matchmaker.Matching.Evaluation;

namespace Matchmaker.Matching.Paths;

/// <summary>
/// Whole columns at once, eight rows at a time: known and unknown values are mixed, and a branch for each would be
/// guessed wrong too often.
/// </summary>
internal static class PathColumns
{
    /// <summary>Lowers each truth to whether its cell reaches what is needed.</summary>
    public static void And(Span<int> truths, ReadOnlySpan<int> cells, int needed)
    {
        var row = 0;
        var (unknown, least) = (Vector256.Create(CompiledCriterion.Unknown), Vector256.Create(needed));
        var (one, two) = (Vector256.Create(Kleene.Unknown), Vector256.Create(Kleene.Met));
        for (; row + Vector256<int>.Count <= cells.Length; row += Vector256<int>.Count)
        {
            var eight = Vector256.Create(cells.Slice(row, Vector256<int>.Count));
            var known = Vector256.AndNot(two, Vector256.LessThan(eight, least));
            var truth = Vector256.ConditionalSelect(Vector256.Equals(eight, unknown), one, known);
            Vector256.Min(truth, Vector256.Create(truths.Slice(row, Vector256<int>.Count))).CopyTo(truths[row..]);
        }

        for (; row < cells.Length; row++)
            truths[row] = Math.Min(truths[row], Kleene.Reaches(cells[row], needed));
    }

    /// <summary>Lowers each last fresh day to its cell's; an unknown cell is never stale.</summary>
    public static void Lower(Span<int> days, ReadOnlySpan<int> cells, ReadOnlySpan<int> fresh)
    {
        var row = 0;
        var (unknown, never) = (Vector256.Create(CompiledCriterion.Unknown), Vector256.Create(int.MaxValue));
        for (; row + Vector256<int>.Count <= cells.Length; row += Vector256<int>.Count)
        {
            var eight = Vector256.Create(cells.Slice(row, Vector256<int>.Count));
            var until = Vector256.Create(fresh.Slice(row, Vector256<int>.Count));
            var day = Vector256.ConditionalSelect(Vector256.Equals(eight, unknown), never, until);
            Vector256.Min(day, Vector256.Create(days.Slice(row, Vector256<int>.Count))).CopyTo(days[row..]);
        }

        for (; row < cells.Length; row++)
        {
            if (cells[row] != CompiledCriterion.Unknown)
                days[row] = Math.Min(days[row], fresh[row]);
        }
    }
}
