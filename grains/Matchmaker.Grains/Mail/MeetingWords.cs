using System.Globalization;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Mail;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

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
        var (day, time) = (
            Day(HongKong.DayOf(at)),
            at.ToOffset(HongKong.Offset).ToString("HH:mm", CultureInfo.InvariantCulture)
        );
        return new(
            $"{day.En} {time} (Hong Kong)",
            $"{day.ZhHant} {time}（香港時間）",
            $"{day.ZhHans} {time}（香港时间）"
        );
    }

    /// <summary>A day with its day of the week.</summary>
    public static LocalText Day(DateOnly day)
    {
        var (written, ofWeek) = (WrittenDay.Of(day), ChineseDays[(int)day.DayOfWeek]);
        return new(
            $"{day.ToString("ddd", CultureInfo.InvariantCulture)} {written.En}",
            $"{written.ZhHant}（{ofWeek}）",
            $"{written.ZhHans}（{ofWeek}）"
        );
    }
}
