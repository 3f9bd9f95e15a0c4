using Matchmaker.Contracts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Tests.Setup;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Grains.Tests.Calendar;

public sealed class DeadlinesTests
{
    private static readonly WorkingDays Calendar = new(HolidayTable.BuiltIn);
    private static readonly Deadlines Usual = Deadlines.Of(new ConfigurationBuilder().Build(), Calendar);

    [Fact]
    public void Unless_set_otherwise_reminders_come_after_3_9_21_and_45_working_days() =>
        Assert.Equal([3, 9, 21, 45], Usual.Days);

    [Fact]
    public void A_stage_comes_at_nine_in_Hong_Kong_and_not_a_second_before()
    {
        // Moved on Tuesday noon; the third working day after is Friday.
        var nine = new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(new DateOnly(2026, 11, 27), Usual.Next(Some.Noon, 0));
        Assert.Equal(0, Usual.StageAt(Some.Noon, nine.AddSeconds(-1)));
        Assert.Equal(1, Usual.StageAt(Some.Noon, nine));
    }

    [Fact]
    public void The_day_counts_that_it_is_in_Hong_Kong() =>
        // Monday evening in UTC is Tuesday in Hong Kong.
        Assert.Equal(new DateOnly(2026, 11, 27), Usual.Next(new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero), 0));

    [Fact]
    public void After_the_last_stage_no_reminder_comes()
    {
        Assert.Null(Usual.Next(Some.Noon, 4));
        Assert.Equal(4, Usual.StageAt(Some.Noon, Some.Noon.AddYears(2)));
    }

    [Theory]
    [InlineData("9,3")]
    [InlineData("3,3")]
    [InlineData("0,3")]
    [InlineData("3,1001")]
    public void Days_that_do_not_rise_from_one_to_a_thousand_stop_the_start(string days)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                days.Split(',')
                    .Select((day, i) => KeyValuePair.Create<string, string?>($"{Deadlines.Setting}:{i}", day))
            )
            .Build();
        Assert.StartsWith(
            Deadlines.Setting,
            Assert.Throws<SettingException>(() => Deadlines.Of(settings, Calendar)).Message,
            StringComparison.Ordinal
        );
    }
}
