using System.Globalization;

namespace Matchmaker.Web.Problems;

/// <summary>
/// The days and instants that a request may state: from 1900 to 2999, so that sums of days never leave the calendar.
/// </summary>
internal static class InputDays
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>Null: not a day such as <c>2026-11-23</c>, or out of range.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= First
        && day <= Last
            ? day
            : null;

    /// <summary>Whether an instant is in range.</summary>
    public static bool Holds(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.DateTime) is var day && day >= First && day <= Last;
}
