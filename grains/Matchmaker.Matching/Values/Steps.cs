using Matchmaker.Matching.Boards;

namespace Matchmaker.Matching.Values;

/// <summary>
/// Conversion of numbers and days to whole steps; matching uses no other numbers (matching.md section 2).
/// </summary>
internal static class Steps
{
    /// <summary>A number in whole steps, rounded to the nearest, half towards plus infinity.</summary>
    public static int Of(decimal number, decimal step)
    {
        var lower = decimal.Floor(number / step);
        var rest = number - (lower * step);
        return (int)(rest * 2 >= step ? lower + 1 : lower);
    }

    /// <summary>
    /// A number or day of the attribute in whole steps (days since 0001-01-01); null: another kind of value.
    /// </summary>
    public static int? Of(BoardAttribute attribute, Value? value) =>
        (attribute.Kind, value) switch
        {
            (AttributeKind.Number, NumberValue number) => Of(number.Number, attribute.Step!.Value),
            (AttributeKind.Date, DayValue day) => day.Day.DayNumber,
            _ => null,
        };

    /// <summary>The inverse of <see cref="Of(BoardAttribute, Value)"/>; a point's steps are metres.</summary>
    public static Value ToValue(BoardAttribute attribute, int steps) =>
        attribute.Kind switch
        {
            AttributeKind.Number => new NumberValue(steps * attribute.Step!.Value),
            AttributeKind.Date => new DayValue(DateOnly.FromDayNumber(steps)),
            _ => new NumberValue(steps),
        };
}
