using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>
/// The steps of a criterion's machines on their way into a space, each with both sides. What is needed is worked out
/// once for all spaces, and what a space has once for all machines.
/// </summary>
internal sealed class PathSteps
{
    private static readonly ImmutableArray<string> OfWayUp =
    [
        .. PathLift.Attributes.Select(index => BoardTable.Sites.Attributes[index].Code),
    ];

    private readonly ImmutableArray<Need> _needs;
    private readonly ImmutableArray<int> _attributes;

    public PathSteps(PathNeeds path)
    {
        var needs = path.Machines.SelectMany(Of);
        _needs = [.. path.Power is { } power ? needs.Append(new(null, PathStepKind.Power, [("power", power)])) : needs];
        _attributes = [.. _needs.SelectMany(need => need.Attributes).Distinct()];
    }

    /// <summary>For each machine in turn its steps, then the power of all.</summary>
    public ImmutableArray<PathStep> Of(Profile profile)
    {
        var values = new Value?[BoardTable.Sites.Attributes.Length];
        foreach (var attribute in _attributes)
            values[attribute] = profile.Values.GetValueOrDefault(BoardTable.Sites.Attributes[attribute].Code);
        var readings = new GatheredReadings(values);
        var way = PathLift.Of(in readings);
        var known = new ImmutableSortedDictionary<string, Value>?[Enum.GetValues<PathStepKind>().Length];
        var steps = ImmutableArray.CreateBuilder<PathStep>(_needs.Length);
        foreach (var need in _needs)
        {
            var actual = known[(int)need.Kind] ??= Known(values, need.Attributes);
            steps.Add(need.Machine is { } machine ? Up(way, need, machine, actual) : Compared(readings, need, actual));
        }

        return steps.MoveToImmutable();
    }

    /// <summary>The codes of the attributes that a step reads.</summary>
    public static IEnumerable<string> AttributesOf(PathStep step) =>
        step.Step is PathStepKind.WayUp ? OfWayUp : step.Required?.Keys ?? [];

    private static IEnumerable<Need> Of(MachineNeeds machine, int index)
    {
        yield return new(
            index,
            PathStepKind.Door,
            [("doorWidth", machine.DoorWidth), ("doorHeight", machine.CrateHeight)]
        );
        yield return new(index, PathStepKind.WayUp, Lift(machine, machine.CrateWidth, machine.CrateLength))
        {
            Attributes = PathLift.Attributes,
            Machine = machine,
            Turned = Required(Lift(machine, machine.CrateLength, machine.CrateWidth)),
        };
        yield return new(index, PathStepKind.Headroom, [("headroom", machine.Headroom)]);
        yield return new(index, PathStepKind.FloorLoading, [("floorLoading", machine.FloorLoading)]);
        if (machine.PointLoad is { } load)
            yield return new(index, PathStepKind.PointLoad, [("pointLoad", load)]);
    }

    private static ImmutableArray<(string Code, int Needed)> Lift(MachineNeeds machine, int width, int length) =>
        [
            ("liftCapacity", machine.LiftMass),
            ("liftDoorWidth", width),
            ("liftDoorHeight", machine.CrateHeight),
            ("liftCarWidth", width),
            ("liftCarLength", length),
            ("liftCarHeight", machine.CrateHeight),
        ];

    private static PathStep Compared(
        in GatheredReadings readings,
        Need need,
        ImmutableSortedDictionary<string, Value>? actual
    )
    {
        var truth = Kleene.Met;
        foreach (var limit in need.Limits)
            truth = Math.Min(truth, Kleene.Reaches(readings.At(limit.Attribute), limit.Needed));
        return new()
        {
            Machine = need.Index,
            Step = need.Kind,
            Outcome = Kleene.ToOutcome(truth),
            Actual = actual,
            Required = need.Straight,
        };
    }

    private static PathStep Up(
        PathLift way,
        Need need,
        MachineNeeds machine,
        ImmutableSortedDictionary<string, Value>? actual
    )
    {
        var (straight, turned) = (
            way.Enters(machine.CrateWidth, machine.CrateLength),
            way.Enters(machine.CrateLength, machine.CrateWidth)
        );
        var lift = Math.Min(way.Bears(machine.LiftMass, machine.CrateHeight), Math.Max(straight, turned));
        return new()
        {
            Machine = need.Index,
            Step = need.Kind,
            Outcome = Kleene.ToOutcome(Math.Max(Math.Max(way.Ground, way.Ramp), lift)),
            By =
                way.Ground == Kleene.Met ? WayUp.Ground
                : way.Ramp == Kleene.Met ? WayUp.Ramp
                : lift == Kleene.Met ? WayUp.Lift
                : null,
            Actual = actual,
            Required = turned > straight ? need.Turned : need.Straight,
        };
    }

    // Null: none is known.
    private static ImmutableSortedDictionary<string, Value>? Known(Value?[] values, ImmutableArray<int> attributes)
    {
        var known = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (values[attribute] is { } value)
                known.Add(BoardTable.Sites.Attributes[attribute].Code, value);
        }

        return known.Count == 0 ? null : known.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, Value> Required(
        ImmutableArray<(string Code, int Needed)> limits
    ) =>
        limits.ToImmutableSortedDictionary(
            limit => limit.Code,
            limit => Steps.ToValue(BoardTable.Sites.Find(limit.Code)!, limit.Needed),
            StringComparer.Ordinal
        );

    /// <summary>What one step needs of a space.</summary>
    /// <param name="index">Its machine's in the criterion; null: all together.</param>
    private sealed class Need(int? index, PathStepKind kind, ImmutableArray<(string Code, int Needed)> limits)
    {
        public int? Index => index;

        public PathStepKind Kind => kind;

        public ImmutableArray<Limit> Limits { get; } =
        [.. limits.Select(limit => new Limit(BoardTable.Sites.IndexOf(limit.Code), limit.Needed))];

        /// <summary>What the step reads, by index on the board.</summary>
        public ImmutableArray<int> Attributes { get; init; } =
        [.. limits.Select(limit => BoardTable.Sites.IndexOf(limit.Code))];

        /// <summary>As a person reads it; of a way up, with the crate's width first.</summary>
        public ImmutableSortedDictionary<string, Value> Straight { get; } = Required(limits);

        /// <summary>Of a way up, with the crate's length first; null: another step.</summary>
        public ImmutableSortedDictionary<string, Value>? Turned { get; init; }

        /// <summary>Of a way up, what its machine needs; null: another step.</summary>
        public MachineNeeds? Machine { get; init; }
    }
}
