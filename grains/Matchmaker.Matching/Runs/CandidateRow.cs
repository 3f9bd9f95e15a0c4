using System.Runtime.CompilerServices;

namespace Matchmaker.Matching.Runs;

/// <summary>Candidates of one floor that stand in a row, in order of position.</summary>
/// <param name="numbers">Their places among all candidates.</param>
internal sealed class CandidateRow(List<Candidate> candidates, int[] numbers)
{
    private readonly bool _lacks = Array.Exists(numbers, number => candidates[number].Lack != RunCollector.NoLack);

    /// <summary>The rows of at least two candidates without a gap between their positions.</summary>
    /// <param name="keys">
    /// For each candidate a hash of its floor in the upper half, and its position in the lower.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<CandidateRow> Of(List<Candidate> candidates, IReadOnlyCollection<ulong> keys)
    {
        ulong[] sorted = [.. keys];
        int[] numbers = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, numbers);
        var rows = new List<CandidateRow>();
        for (var (from, to) = (0, 1); from < sorted.Length; from = to++)
        {
            while (to < sorted.Length && sorted[to] - sorted[to - 1] <= 1 && sorted[to] >> 32 == sorted[from] >> 32)
                to++;
            if (to - from > 1)
                Split(candidates, numbers[from..to], rows);
        }

        return rows;
    }

    /// <summary>
    /// Finds the runs among those with no lack and those with that one, which at least one member has.
    /// </summary>
    public void Find(AreaRange sums, int most, int lack, RunCollector.Found found)
    {
        var among = numbers;
        if (_lacks)
            among = Array.FindAll(
                numbers,
                number => candidates[number].Lack is var own && (own == RunCollector.NoLack || own == lack)
            );
        if (among.Length < 2)
            return;
        Span<Spot> spots = among.Length <= 64 ? stackalloc Spot[among.Length] : new Spot[among.Length];
        for (var i = 0; i < spots.Length; i++)
            spots[i] = candidates[among[i]].Spot;
        FloorRuns.Find(
            spots,
            sums,
            most,
            members =>
            {
                Span<int> picked = stackalloc int[members.Length];
                var isFound = lack == RunCollector.NoLack;
                for (var i = 0; i < members.Length; i++)
                {
                    picked[i] = among[members[i]];
                    isFound |= candidates[picked[i]].Lack == lack;
                }

                if (isFound)
                    found(picked);
            }
        );
    }

    /// <summary>What candidates of the floor lack, each once, in rising order.</summary>
    public IEnumerable<int> Lacks() =>
        numbers.Select(number => candidates[number].Lack).Where(lack => lack != RunCollector.NoLack).Distinct().Order();

    // Two floors may have one hash.
    private static void Split(List<Candidate> candidates, int[] numbers, List<CandidateRow> rows)
    {
        var floor = RunRules.FloorOf(candidates[numbers[0]].Profile);
        var (isOne, repeats) = (true, false);
        for (var i = 1; i < numbers.Length; i++)
        {
            var next = candidates[numbers[i]];
            isOne &= RunRules.FloorOf(next.Profile) == floor;
            repeats |= next.Spot.Position == candidates[numbers[i - 1]].Spot.Position;
        }

        if (isOne && !repeats)
            rows.Add(new(candidates, numbers));
        else
            rows.AddRange(
                numbers
                    .GroupBy(number => RunRules.FloorOf(candidates[number].Profile))
                    .Where(floor => floor.Skip(1).Any())
                    .Select(floor => new CandidateRow(candidates, InOrder(candidates, floor)))
            );
    }

    private static int[] InOrder(List<Candidate> candidates, IEnumerable<int> numbers) =>
        [
            .. numbers
                .OrderBy(number => candidates[number].Spot.Position)
                .ThenBy(number => candidates[number].Profile.Id, StringComparer.Ordinal),
        ];
}
