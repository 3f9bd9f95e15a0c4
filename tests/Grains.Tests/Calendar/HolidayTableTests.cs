using Matchmaker.Contracts;
using Matchmaker.Grains.Calendar;
using Matchmaker.Grains.Tests.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaker.Grains.Tests.Calendar;

public sealed class HolidayTableTests : IDisposable
{
    private const int DaysPerYear = 17;

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-holidays").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("2027-10-01T15:59:59Z", null)] // 91 days before the end, in Hong Kong
    [InlineData("2027-10-01T16:00:00Z", LogLevel.Warning)]
    [InlineData("2027-12-31T15:59:59Z", LogLevel.Warning)]
    [InlineData("2027-12-31T16:00:00Z", LogLevel.Error)]
    public async Task A_start_warns_from_90_days_before_the_table_ends_and_logs_an_error_after_its_end(
        string now,
        LogLevel? level
    )
    {
        var (log, time) = (new LogRecorder(), new FakeTimeProvider(DateTimeOffset.Parse(now, null)));
        await new HolidayTableCheck(HolidayTable.BuiltIn, time, log).StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(level is null ? [] : [level.Value], log.Entries.Select(entry => entry.Level));
        Assert.All(
            log.Entries,
            entry =>
            {
                Assert.Contains("2027-12-31", entry.Text, StringComparison.Ordinal);
                Assert.Contains("2028", entry.Text, StringComparison.Ordinal);
                Assert.Contains(HolidayTable.Setting, entry.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task The_calendar_grain_answers_with_what_the_start_logs()
    {
        var time = new FakeTimeProvider(new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(
            HolidayTable.BuiltIn.Warning(new(2027, 12, 1)),
            await new CalendarGrain(HolidayTable.BuiltIn, time).Warning()
        );
        var continued = Of(Write("2028.csv", Year(2028)));
        Assert.Null(await new CalendarGrain(continued, time).Warning());
    }

    [Fact]
    public async Task A_silo_answers_web_hosts_about_its_calendar()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        Assert.Null(await system.Grains.Calendar().Warning());
    }

    [Fact]
    public void A_deadline_skips_the_holidays_of_the_file()
    {
        // Moved on Tuesday, 24 November; by the built-in table the third working day after is Friday, the 27th.
        var rows = Enumerable.Range(11, DaysPerYear).Select(day => $"2026-11-{day:00},x,y,z");
        var settings = Settings(Write("2026.csv", ["day,en,zh_hant,zh_hans", .. rows]));
        var deadlines = Deadlines.Of(settings, new(HolidayTable.Of(settings)));
        Assert.Equal(new DateOnly(2026, 12, 2), deadlines.Next(Some.Noon, stage: 0));
    }

    [Fact]
    public void A_year_of_the_file_replaces_the_built_in_year_and_the_other_years_stay()
    {
        var table = Of(Write("2027-2028.csv", [.. Year(2027), .. Year(2028)]));
        Assert.Equal(new DateOnly(2028, 12, 31), table.EndsOn);
        Assert.True(table.Contains(new(2026, 12, 25)));
        Assert.False(table.Contains(new(2027, 12, 25)));
        Assert.True(table.Contains(new(2027, 3, 17)));
        Assert.Equal(new DateOnly(2028, 3, 20), new WorkingDays(table).After(new(2028, 3, 16), 1));
    }

    [Theory]
    [InlineData("day,en", "the file has no rows")]
    [InlineData("date,en\n2028-01-01,x", "a row has no column 'day'")]
    [InlineData("day,day\n2028-01-01,x", "the header names a column twice")]
    [InlineData("day,en\n1.1.2028,x", "'1.1.2028' is not a day such as 2028-01-01")]
    [InlineData("day,en\n2028-01-01,x\n2028-01-01,x", "2028 has 1 holidays; a year in Hong Kong has 17")]
    public void A_wrong_file_stops_the_start_with_one_line_that_names_it(string text, string reason)
    {
        var path = Write("wrong.csv", text.Split('\n'));
        Assert.Equal($"{HolidayTable.Setting}: {path}: {reason}", Refusal(path));
    }

    [Fact]
    public void A_file_that_leaves_a_year_out_stops_the_start()
    {
        var path = Write("2029.csv", Year(2029));
        Assert.Equal($"{HolidayTable.Setting}: {path}: the holidays of 2028 are missing", Refusal(path));
    }

    [Fact]
    public void A_file_that_is_not_there_stops_the_start()
    {
        var path = Path.Combine(_folder, "none.csv");
        Assert.StartsWith($"{HolidayTable.Setting}: {path}: ", Refusal(path), StringComparison.Ordinal);
    }

    private static string Refusal(string path)
    {
        var message = Assert.Throws<SettingException>(() => GrainServices.CheckSettings(Settings(path))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static HolidayTable Of(string path) => HolidayTable.Of(Settings(path));

    private static IConfiguration Settings(string path) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>(HolidayTable.Setting, path)])
            .Build();

    /// <summary>A file's rows for a year whose holidays are 1 to 17 March.</summary>
    private static string[] Year(int year) =>
        ["day,en,zh_hant,zh_hans", .. Enumerable.Range(1, DaysPerYear).Select(day => $"{year}-03-{day:00},x,y,z")];

    private string Write(string name, string[] rows)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, rows.Where((row, i) => i == 0 || !row.StartsWith("day,", StringComparison.Ordinal)));
        return path;
    }

    private sealed class LogRecorder : ILogger<HolidayTableCheck>
    {
        public List<(LogLevel Level, string Text)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Entries.Add((logLevel, formatter(state, exception)));
    }
}
