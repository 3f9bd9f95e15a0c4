using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Search.Parsing;

/// <summary>What an amount or a day asks of a board.</summary>
internal static class LimitCriteria
{
    private const string Floor = "floor";
    private const string SmallestOrder = "smallestOrder";

    // The attributes of which less is better: a cheaper rent, an earlier delivery, a finer tolerance.
    private static readonly string[] LowerIsBetter =
    [
        "rent",
        "managementFee",
        "leadTime",
        SmallestOrder,
        "tolerance",
        StationDistance.Code,
    ];

    /// <summary>The criterion on a board for a number of an attribute; null: it lacks the attribute.</summary>
    public static Criterion? Of(Board board, string attribute, decimal number) =>
        board.Find(attribute) is null
            ? null
            : new()
            {
                Attribute = attribute,
                Op = LowerIsBetter.Contains(attribute) ? Op.AtMost : Op.AtLeast,
                Limit = new NumberValue(number),
            };

    /// <summary>To be on one floor, or in any basement; null: the board has no floors.</summary>
    public static Criterion? OnFloor(Board board, decimal floor) =>
        board.Find(Floor) is not { } attribute ? null
        : floor >= 0 ? Between(attribute, floor, floor)
        : Bounded(attribute, floor, null, Comparison.AtMost);

    /// <summary>The criterion on a board; null: it has no attribute of which there is such an amount.</summary>
    /// <param name="today">The day from which times are counted; null: they say no day.</param>
    public static Criterion? Of(Board board, AmountInterpretation amount, DateOnly? today)
    {
        if (amount.Unit == Attachment.Age)
            return today is { } day && board.Find(amount.Attributes[0]) is { } year ? OfAge(year, amount, day) : null;
        if (IsFromNow(board, amount))
            return today is { } from && QuantityReader.After(from, amount.To ?? amount.Number, amount.Unit) is { } until
                ? Of(board, new DayInterpretation(until, [.. AttributeReader.FromNow], amount.Comparison))
                : null;
        var unit = amount.Unit;
        foreach (
            var code in amount.Attributes.IsEmpty
                ? QuantityReader.AttributesMeant(amount.Number, ref unit)
                : [.. amount.Attributes]
        )
        {
            if (
                board.Find(code) is { } attribute
                && QuantityReader.Convert(attribute, amount.Number, unit) is { } value
            )
                return Bounded(
                    attribute,
                    value,
                    amount.To is { } to ? QuantityReader.Convert(attribute, to, unit) : null,
                    amount.Comparison,
                    amount.Attributes.IsEmpty
                );
        }

        return null;
    }

    /// <summary>
    /// The criterion on a board; null: it has no such days. Whoever asks for a space from a day on takes one that is
    /// free before.
    /// </summary>
    public static Criterion? Of(Board board, DayInterpretation day) =>
        board.Attributes.FirstOrDefault(attribute =>
            attribute.Kind is AttributeKind.Date && (day.Attributes.IsEmpty || day.Attributes.Contains(attribute.Code))
        )
            is { } attribute
            ? new()
            {
                Attribute = attribute.Code,
                Op = day.Comparison is Comparison.AtLeast ? Op.AtLeast : Op.AtMost,
                Limit = new DayValue(day.Day),
            }
            : null;

    // Within three months is when a space is free; nobody asks for so short a lease without naming it.
    private static bool IsFromNow(Board board, AmountInterpretation amount) =>
        amount.Attributes.IsEmpty
            ? amount.Comparison is Comparison.AtMost
                && AttributeReader.FromNow.Any(code => board.Find(code) is not null)
                && QuantityReader.After(default, amount.Number, amount.Unit) is not null
            : amount.Attributes.Any(code => QuantityReader.IsDay(code) && board.Find(code) is not null);

    // A building of at most 20 years was completed at least in the year 20 years ago.
    private static Criterion OfAge(BoardAttribute year, AmountInterpretation age, DateOnly today) =>
        age.To is { } to
            ? Between(year, today.Year - to, today.Year - age.Number)
            : new()
            {
                Attribute = year.Code,
                Op = age.Comparison is Comparison.AtLeast ? Op.AtMost : Op.AtLeast,
                Limit = new NumberValue(today.Year - Math.Round(age.Number)),
            };

    private static Criterion Bounded(
        BoardAttribute attribute,
        decimal value,
        decimal? to,
        Comparison? comparison,
        bool isUnnamed = false
    )
    {
        var lowerIsBetter = LowerIsBetter.Contains(attribute.Code);
        if (to is { } end && end >= value && !lowerIsBetter)
            return Between(attribute, value, end);
        // Who orders from 500 pieces on takes a firm whose smallest order is smaller.
        if (comparison is Comparison.AtLeast && isUnnamed && attribute.Code is SmallestOrder)
            comparison = null;
        if (comparison is Comparison.About)
            return Between(attribute, value * 0.9m, value * 1.1m);
        var isAtMost = comparison is Comparison.AtMost || (comparison is not Comparison.AtLeast && lowerIsBetter);
        return new()
        {
            Attribute = attribute.Code,
            Op = isAtMost ? Op.AtMost : Op.AtLeast,
            Limit = new NumberValue(isAtMost ? Math.Max(value, to ?? value) : value),
        };
    }

    private static Criterion Between(BoardAttribute attribute, decimal low, decimal high)
    {
        var (min, max) = (((NumberValue)attribute.Min!).Number, ((NumberValue)attribute.Max!).Number);
        return new()
        {
            Attribute = attribute.Code,
            Op = Op.Between,
            Min = new NumberValue(Math.Max(min, low)),
            Max = new NumberValue(Math.Min(max, high)),
        };
    }
}
