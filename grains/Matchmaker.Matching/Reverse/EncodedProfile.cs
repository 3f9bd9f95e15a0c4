using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A profile on one day as a row of whole numbers, encoded once and tested against every demand.</summary>
internal sealed class EncodedProfile
{
    private readonly ColumnSchema _schema;
    private readonly Value?[] _values;

    private EncodedProfile(ColumnSchema schema, Profile profile, DateOnly day, GateTable gates)
    {
        _schema = schema;
        Profile = profile;
        Day = day;
        Gates = gates;
        Cells = new int[schema.ColumnCount + schema.GatedUses];
        _values = new Value?[schema.Board.Attributes.Length];
        schema.Encode(profile, Cells, _values);
        if (schema.GatedAttribute >= 0)
            EncodeGates();
    }

    public Profile Profile { get; }

    public DateOnly Day { get; }

    /// <summary>The rules by which uses that it does not state are judged.</summary>
    public GateTable Gates { get; }

    /// <summary>The columns of the schema, then the last day on which each gated use is fresh.</summary>
    public int[] Cells { get; }

    /// <summary>The cell with the last day on which what a criterion reads in its column is fresh.</summary>
    public static int FreshColumnOf(CompiledCriterion criterion, ColumnSchema schema) =>
        criterion.Attribute.IsGated
            ? schema.ColumnCount + schema.ColumnOf(criterion) - schema.FirstColumnOf(criterion.AttributeIndex)
            : schema.FirstFreshColumn + criterion.AttributeIndex;

    /// <summary>The value of the attribute at that index on the board; null: unknown.</summary>
    public Value? Value(int index) => _values[index];

    /// <summary>The encoded profile; null: there is no profile.</summary>
    public static EncodedProfile? Of(Board board, Profile? profile, DateOnly day, GateTable gates) =>
        profile is null ? null : new(ColumnSchema.Of(board), profile, day, gates);

    /// <summary>
    /// Whether the value of the attribute at that index was verified too long ago; true without a value.
    /// </summary>
    public bool IsStale(int index) => Cells[_schema.FirstFreshColumn + index] < Day.DayNumber;

    /// <summary>Whether the machines get in, as a reading.</summary>
    public int Read(PathNeeds path) => Kleene.ToReading(path.Judge(new CellReadings(Cells, _schema)));

    /// <summary>Whether what the criterion reads was verified too long ago.</summary>
    public bool IsStale(CompiledCriterion criterion) =>
        criterion.Path is { } path
            ? path.Attributes.Any(attribute =>
                Cells[_schema.FirstColumnOf(attribute)] != CompiledCriterion.Unknown && IsStale(attribute)
            )
            : Cells[FreshColumnOf(criterion, _schema)] < Day.DayNumber;

    private void EncodeGates()
    {
        var first = _schema.FirstColumnOf(_schema.GatedAttribute);
        var uses = _schema.Board.Attributes[_schema.GatedAttribute].Values;
        for (var use = 0; use < uses.Length; use++)
        {
            ref var fresh = ref Cells[_schema.ColumnCount + use];
            fresh = Cells[_schema.FirstFreshColumn + _schema.GatedAttribute];
            if (Cells[first + use] != CompiledCriterion.Unknown)
                continue;
            var answer = UseGates.Answer(Profile, uses[use].Code, Day, Gates);
            Cells[first + use] = (int?)answer.Verdict ?? CompiledCriterion.Unknown;
            fresh = answer.Stale ? int.MinValue : int.MaxValue;
        }
    }

    /// <summary>How the two states differ; everywhere if one is missing.</summary>
    public static ProfileDifference Differences(EncodedProfile? before, EncodedProfile? after)
    {
        if (before is null || after is null)
            return new(ulong.MaxValue, 0);
        var (any, sure) = (0UL, 0UL);
        var attributes = before._schema.Board.Attributes;
        for (var index = 0; index < attributes.Length; index++)
        {
            if (before.IsStale(index) == after.IsStale(index) && !ValueDiffers(index, before, after))
                continue;
            any |= 1UL << index;
            if (IsSure(index, before, after))
                sure |= 1UL << index;
        }

        if (before._schema.GatedAttribute is var gated and >= 0 && GatesDiffer(before, after))
            any |= 1UL << gated;
        var seen = before.Profile.Public == after.Profile.Public && before.Profile.Hold == after.Profile.Hold;
        return new(seen ? any : ulong.MaxValue, sure);
    }

    // A part shows a number, a day, a code or a flag as it is, and whether a known one is stale.
    private static bool IsSure(int index, EncodedProfile before, EncodedProfile after)
    {
        var attribute = before._schema.Board.Attributes[index];
        if (ColumnSchema.IsStoredAsValue(attribute) || attribute.Kind is AttributeKind.Use or AttributeKind.Path)
            return false;
        var column = before._schema.FirstColumnOf(index);
        return before.Cells[column] != after.Cells[column]
            || (before.Cells[column] != CompiledCriterion.Unknown && before.IsStale(index) != after.IsStale(index));
    }

    // Zone, lease user and neighbours have bits of their own.
    private static bool GatesDiffer(EncodedProfile before, EncodedProfile after) =>
        !Lists.Same(before.Profile.Waivers, after.Profile.Waivers)
        || (after.Profile.Waivers ?? []).Any(waiver => waiver.HoldsOn(before.Day) != waiver.HoldsOn(after.Day))
        || before.Gates.TurnedIn(before.Day, after.Gates, after.Day).Concern(after.Profile);

    private static bool ValueDiffers(int index, EncodedProfile before, EncodedProfile after)
    {
        var (old, now) = (before._values[index], after._values[index]);
        return (!ReferenceEquals(old, now) && old != now)
            || (old is TagsValue tags && Tags.AnyExpiresBetween(tags, before.Day, after.Day));
    }
}

/// <summary>How two states of a profile differ, as bits by attribute's index on the board.</summary>
/// <param name="Any">
/// In which the difference may be seen; all bits if one state is missing, or the visibility or the hold changed.
/// </param>
/// <param name="Sure">In which every demand that reads the attribute itself sees it.</param>
internal readonly record struct ProfileDifference(ulong Any, ulong Sure);
