using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>A profile's own values.</summary>
internal readonly struct ProfileReadings(Profile profile) : IReadings
{
    public int At(int attribute) =>
        Of(attribute, profile.Values.GetValueOrDefault(BoardTable.Sites.Attributes[attribute].Code));

    public static int Of(int attribute, Value? value) =>
        value is FlagValue flag
            ? flag.Yes
                ? 1
                : 0
            : Steps.Of(BoardTable.Sites.Attributes[attribute], value) ?? CompiledCriterion.Unknown;
}

/// <summary>Values of a space that are looked up once each, by attribute's index on the board.</summary>
internal readonly struct GatheredReadings(IReadOnlyList<Value?> values) : IReadings
{
    public int At(int attribute) => ProfileReadings.Of(attribute, values[attribute]);
}

/// <summary>What a way up reads, as columns of an index.</summary>
internal readonly ref struct LiftColumns(Segment segment, ColumnSchema schema)
{
    private readonly ReadOnlySpan<int> _floor = Column(segment, schema, PathLift.FloorAt);
    private readonly ReadOnlySpan<int> _ramp = Column(segment, schema, PathLift.RampAt);
    private readonly ReadOnlySpan<int> _capacity = Column(segment, schema, PathLift.CapacityAt);
    private readonly ReadOnlySpan<int> _doorWidth = Column(segment, schema, PathLift.DoorWidthAt);
    private readonly ReadOnlySpan<int> _doorHeight = Column(segment, schema, PathLift.DoorHeightAt);
    private readonly ReadOnlySpan<int> _carWidth = Column(segment, schema, PathLift.CarWidthAt);
    private readonly ReadOnlySpan<int> _carLength = Column(segment, schema, PathLift.CarLengthAt);
    private readonly ReadOnlySpan<int> _carHeight = Column(segment, schema, PathLift.CarHeightAt);

    /// <summary>The way up to one row's space.</summary>
    public PathLift At(int row) =>
        new(
            _capacity[row],
            _doorWidth[row],
            _doorHeight[row],
            _carWidth[row],
            _carLength[row],
            _carHeight[row],
            _floor[row],
            _ramp[row]
        );

    private static ReadOnlySpan<int> Column(Segment segment, ColumnSchema schema, int attribute) =>
        segment.Column(schema.FirstColumnOf(attribute));
}

/// <summary>A profile that is encoded as a row.</summary>
internal readonly ref struct CellReadings(ReadOnlySpan<int> cells, ColumnSchema schema) : IReadings
{
    private readonly ReadOnlySpan<int> _cells = cells;

    public int At(int attribute) => _cells[schema.FirstColumnOf(attribute)];
}
