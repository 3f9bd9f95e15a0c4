using System.Globalization;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Mail;

/// <summary>A meeting in words. Pure.</summary>
internal static class MeetingWords
{
    private const string ChineseDays = "日一二三四五六";

    /// <summary>What fills the places of an invitation: what, when, how many minutes, where, and the note.</summary>
    public static IEnumerable<LetterText> Of(Meeting meeting) =>
        [
            LetterWords.Code("meeting", meeting.Kind),
            Letters.Text(When(meeting.At)),
            Letters.Text(meeting.Minutes.ToString(CultureInfo.InvariantCulture)),
            Letters.Text(meeting.Place),
            Letters.Text(meeting.Note),
        ];

    /// <summary>An instant as Hong Kong reads it.</summary>
    public static LocalText When(DateTimeOffset at)
    {
        var here = at.ToOffset(HongKong.Offset);
        return new(
            here.ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture) + " (Hong Kong)",
            $"{Day(here)} {Time(here)}（香港時間）",
            $"{Day(here)} {Time(here)}（香港时间）"
        );
    }

    /// <summary>A day with its day of the week.</summary>
    public static LocalText Day(DateOnly day)
    {
        var here = day.At(TimeOnly.MinValue);
        return new(here.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture), Day(here), Day(here));
    }

    private static string Day(DateTimeOffset here) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{here.Year}年{here.Month}月{here.Day}日（{ChineseDays[(int)here.DayOfWeek]}）"
        );

    private static string Time(DateTimeOffset here) => here.ToString("HH:mm", CultureInfo.InvariantCulture);
}
