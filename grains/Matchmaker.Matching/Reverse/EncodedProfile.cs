using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Index;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reverse;

/// <summary>A profile on one day as a row of whole numbers, made once and shown to every demand.</summary>
internal sealed class EncodedProfile
{
    private readonly ColumnSchema _layout;

    private EncodedProfile(ColumnSchema layout, Profile profile, DateOnly day)
    {
        _layout = layout;
        Profile = profile;
        Day = day;
        Cells = new int[layout.Columns];
        layout.Write(profile, Cells);
    }

    public Profile Profile { get; }

    public DateOnly Day { get; }

    public int[] Cells { get; }

    /// <summary>Null: there is no profile.</summary>
    public static EncodedProfile? Of(Board board, Profile? profile, DateOnly day) =>
        profile is null ? null : new(ColumnSchema.Of(board), profile, day);

    /// <summary>Whether its value of the attribute at that place of the board was verified too long ago; true where there is no value.</summary>
    public bool IsStale(int place) => Cells[_layout.Fresh + place] < Day.DayNumber;

    /// <summary>
    /// The places of the board's attributes of which anything that shows in a match differs, as bits; all, where one side is missing or the
    /// public sees only one of them.
    /// </summary>
    public static ulong Differences(EncodedProfile? before, EncodedProfile? after)
    {
        if (before is null || after is null || before.Profile.Public != after.Profile.Public)
            return ulong.MaxValue;
        var bits = 0UL;
        var attributes = before._layout.Board.Attributes;
        for (var place = 0; place < attributes.Length; place++)
        {
            if (before.IsStale(place) != after.IsStale(place) || Differs(attributes[place].Code, before, after))
                bits |= 1UL << place;
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

        return old is TagsValue tags && Tags.Turn(tags, before.Day, after.Day);
    }
}
