using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>What a reader of the code may rely on.</summary>
public sealed partial class StyleTests
{
    private const int MaxWidth = 120;

    /// <summary>
    /// The one place where tests wait: for a condition, or for a length that is part of the scenario.
    /// </summary>
    private const string Waiting = "tests/Processes/Eventually.cs";

    private static IEnumerable<string> Code => House.Files.Where(file => CodeFile().IsMatch(file));

    [Fact]
    public void No_comment_begins_with_because() =>
        House.AssertExceptions(
            Exceptions.Because,
            Counted(file => SourceText.Of(file).Comments.Count(comment => Because().IsMatch(comment)))
        );

    /// <summary>
    /// Excepted are lines whose text at column 121 is inside a string (of TypeScript also a template), lines of one
    /// unbreakable name (a test's sentence), and the patterns and lists of letters of the page's unit tests.
    /// </summary>
    [Fact]
    public void No_line_is_wider_than_120_columns_unless_a_string_makes_it_so() =>
        House.AssertExceptions(
            Exceptions.WideLines,
            Counted(file =>
            {
                var lines = House.Read(file).Split('\n');
                return SourceText.Of(file).WideLines(MaxWidth).Count(number => !TestName().IsMatch(lines[number - 1]));
            })
        );

    [Fact]
    public void No_test_sleeps() =>
        Assert.Equal(
            [],
            House
                .Under("tests/", ".cs")
                .Where(file => file != Waiting && !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal))
                .Where(file => Sleep().IsMatch(House.Read(file)))
        );

    [Fact]
    public void Every_error_that_the_code_names_has_a_text() =>
        Assert.Equal(
            [],
            House
                .Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
                .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal))
                .SelectMany(file => ErrorCode().Matches(House.Read(file)))
                .Select(found => found.Groups["code"].Value)
                .Distinct()
                .Except(
                    House.Read("grains/Matchmaker.Matching/errors.csv").Split('\n').Select(row => row.Split(',')[0])
                )
        );

    private static IEnumerable<string> Counted(Func<string, int> count) =>
        Code.Select(file => (file, count: count(file)))
            .Where(found => found.count > 0)
            .Select(found => $"{found.file}: {found.count}");

    [GeneratedRegex(@"\.(cs|ts|tsx)$")]
    private static partial Regex CodeFile();

    [GeneratedRegex(@"^[/*\s]*(<\w+>)?\s*because\b", RegexOptions.IgnoreCase)]
    private static partial Regex Because();

    [GeneratedRegex(@"^\s+public (async Task|void) \w+\(.*$")]
    private static partial Regex TestName();

    [GeneratedRegex(@"(?:new FieldError\(\s*[^,()]+,|\b(?:broken|errors)\.Add\([^,;()]+,)\s*""(?<code>[a-zA-Z]+)""")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"\b(Task\.Delay|Thread\.Sleep)\(")]
    private static partial Regex Sleep();
}
