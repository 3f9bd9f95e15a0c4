using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A profile on one day as a row of whole numbers, encoded once and tested against every demand.</summary>
internal sealed class EncodedProfile
{
    private readonly ColumnSchema _schema;

    private EncodedProfile(ColumnSchema schema, Profile profile, DateOnly day)
    {
        _schema = schema;
        Profile = profile;
        Day = day;
        Cells = new int[schema.ColumnCount];
        schema.Encode(profile, Cells);
    }

    public Profile Profile { get; }

    public DateOnly Day { get; }

    public int[] Cells { get; }

    /// <summary>The encoded profile; null: there is no profile.</summary>
    public static EncodedProfile? Of(Board board, Profile? profile, DateOnly day) =>
        profile is null ? null : new(ColumnSchema.Of(board), profile, day);

    /// <summary>
    /// Whether the value of the attribute at that index was verified too long ago; true without a value.
    /// </summary>
    public bool IsStale(int index) => Cells[_schema.FirstFreshColumn + index] < Day.DayNumber;

    /// <summary>
    /// The attributes in which the two states differ visibly, as bits by index on the board; all bits if one state is
    /// missing or the visibility changed.
    /// </summary>
    public static ulong Differences(EncodedProfile? before, EncodedProfile? after)
    {
        if (before is null || after is null || before.Profile.Public != after.Profile.Public)
            return ulong.MaxValue;
        var bits = 0UL;
        var attributes = before._schema.Board.Attributes;
        for (var index = 0; index < attributes.Length; index++)
        {
            if (before.IsStale(index) != after.IsStale(index) || Differs(attributes[index].Code, before, after))
                bits |= 1UL << index;
        }

        return bits;
    }

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
