using System.Collections.Immutable;
using System.Numerics;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Tests.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests.Runs;

/// <summary>
/// Runs of adjacent spaces, written from matching.md section 6 alone: every set of spaces is looked at, and what a run
/// gives for a criterion is worked out from values, not from readings.
/// </summary>
internal static class RunOracle
{
    private static readonly Board Sites = BoardTable.Sites;

    /// <summary>What a demand accepts: single spaces and runs, in the order of lists.</summary>
    public static List<Oracle.Opinion> List(
        ImmutableArray<Criterion> criteria,
        int? combine,
        IReadOnlyList<Profile> seen,
        DateOnly day
    ) =>
        Oracle.Ordered(
            seen.Select(space => Opinion(criteria, [space], day))
                .Where(opinion => opinion.Accepted)
                .Concat(Of(criteria, combine, seen, day).Select(run => run.Opinion))
        );

    /// <summary>The demand's runs with the oracle's opinion of each.</summary>
    public static List<(ImmutableArray<Profile> Members, Oracle.Opinion Opinion)> Of(
        ImmutableArray<Criterion> criteria,
        int? combine,
        IReadOnlyList<Profile> seen,
        DateOnly day
    )
    {
        var onArea = criteria.RemoveAll(criterion => !IsOnArea(criterion));
        if (combine is not { } most || onArea.IsEmpty)
            return [];
        var others = criteria.RemoveAll(IsOnArea);
        return
        [
            .. seen.Where(space =>
                    space.Place is not null
                    && space.Values.ContainsKey("floor")
                    && space.Values.ContainsKey("area")
                    && Opinion(others, [space], day).Accepted
                )
                .GroupBy(space => (space.Place!.Group, space.Values["floor"]))
                .SelectMany(floor => Sets([.. floor], most))
                .Select(set => set.OrderBy(space => space.Place!.Position).ToImmutableArray())
                .Where(set =>
                    set.Zip(set.Skip(1)).All(pair => pair.First.Place!.Position + 1 == pair.Second.Place!.Position)
                )
                .Where(set => Meets(set) && !Meets(set[1..]) && !Meets(set[..^1]))
                .Select(set => (set, Opinion(criteria, set, day))),
        ];

        bool Meets(ImmutableArray<Profile> spaces) =>
            Oracle.Of(Sites, onArea, Some.Profile("sum", ("area", Area(spaces))), Some.Today).Accepted;
    }

    /// <summary>What the oracle says of a run, or of one space, as one profile.</summary>
    public static Oracle.Opinion Opinion(
        ImmutableArray<Criterion> criteria,
        ImmutableArray<Profile> members,
        DateOnly day
    ) =>
        new(
            members[0] with
            {
                Id = string.Join('+', members.Select(member => member.Id)),
                Public = members.All(member => member.Public),
            },
            [.. criteria.Select(criterion => Line(criterion, members, day))]
        );

    /// <summary>What a run has of an attribute; null: it is unknown.</summary>
    /// <param name="criterion">Which says what is worst; null: none.</param>
    public static Value? ValueOf(BoardAttribute attribute, Criterion? criterion, ImmutableArray<Profile> members)
    {
        var values = members.Select(member => member.Values.GetValueOrDefault(attribute.Code)).ToList();
        if (attribute.Kind == AttributeKind.Flag)
            return values.Contains(new FlagValue(false)) ? new FlagValue(false)
                : values.Contains(null) ? null
                : new FlagValue(true);
        if (values.Contains(null))
            return null;
        if (attribute.Code == "area")
            return Area(members);
        if (attribute.Code == "rent")
            return MeanRent(members);
        if (attribute.Kind == AttributeKind.Date)
            return values.OfType<DayValue>().MaxBy(value => value.Day);
        if (values.Distinct().Count() == 1)
            return values[0];
        if (criterion is null)
            return null;
        // Of equally bad numbers the least, for atMost the greatest.
        var sign = criterion.Op == Op.AtMost ? -1 : 1;
        return values
            .OrderBy(value => Fresh(criterion, value!).Utility)
            .ThenBy(value => value is NumberValue number ? sign * number.Number : 0)
            .First();
    }

    private static Oracle.Line Line(Criterion criterion, ImmutableArray<Profile> members, DateOnly day)
    {
        var attribute = Sites.Find(criterion.Attribute)!;
        var lines = members
            .Select(member =>
                criterion.Op == Op.Takes
                    ? PathLine(criterion, member, day)
                    : Oracle.Of(Sites, [criterion], member, day).Lines[0]
            )
            .ToList();
        if (lines.Count == 1)
            return lines[0];
        var stale = lines.Any(line => line.Stale);
        var outcomes = lines.Select(line => line.Outcome).ToList();
        if (criterion.Op == Op.Takes)
            return Graded(
                criterion,
                outcomes.Contains(Outcome.Met) ? 1_000_000
                    : outcomes.Contains(Outcome.Unknown) ? null
                    : 0,
                stale
            );
        if (criterion.Op == Op.Allows)
            return Graded(
                criterion,
                outcomes.Contains(Outcome.Unmet) ? 0
                    : outcomes.Contains(Outcome.Unknown) ? null
                    // A stale value that fits gives 0.9, one that needs permission 0.45.
                    : lines.Min(line => line.Utility) >= 900_000 ? 1_000_000
                    : 500_000,
                stale
            );
        return ValueOf(attribute, criterion, members) is { } value
            ? Graded(criterion, Fresh(criterion, value).Utility, stale)
            : Graded(criterion, null, false);
    }

    private static Oracle.Line Graded(Criterion criterion, int? utility, bool stale) =>
        utility is not { } known
            ? new(Outcome.Unknown, 250_000, false, criterion.Weight, criterion.Strength == Strength.Must)
            : new(
                known == 0 ? Outcome.Unmet : Outcome.Met,
                stale ? (int)(((new BigInteger(known) * 9) + 5) / 10) : known,
                stale,
                criterion.Weight,
                criterion.Strength == Strength.Must
            );

    private static Oracle.Line Fresh(Criterion criterion, Value value) =>
        Oracle.Of(Sites, [criterion], Some.Profile("one", (criterion.Attribute, value)), Some.Today).Lines[0];

    private static Oracle.Line PathLine(Criterion criterion, Profile member, DateOnly day)
    {
        var (outcome, stale) = Takes(criterion, member, day);
        return Graded(
            criterion,
            outcome switch
            {
                Outcome.Met => 1_000_000,
                Outcome.Unmet => 0,
                _ => null,
            },
            stale
        );
    }

    private static (Outcome Outcome, bool Stale) Takes(Criterion criterion, Profile profile, DateOnly day) =>
        PathOracle.Of(criterion.Machines!.Value, profile, day);

    private static NumberValue Area(IEnumerable<Profile> spaces) => new(spaces.Sum(space => AreaOf(space)));

    private static NumberValue MeanRent(ImmutableArray<Profile> spaces)
    {
        var step = Sites.Find("rent")!.Step!.Value;
        var mean = spaces.Sum(space => AreaOf(space) * ((NumberValue)space.Values["rent"]).Number) / spaces.Sum(AreaOf);
        return new(decimal.Floor((mean / step) + 0.5m) * step);
    }

    private static decimal AreaOf(Profile space) => ((NumberValue)space.Values["area"]).Number;

    private static bool IsOnArea(Criterion criterion) => criterion is { Attribute: "area", Strength: Strength.Must };

    private static IEnumerable<List<Profile>> Sets(List<Profile> spaces, int most)
    {
        for (var bits = 1; bits < 1 << spaces.Count; bits++)
        {
            if (BitOperations.PopCount((uint)bits) is var size && size >= 2 && size <= most)
                yield return [.. spaces.Where((_, at) => (bits >> at & 1) == 1)];
        }
    }
}
