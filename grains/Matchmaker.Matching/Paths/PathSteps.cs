using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>The steps of machines on their way into one space, each with both sides.</summary>
internal static class PathSteps
{
    private static readonly string[] OfWayUp =
    [
        .. PathLift.Attributes.Select(index => BoardTable.Sites.Attributes[index].Code),
    ];

    /// <summary>For each machine in turn its steps, then the power of all.</summary>
    public static ImmutableArray<PathStep> Of(PathNeeds needs, Profile profile)
    {
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        for (var i = 0; i < needs.Machines.Length; i++)
        {
            var machine = needs.Machines[i];
            steps.Add(
                Compared(
                    profile,
                    i,
                    PathStepKind.Door,
                    ("doorWidth", machine.DoorWidth),
                    ("doorHeight", machine.CrateHeight)
                )
            );
            steps.Add(Up(profile, i, machine));
            steps.Add(Compared(profile, i, PathStepKind.Headroom, ("headroom", machine.Headroom)));
            steps.Add(Compared(profile, i, PathStepKind.FloorLoading, ("floorLoading", machine.FloorLoading)));
            if (machine.PointLoad is { } load)
                steps.Add(Compared(profile, i, PathStepKind.PointLoad, ("pointLoad", load)));
        }

        if (needs.Power is { } power)
            steps.Add(Compared(profile, null, PathStepKind.Power, ("power", power)));
        return steps.ToImmutable();
    }

    /// <summary>The codes of the attributes that a step reads.</summary>
    public static IEnumerable<string> AttributesOf(PathStep step) =>
        step.Step is PathStepKind.WayUp ? OfWayUp : step.Required?.Keys ?? [];

    private static PathStep Compared(
        Profile profile,
        int? machine,
        PathStepKind kind,
        params (string Code, int Needed)[] limits
    )
    {
        var readings = new ProfileReadings(profile);
        var truth = limits.Min(limit =>
            Kleene.Reaches(readings.At(BoardTable.Sites.IndexOf(limit.Code)), limit.Needed)
        );
        return new()
        {
            Machine = machine,
            Step = kind,
            Outcome = Kleene.ToOutcome(truth),
            Actual = Known(profile, limits.Select(limit => limit.Code)),
            Required = Needed(limits),
        };
    }

    private static PathStep Up(Profile profile, int index, MachineNeeds machine)
    {
        var way = PathLift.Of(new ProfileReadings(profile));
        var (straight, turned) = (
            way.Enters(machine.CrateWidth, machine.CrateLength),
            way.Enters(machine.CrateLength, machine.CrateWidth)
        );
        var lift = Math.Min(way.Bears(machine.LiftMass, machine.CrateHeight), Math.Max(straight, turned));
        var (width, length) =
            turned > straight ? (machine.CrateLength, machine.CrateWidth) : (machine.CrateWidth, machine.CrateLength);
        return new()
        {
            Machine = index,
            Step = PathStepKind.WayUp,
            Outcome = Kleene.ToOutcome(Math.Max(Math.Max(way.Ground, way.Ramp), lift)),
            By =
                way.Ground == Kleene.Met ? WayUp.Ground
                : way.Ramp == Kleene.Met ? WayUp.Ramp
                : lift == Kleene.Met ? WayUp.Lift
                : null,
            Actual = Known(profile, OfWayUp),
            Required = Needed([
                ("liftCapacity", machine.LiftMass),
                ("liftDoorWidth", width),
                ("liftDoorHeight", machine.CrateHeight),
                ("liftCarWidth", width),
                ("liftCarLength", length),
                ("liftCarHeight", machine.CrateHeight),
            ]),
        };
    }

    private static ImmutableSortedDictionary<string, Value>? Known(Profile profile, IEnumerable<string> codes)
    {
        var known = codes
            .Where(profile.Values.ContainsKey)
            .ToImmutableSortedDictionary(code => code, code => profile.Values[code], StringComparer.Ordinal);
        return known.IsEmpty ? null : known;
    }

    private static ImmutableSortedDictionary<string, Value> Needed((string Code, int Steps)[] limits) =>
        limits.ToImmutableSortedDictionary(
            limit => limit.Code,
            limit => Steps.ToValue(BoardTable.Sites.Find(limit.Code)!, limit.Steps),
            StringComparer.Ordinal
        );
}
