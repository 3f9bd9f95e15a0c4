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

    // By use, as bits; only of uses that gates worked out.
    private ulong _gated;
    private ulong _staleGates;

    private EncodedProfile(ColumnSchema schema, Profile profile, DateOnly day, GateTable gates)
    {
        _schema = schema;
        Profile = profile;
        Day = day;
        Gates = gates;
        Cells = new int[schema.ColumnCount];
        schema.Encode(profile, Cells);
        if (schema.GatedAttribute >= 0)
            EncodeGates();
    }

    public Profile Profile { get; }

    public DateOnly Day { get; }

    /// <summary>The rules by which uses that it does not state are judged.</summary>
    public GateTable Gates { get; }

    public int[] Cells { get; }

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
    public bool IsStale(CompiledCriterion criterion, int column)
    {
        if (criterion.Path is { } path)
            return path.Attributes.Any(attribute =>
                Cells[_schema.FirstColumnOf(attribute)] != CompiledCriterion.Unknown && IsStale(attribute)
            );
        if (!criterion.Attribute.IsGated)
            return IsStale(criterion.AttributeIndex);
        var bit = 1UL << (column - _schema.FirstColumnOf(criterion.AttributeIndex));
        return (_gated & bit) == 0 ? IsStale(criterion.AttributeIndex) : (_staleGates & bit) != 0;
    }

    private void EncodeGates()
    {
        var first = _schema.FirstColumnOf(_schema.GatedAttribute);
        var uses = _schema.Board.Attributes[_schema.GatedAttribute].Values;
        for (var use = 0; use < uses.Length; use++)
        {
            if (Cells[first + use] != CompiledCriterion.Unknown)
                continue;
            var answer = UseGates.Answer(Profile, uses[use].Code, Day, Gates);
            Cells[first + use] = (int?)answer.Verdict ?? CompiledCriterion.Unknown;
            _gated |= 1UL << use;
            _staleGates |= answer.Stale ? 1UL << use : 0;
        }
    }

    /// <summary>
    /// The attributes in which the two states differ visibly, as bits by index on the board; all bits if one state is
    /// missing, or the visibility or the hold changed.
    /// </summary>
    public static ulong Differences(EncodedProfile? before, EncodedProfile? after)
    {
        if (
            before is null
            || after is null
            || before.Profile.Public != after.Profile.Public
            || before.Profile.Hold != after.Profile.Hold
        )
            return ulong.MaxValue;
        var bits = 0UL;
        var attributes = before._schema.Board.Attributes;
        for (var index = 0; index < attributes.Length; index++)
        {
            if (before.IsStale(index) != after.IsStale(index) || Differs(attributes[index].Code, before, after))
                bits |= 1UL << index;
        }

        if (before._schema.GatedAttribute is var gated and >= 0 && GatesDiffer(before, after))
            bits |= 1UL << gated;
        return bits;
    }

    // Zone, lease user and neighbours have bits of their own.
    private static bool GatesDiffer(EncodedProfile before, EncodedProfile after) =>
        !Lists.Same(before.Profile.Waivers, after.Profile.Waivers)
        || (after.Profile.Waivers ?? []).Any(waiver => waiver.HoldsOn(before.Day) != waiver.HoldsOn(after.Day))
        || before.Gates.TurnedIn(before.Day, after.Gates, after.Day).Concern(after.Profile);

    private static bool Differs(string code, EncodedProfile before, EncodedProfile after)
    {
        before.Profile.Values.TryGetValue(code, out var old);
        if (!ReferenceEquals(before.Profile.Values, after.Profile.Values))
        {
            after.Profile.Values.TryGetValue(code, out var now);
            if (old != now)
                return true;
        }

        return old is TagsValue tags && Tags.AnyExpiresBetween(tags, before.Day, after.Day);
    }
}
