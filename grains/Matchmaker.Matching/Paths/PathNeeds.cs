using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>
/// What a criterion's machines need of a space, in whole steps of its attributes. The needs of all machines are one
/// need each, where "and" allows it: only the way into the lift depends on both sides of one crate.
/// </summary>
internal sealed class PathNeeds
{
    /// <summary>The attributes that every path reads, by index on the board.</summary>
    public static readonly ImmutableArray<int> Always =
    [
        .. new[] { "doorWidth", "doorHeight", "headroom", "floorLoading" }.Select(BoardTable.Sites.IndexOf),
        .. PathLift.Attributes,
    ];

    private static readonly Board Sites = BoardTable.Sites;

    private readonly ImmutableArray<(int Width, int Length)> _crates;
    private readonly int _height;
    private readonly int _crateMass;
    private PathSteps? _steps;

    /// <param name="machines">As <see cref="MachineRules"/> normalised them.</param>
    public PathNeeds(ImmutableArray<Machine> machines)
    {
        Machines = [.. machines.Select(machine => new MachineNeeds(machine))];
        var power = machines.Any(machine => machine.Power is not null)
            ? machines.Sum(machine => (machine.Count ?? 1) * (long)(machine.Power ?? 0))
            : (long?)null;
        Power = power is { } amperes ? (int)Math.Min(amperes, int.MaxValue) : null;
        Limits =
        [
            .. Of("doorWidth", machine => machine.DoorWidth),
            .. Of("doorHeight", machine => machine.CrateHeight),
            .. Of("headroom", machine => machine.Headroom),
            .. Of("floorLoading", machine => machine.FloorLoading),
            .. Of("pointLoad", machine => machine.PointLoad),
            .. Power is { } all ? new Limit[] { new(Sites.IndexOf("power"), all) } : [],
        ];
        Attributes = [.. Limits.Select(limit => limit.Attribute), .. PathLift.Attributes];
        _height = Machines.Max(machine => machine.CrateHeight);
        _crateMass = Machines.Max(machine => machine.LiftMass);
        _crates = [.. Machines.Select(machine => (machine.CrateWidth, machine.CrateLength)).Distinct()];
    }

    public ImmutableArray<MachineNeeds> Machines { get; }

    /// <summary>In A, of all machines; null: none states it.</summary>
    public int? Power { get; }

    /// <summary>The simple needs of all machines together: least readings of attributes.</summary>
    public ImmutableArray<Limit> Limits { get; }

    /// <summary>Every attribute that a step reads, by index on the board.</summary>
    public ImmutableArray<int> Attributes { get; }

    /// <summary>The steps with which an answer is explained; made when the first one is.</summary>
    public PathSteps Steps => _steps ??= new(this);

    /// <summary>Whether the machines get in.</summary>
    /// <param name="of">The reading of an attribute by its index on the board.</param>
    public int Judge<TSource>(in TSource of)
        where TSource : IReadings, allows ref struct
    {
        var truth = Kleene.Met;
        foreach (var limit in Limits)
        {
            truth = Math.Min(truth, Kleene.Reaches(of.At(limit.Attribute), limit.Needed));
            if (truth == Kleene.Unmet)
                return truth;
        }

        return Math.Min(truth, WayUp(PathLift.Of(in of)));
    }

    /// <summary>Whether all crates get up to the floor.</summary>
    public int WayUp(PathLift way) => way.All(_crates, _height, _crateMass);

    private IEnumerable<Limit> Of(string attribute, Func<MachineNeeds, int?> needed) =>
        Machines.Max(needed) is { } most ? [new(Sites.IndexOf(attribute), most)] : [];
}

/// <summary>An attribute by its index on the board, and the least reading that is enough.</summary>
internal readonly record struct Limit(int Attribute, int Needed);

/// <summary>Readings of a space's attributes in whole steps, wherever they stand.</summary>
internal interface IReadings
{
    /// <summary>The reading; <see cref="CompiledCriterion.Unknown"/>: unknown.</summary>
    int At(int attribute);
}

/// <summary>What one machine needs, in whole steps: cm, kg, 0.1 kPa, 0.1 kN.</summary>
internal sealed class MachineNeeds
{
    public MachineNeeds(Machine machine)
    {
        var crate = machine.Delivered;
        var (mass, length, width) = ((long)machine.Mass, Centimetres(machine.Length), Centimetres(machine.Width));
        CrateMass = (int)(crate.Mass ?? machine.Mass);
        (CrateLength, CrateWidth, CrateHeight) = (
            Centimetres(crate.Length),
            Centimetres(crate.Width),
            Centimetres(crate.Height)
        );
        Headroom = Math.Max(CrateHeight, Centimetres(machine.Height));
        // mass × 9.80665 / (length × width × 1000) in kPa, and mass × 9.80665 / (feet × 1000) in kN, both rounded up.
        FloorLoading = Up(mass * Gravity, 1000L * length * width);
        PointLoad = machine.Feet is { } feet ? Up(mass * Gravity, 10_000_000L * feet) : null;
    }

    private const long Gravity = 980_665;

    /// <summary>In kg.</summary>
    public int CrateMass { get; }

    /// <summary>In steps of the lift's capacity, rounded up.</summary>
    public int LiftMass => (CrateMass + LiftStep - 1) / LiftStep;

    public int CrateLength { get; }

    public int CrateWidth { get; }

    public int CrateHeight { get; }

    public int DoorWidth => Math.Min(CrateLength, CrateWidth);

    public int Headroom { get; }

    public int FloorLoading { get; }

    /// <summary>Null: the machine has no feet.</summary>
    public int? PointLoad { get; }

    private static readonly int LiftStep = (int)BoardTable.Sites.Find("liftCapacity")!.Step!.Value;

    private static int Centimetres(decimal metres) => Steps.Of(metres, 0.01m);

    private static int Up(long over, long under) => (int)Math.Min((over + under - 1) / under, int.MaxValue);
}
