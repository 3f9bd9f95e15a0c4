using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>A calendar file is read by another parser than its writer, wherever a test comes by one.</summary>
public sealed partial class CalendarTests
{
    private static readonly string[] Reader = ["tests/Processes/CalendarFile.cs", "tests/House.Tests/CalendarTests.cs"];

    [Fact]
    public void Every_calendar_file_in_the_tests_goes_through_the_second_parser()
    {
        var all = (
            from file in House.Under("tests/", ".cs")
            where !Reader.Contains(file)
            from Match found in Sources().Matches(House.Read(file))
            select (file, found)
        ).ToList();

        Assert.InRange(all.Count, 5, 100); // the search still finds them
        Assert.Equal(
            [],
            all.Where(at => !at.found.Groups["read"].Success).Select(at => $"{at.file}: {at.found.Value}")
        );
    }

    [Fact]
    public void No_test_reads_a_calendar_file_by_itself_or_by_its_writer() =>
        Assert.Equal(
            [],
            House.Under("tests/", ".cs").Where(file => !Reader.Contains(file) && ByItself().IsMatch(House.Read(file)))
        );

    // A file that is written, asked of a grain or of the web host; one that is refused is none, and mail reads its own.
    [GeneratedRegex(
        @"(?<read>CalendarFile\.Read\(\s*|var file = )?(?<!=>\s*(?:await\s+)?(?:system\s*\.Grains\.)?)"
            + @"(?:await\s+)?(?:\bCalendars\.Of\(|system\s*\.Grains\.Outbox\(\)\.Calendar\("
            + @"|Get(?:String|Stream)?Async\([^;]*\.ics""[^;]*;(?<read>\s*var file = CalendarFile\.Read\()?)"
    )]
    private static partial Regex Sources();

    [GeneratedRegex(@"\bIcal\.Net\b|\bCalendar\.Load\(|""(?:METHOD|STATUS|SEQUENCE|BEGIN):")]
    private static partial Regex ByItself();
}
