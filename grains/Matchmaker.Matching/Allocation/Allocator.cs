namespace Matchmaker.Matching.Allocation;

/// <summary>
/// Places as many demands as can be placed, then with the highest sum of scores, then with the smallest list of spaces
/// in the order of the demands' ids, where a demand without a space stands behind every space.
/// </summary>
public static class Allocator
{
    /// <param name="demands">Each demand once.</param>
    public static AllocationReport Allocate(IReadOnlyCollection<Acceptance> demands)
    {
        List<Acceptance> rows = [.. demands.OrderBy(demand => demand.Demand, StringComparer.Ordinal)];
        List<string> spaces =
        [
            .. rows.SelectMany(row => row.Spaces)
                .Select(space => space.Id)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var places = spaces.Select((id, at) => (id, at)).ToDictionary(StringComparer.Ordinal);
        var wishes = rows.ConvertAll<IReadOnlyList<Wish>>(row =>
            [.. row.Spaces.Select(space => new Wish(places[space.Id], space.Millionths)).OrderBy(wish => wish.Column)]
        );
        var assignment = new Assignment(wishes, spaces.Count);
        assignment.Solve();
        SmallestList.Choose(assignment);

        var placed = new List<PlacedDemand>();
        var unplaced = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (assignment.IsPlaced(row))
                placed.Add(Placed(rows[row], spaces[assignment.ColumnOf(row)]));
            else
                unplaced.Add(row);
        }

        return new(
            [.. placed],
            [.. unplaced.Select(row => rows[row].Demand)],
            unplaced.Count == 0 ? null : Witness(assignment, unplaced, rows, spaces)
        );
    }

    private static PlacedDemand Placed(Acceptance row, string space) =>
        new(row.Demand, space, row.Spaces.First(accepted => accepted.Id == space).Score);

    // Of those that each unplaced demand starts, the smallest is the easiest to understand.
    private static AllocationWitness Witness(
        Assignment assignment,
        List<int> unplaced,
        List<Acceptance> rows,
        List<string> spaces
    )
    {
        var (competitors, contested) = unplaced.Select(assignment.Contest).MinBy(contest => contest.Rows.Count);
        return new(
            [.. competitors.Order().Select(row => rows[row].Demand)],
            [.. contested.Order().Select(column => spaces[column])]
        );
    }
}
