using System.Globalization;

namespace Matchmaker.Matching.Values;

/// <summary>A day as people write it: 27 Jul 2026, 2026年7月27日.</summary>
public static class WrittenDay
{
    public static LocalText Of(DateOnly day)
    {
        var han = $"{day.Year}年{day.Month}月{day.Day}日";
        return new(day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), han, han);
    }

    /// <summary>A text that is a day in the form 2026-07-27, as people write it; any other text as it is.</summary>
    /// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>; any other language yields English.</param>
    public static string OrText(string text, string language) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Of(day).In(language)!
            : text;
}
