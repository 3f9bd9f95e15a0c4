using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Runs;

/// <summary>What a run of spaces gives for an attribute, from what its members give (matching.md section 6).</summary>
internal static class RunReadings
{
    private const int Unknown = CompiledCriterion.Unknown;

    /// <summary>What a run gives for a criterion on that day.</summary>
    public static Judgement Judge(CompiledCriterion criterion, ImmutableArray<Profile> members, DateOnly day)
    {
        Span<int> readings = stackalloc int[members.Length];
        Span<int> areas = stackalloc int[members.Length];
        var stale = false;
        for (var i = 0; i < members.Length; i++)
        {
            var judged = criterion.Judge(members[i], day);
            readings[i] = judged.Reading;
            stale |= judged.Stale && judged.Reading != Unknown;
            areas[i] = RunRules.SpotOf(members[i])!.Value.Area;
        }

        return new(Of(criterion.AttributeIndex, criterion, readings, areas), stale);
    }

    /// <summary>A run's reading.</summary>
    /// <param name="attribute">The attribute's index on the board.</param>
    /// <param name="criterion">
    /// The criterion that says which of several is the worst; null: none does, and what its members do not have in
    /// common is unknown of the run.
    /// </param>
    /// <param name="readings">The members' readings, in order of position.</param>
    /// <param name="areas">The members' areas in steps.</param>
    public static int Of(
        int attribute,
        CompiledCriterion? criterion,
        ReadOnlySpan<int> readings,
        ReadOnlySpan<int> areas
    ) =>
        BoardTable.Sites.Attributes[attribute].Kind switch
        {
            // The machines need to get into one of the spaces.
            AttributeKind.Path => readings.Contains(1) ? 1
            : readings.Contains(Unknown) ? Unknown
            : 0,
            AttributeKind.Flag => readings.Contains(0) ? 0
            : readings.Contains(Unknown) ? Unknown
            : 1,
            AttributeKind.Use => WorstUse(readings),
            _ when readings.Contains(Unknown) => Unknown,
            AttributeKind.Date => Greatest(readings),
            _ when attribute == RunRules.Area => Sum(readings),
            _ when attribute == RunRules.Rent => Mean(readings, areas),
            _ => Worst(criterion, readings),
        };

    /// <summary>The value behind a run's known reading; of a choice that of the first member that has it.</summary>
    public static Value? Actual(
        CompiledCriterion criterion,
        int reading,
        ImmutableArray<Profile> members,
        DateOnly day
    ) =>
        criterion.Attribute.Kind switch
        {
            _ when reading == Unknown => null,
            AttributeKind.Flag => new FlagValue(reading == 1),
            AttributeKind.Category => members.First(member => criterion.Judge(member, day).Reading == reading).Values[
                criterion.Definition.Attribute
            ],
            AttributeKind.Number or AttributeKind.Date => Steps.ToValue(criterion.Attribute, reading),
            _ => null,
        };

    private static int WorstUse(ReadOnlySpan<int> readings)
    {
        Span<UseVerdict?> verdicts = stackalloc UseVerdict?[readings.Length];
        for (var i = 0; i < readings.Length; i++)
            verdicts[i] = readings[i] == Unknown ? null : (UseVerdict)readings[i];
        return (int?)UseGates.Worst(verdicts) ?? Unknown;
    }

    // Of equally bad numbers the least, for atMost the greatest; of equally bad codes the first.
    private static int Worst(CompiledCriterion? criterion, ReadOnlySpan<int> readings)
    {
        if (!readings.ContainsAnyExcept(readings[0]))
            return readings[0];
        switch (criterion?.Definition.Op)
        {
            case null:
                return Unknown;
            case Op.AtLeast:
                return Least(readings);
            case Op.AtMost or Op.Within:
                return Greatest(readings);
        }

        var worst = readings[0];
        foreach (var reading in readings)
        {
            var (utility, least) = (criterion.UtilityFunction.At(reading), criterion.UtilityFunction.At(worst));
            if (utility < least || (utility == least && criterion.Definition.Op is Op.Between && reading < worst))
                worst = reading;
        }

        return worst;
    }

    private static int Sum(ReadOnlySpan<int> readings)
    {
        var sum = 0;
        foreach (var reading in readings)
            sum += reading;
        return sum;
    }

    // By area, rounded half up.
    private static int Mean(ReadOnlySpan<int> readings, ReadOnlySpan<int> areas)
    {
        var (over, under) = (0L, 0L);
        for (var i = 0; i < readings.Length; i++)
            (over, under) = (over + ((long)readings[i] * areas[i]), under + areas[i]);
        return (int)(((2 * over) + under) / (2 * under));
    }

    private static int Least(ReadOnlySpan<int> readings)
    {
        var least = int.MaxValue;
        foreach (var reading in readings)
            least = Math.Min(least, reading);
        return least;
    }

    private static int Greatest(ReadOnlySpan<int> readings)
    {
        var greatest = int.MinValue;
        foreach (var reading in readings)
            greatest = Math.Max(greatest, reading);
        return greatest;
    }
}
