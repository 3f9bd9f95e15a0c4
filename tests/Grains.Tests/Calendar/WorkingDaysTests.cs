using Matchmaker.Grains.Calendar;

namespace Matchmaker.Grains.Tests.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Calendar = new(HolidayTable.BuiltIn);

    [Theory]
    [InlineData("2026-11-24", 1, "2026-11-25")] // a plain Tuesday
    [InlineData("2026-11-27", 1, "2026-11-30")] // over a weekend
    [InlineData("2026-12-24", 1, "2026-12-28")] // over Christmas on Friday and Saturday
    [InlineData("2026-02-16", 1, "2026-02-20")] // over three days of Lunar New Year
    [InlineData("2026-04-02", 1, "2026-04-08")] // over Easter and Ching Ming
    [InlineData("2026-11-24", 45, "2027-01-28")]
    [InlineData("2025-09-30", 3, "2025-10-06")]
    public void A_deadline_falls_on_the_nth_working_day_after(string from, int days, string on) =>
        Assert.Equal(Day(on), Calendar.After(Day(from), days));

    [Theory]
    [InlineData("2026-11-24", "2026-11-24", 0)]
    [InlineData("2026-11-24", "2026-11-23", 0)]
    [InlineData("2026-11-27", "2026-11-29", 0)]
    [InlineData("2026-12-24", "2026-12-28", 1)]
    public void Working_days_between_count_the_last_day_and_not_the_first(string from, string to, int days) =>
        Assert.Equal(days, Calendar.Between(Day(from), Day(to)));

    [Fact]
    public void In_each_year_of_the_table_seventeen_days_are_general_holidays()
    {
        foreach (var year in new[] { 2025, 2026, 2027 })
        {
            var days = Enumerable.Range(0, 365).Select(day => new DateOnly(year, 1, 1).AddDays(day)).ToList();
            var weekdays = days.Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            var onSaturdays = year switch
            {
                2025 => 2,
                2026 => 3,
                _ => 4,
            };
            Assert.Equal(weekdays - 17 + onSaturdays, days.Count(Calendar.Includes));
        }
    }

    [Fact]
    public void Counting_forth_and_back_agree_with_looking_at_each_day()
    {
        var chance = new Random(20_261_124);
        for (var i = 0; i < 500; i++)
        {
            var from = new DateOnly(2025, 1, 1).AddDays(chance.Next(900));
            var days = chance.Next(1, 60);
            var on = Calendar.After(from, days);
            Assert.True(Calendar.Includes(on));
            Assert.Equal(
                days,
                Enumerable.Range(1, on.DayNumber - from.DayNumber).Count(step => Calendar.Includes(from.AddDays(step)))
            );
            Assert.Equal(days, Calendar.Between(from, on));
        }
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
