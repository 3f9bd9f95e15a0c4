using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;

namespace Matchmaker.Matching.Paths;

/// <summary>The way up to a space: the ground, a ramp, or the goods lift.</summary>
internal readonly struct PathLift
{
    // Where a way up reads, by index on the board.
    public static readonly int FloorAt = BoardTable.Sites.IndexOf("floor");
    public static readonly int RampAt = BoardTable.Sites.IndexOf("rampAccess");
    public static readonly int CapacityAt = BoardTable.Sites.IndexOf("liftCapacity");
    public static readonly int DoorWidthAt = BoardTable.Sites.IndexOf("liftDoorWidth");
    public static readonly int DoorHeightAt = BoardTable.Sites.IndexOf("liftDoorHeight");
    public static readonly int CarWidthAt = BoardTable.Sites.IndexOf("liftCarWidth");
    public static readonly int CarLengthAt = BoardTable.Sites.IndexOf("liftCarLength");
    public static readonly int CarHeightAt = BoardTable.Sites.IndexOf("liftCarHeight");

    /// <summary>What a way up reads, by index on the board.</summary>
    public static readonly ImmutableArray<int> Attributes =
    [
        FloorAt,
        RampAt,
        CapacityAt,
        DoorWidthAt,
        DoorHeightAt,
        CarWidthAt,
        CarLengthAt,
        CarHeightAt,
    ];

    private readonly int _capacity;
    private readonly int _doorWidth;
    private readonly int _doorHeight;
    private readonly int _carWidth;
    private readonly int _carLength;
    private readonly int _carHeight;

    public PathLift(
        int capacity,
        int doorWidth,
        int doorHeight,
        int carWidth,
        int carLength,
        int carHeight,
        int floor,
        int ramp
    )
    {
        (_capacity, _doorWidth, _doorHeight) = (capacity, doorWidth, doorHeight);
        (_carWidth, _carLength, _carHeight) = (carWidth, carLength, carHeight);
        Ground =
            floor == CompiledCriterion.Unknown ? Kleene.Unknown
            : floor == 0 ? Kleene.Met
            : Kleene.Unmet;
        Ramp = Kleene.Reaches(ramp, 1);
    }

    /// <summary>Whether the space is on the ground floor.</summary>
    public int Ground { get; }

    /// <summary>Whether goods vehicles drive to the floor.</summary>
    public int Ramp { get; }

    public static PathLift Of<TSource>(in TSource of)
        where TSource : IReadings, allows ref struct =>
        new(
            of.At(CapacityAt),
            of.At(DoorWidthAt),
            of.At(DoorHeightAt),
            of.At(CarWidthAt),
            of.At(CarLengthAt),
            of.At(CarHeightAt),
            of.At(FloorAt),
            of.At(RampAt)
        );

    /// <summary>Whether every crate gets up, by whichever way.</summary>
    /// <param name="mass">The heaviest crate's, in steps of the lift's capacity.</param>
    public int All(ImmutableArray<(int Width, int Length)> crates, int height, int mass)
    {
        var way = Math.Max(Ground, Ramp);
        if (way == Kleene.Met)
            return way;
        var lift = Bears(mass, height);
        foreach (var (width, length) in crates)
        {
            if (lift <= way)
                return way;
            lift = Math.Min(lift, Math.Max(Enters(width, length), Enters(length, width)));
        }

        return Math.Max(way, lift);
    }

    /// <summary>Whether the lift carries a crate of that mass and takes one of that height.</summary>
    public int Bears(int mass, int height) =>
        Math.Min(
            Kleene.Reaches(_capacity, mass),
            Math.Min(Kleene.Reaches(_doorHeight, height), Kleene.Reaches(_carHeight, height))
        );

    /// <summary>Whether a crate goes in with this side first.</summary>
    public int Enters(int width, int length) =>
        Math.Min(
            Math.Min(Kleene.Reaches(_doorWidth, width), Kleene.Reaches(_carWidth, width)),
            Kleene.Reaches(_carLength, length)
        );
}
