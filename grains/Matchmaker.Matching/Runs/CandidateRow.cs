namespace Matchmaker.Matching.Runs;

/// <summary>Candidates of one floor that stand in a row, in order of position.</summary>
/// <param name="numbers">Their places among all candidates.</param>
internal sealed class CandidateRow(List<Candidate> candidates, int[] numbers)
{
    private readonly bool _lacks = Array.Exists(numbers, number => candidates[number].Lack != RunCollector.NoLack);

    /// <summary>The rows of at least two candidates without a gap between their positions.</summary>
    /// <param name="spots">Where each stands, as <see cref="FloorSpot"/> writes it; sorted afterwards.</param>
    public static List<CandidateRow> Of(List<Candidate> candidates, ulong[] spots)
    {
        var rows = new List<CandidateRow>();
        FloorSpot.EachRow(spots, (numbers, repeats) => Split(candidates, numbers.ToArray(), repeats, rows));
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
    private static void Split(List<Candidate> candidates, int[] numbers, bool repeats, List<CandidateRow> rows)
    {
        var first = RunRules.FloorOf(candidates[numbers[0]].Profile);
        var isOne = Array.TrueForAll(numbers, number => RunRules.FloorOf(candidates[number].Profile) == first);
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
