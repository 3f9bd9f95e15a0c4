using System.Collections.Immutable;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>
/// A run as a profile of its members: whoever may see all of them may see it, and it is its members' owner's if they
/// have one owner.
/// </summary>
internal static class SpaceRun
{
    private static readonly ImmutableSortedDictionary<string, Value> NoValues = ImmutableSortedDictionary.Create<
        string,
        Value
    >(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, DateOnly> NoDays = ImmutableSortedDictionary.Create<
        string,
        DateOnly
    >(StringComparer.Ordinal);

    /// <param name="members">At least two, in order of position.</param>
    public static Profile Of(ImmutableArray<Profile> members) =>
        new(
            RunId.Of(members.Select(member => member.Id)),
            NoValues,
            NoDays,
            members.All(member => member.Public),
            members.All(member => member.Owner == members[0].Owner) ? members[0].Owner : null,
            Hold: members.Select(member => member.Hold).FirstOrDefault(hold => hold is not null),
            Members: members
        );

    /// <summary>
    /// The demand's runs among the spaces of one building, of which those on other floors are left out.
    /// </summary>
    public static IEnumerable<Profile> On(int floor, CompiledDemand demand, IEnumerable<Profile> spaces, DateOnly day)
    {
        if (demand.Runs is not { } rules)
            return [];
        Profile[] candidates =
        [
            .. spaces
                .Where(space => RunRules.FloorOf(space)?.Floor == floor && rules.IsCandidate(space, day))
                .OrderBy(space => space.Place!.Position)
                .ThenBy(space => space.Id, StringComparer.Ordinal),
        ];
        Spot[] spots = [.. candidates.Select(space => RunRules.SpotOf(space)!.Value)];
        var found = new List<Profile>();
        FloorRuns.Find(spots, rules.Sums, rules.Most, members => found.Add(Of(Pick(candidates, members))));
        return found;
    }

    /// <summary>The run of exactly these spaces; null: they are none of the demand's runs.</summary>
    /// <param name="spaces">In the order of the run's id.</param>
    public static Profile? OfAll(ImmutableArray<Profile> spaces, CompiledDemand demand, DateOnly day) =>
        RunRules.FloorOf(spaces[0]) is { } floor && spaces.All(space => RunRules.FloorOf(space) == floor)
            ? On(floor.Floor, demand, spaces, day)
                .FirstOrDefault(run => run.Members!.Value.AsSpan().SequenceEqual(spaces.AsSpan()))
            : null;

    /// <summary>
    /// These spaces together, whoever asks; null: they are not neighbours on one floor in this order, or an area is not
    /// known.
    /// </summary>
    /// <param name="spaces">At least two.</param>
    public static Profile? OfNeighbours(ImmutableArray<Profile> spaces)
    {
        if (spaces.Any(space => RunRules.SpotOf(space) is null))
            return null;
        var floor = RunRules.FloorOf(spaces[0]);
        var first = spaces[0].Place!.Position;
        for (var i = 1; i < spaces.Length; i++)
        {
            if (RunRules.FloorOf(spaces[i]) != floor || spaces[i].Place!.Position != (long)first + i)
                return null;
        }

        return Of(spaces);
    }

    private static ImmutableArray<Profile> Pick(Profile[] candidates, ReadOnlySpan<int> members)
    {
        var picked = ImmutableArray.CreateBuilder<Profile>(members.Length);
        foreach (var member in members)
            picked.Add(candidates[member]);
        return picked.MoveToImmutable();
    }
}
