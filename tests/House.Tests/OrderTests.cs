using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>What keeps the house readable.</summary>
public sealed partial class OrderTests
{
    [Fact]
    public void The_top_level_holds_exactly_the_agreed_files_and_folders()
    {
        string[] allowed =
        [
            "Matchmaker.sln",
            "silo",
            "web",
            "grains",
            "tests",
            "docs",
            "README.md",
            "docker-compose.yml",
            "ARCHITECTURE.md",
            "SECURITY.md",
            "LICENSE",
            "test",
            "Directory.Build.props",
            "Directory.Packages.props",
            "global.json",
            "BannedSymbols.txt",
            ".ci",
            ".config",
            ".csharpierignore",
            ".editorconfig",
            ".gitignore",
            ".dockerignore",
            ".env.example",
        ];
        Assert.Equal([], House.Files.Select(file => file.Split('/')[0]).Distinct().Except(allowed));
        Assert.Equal(
            [],
            allowed.Where(name =>
                !House.Files.Any(file => file == name || file.StartsWith(name + "/", StringComparison.Ordinal))
            )
        );
    }

    [Fact]
    public void No_folder_is_named_for_a_mechanism() =>
        Assert.Equal([], House.Files.Where(file => BadFolders().IsMatch(file)));

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        House.AssertExceptions(
            Exceptions.LongFiles,
            House
                .Files.Where(file => Code().IsMatch(file))
                .Select(file => (file, lines: File.ReadLines(Path.Combine(House.Home, file)).Count()))
                .Where(found => found.lines > 300)
                .Select(found => $"{found.file}: {found.lines}")
        );

    [Fact]
    public void Nothing_is_left_undone_or_skipped() =>
        Assert.Equal(
            [],
            House.Files.Where(file =>
                Code().IsMatch(file)
                && !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal)
                && Undone().IsMatch(House.Read(file))
            )
        );

    [Fact]
    public void The_project_speaks_only_of_itself() =>
        Assert.Equal(
            [],
            House.Files.Where(file =>
                Texts().IsMatch(file)
                && !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal)
                && Foreign().IsMatch(House.Read(file))
            )
        );

    [Fact]
    public void Lock_files_carry_no_download_addresses() =>
        Assert.Equal(
            [],
            House.Files.Where(file =>
                Path.GetFileName(file) == "package-lock.json"
                && House.Read(file).Contains("\"resolved\"", StringComparison.Ordinal)
            )
        );

    public static TheoryData<string> Pages => [.. House.Files.Where(file => Page().IsMatch(file))];

    [Theory, MemberData(nameof(Pages))]
    public void Every_path_that_a_page_names_exists(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        var links = Links().Matches(House.Read(page)).Select(link => Path.Combine(folder, link.Groups[1].Value));
        var spans = Spans().Matches(House.Read(page)).Select(span => span.Groups[1].Value);
        Assert.Equal([], links.Concat(spans).Where(path => !Path.Exists(Path.Combine(House.Home, path))));
    }

    /// <summary>
    /// A comment that cites a page of docs/ by section ("section 4", or a quoted heading) leads to that heading.
    /// </summary>
    [Fact]
    public void Every_page_and_section_that_the_code_cites_exists()
    {
        var cited =
            from file in House.Files
            where Code().IsMatch(file) && !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal)
            from Match citation in Citations().Matches(House.Read(file))
            let page = $"docs/{citation.Groups[1].Value}"
            let heading = citation.Groups[2].Success ? $"\n## {citation.Groups[2].Value}. "
            : citation.Groups[3].Success ? $"\n## {citation.Groups[3].Value}\n"
            : ""
            where !House.Files.Contains(page) || !House.Read(page).Contains(heading, StringComparison.Ordinal)
            select $"{file}: {citation.Value}";
        Assert.Equal([], cited);
    }

    [Fact]
    public void Every_text_has_three_languages_with_the_same_placeholders()
    {
        foreach (
            var line in House
                .Read("grains/Matchmaker.Matching/errors.csv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
        )
        {
            var cells = Cells().Matches(line).Select(cell => cell.Groups[1].Value.Trim('"')).ToArray();
            Assert.True(cells.Length == 4 && cells.All(cell => cell.Length > 0), line);
            var blanks = cells[1..]
                .Select(text => string.Concat(Blanks().Matches(text).Select(blank => blank.Value).Order()))
                .Distinct();
            Assert.True(blanks.Count() == 1, line);
        }
    }

    [GeneratedRegex(
        "(^|/)(Utils?|Helpers?|Common|Services?|Managers?|Misc|Models|Core|Shared)/",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BadFolders();

    [GeneratedRegex(@"\.(cs|ts|tsx)$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\.(cs|csproj|ts|tsx|md|json|sql|yml|props|csv)$|(^|/)(test|run|Dockerfile)$")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\bTODO\b|NotImplementedException|Skip *= *""")]
    private static partial Regex Undone();

    [GeneratedRegex(@"/work/|/tmp/[a-z]|registry\.npmjs|api\.nuget\.org")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^([^/]+|docs/.+)\.md$")]
    private static partial Regex Page();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Links();

    // A path in the page's text, such as `web/ui/src/live`; one with a blank, a star or a brace is a pattern.
    [GeneratedRegex(@"`((?:grains|silo|web|tests|docs)/[\w./-]+)`")]
    private static partial Regex Spans();

    [GeneratedRegex(@"\b([a-z]+\.md)\b(?:,? sections? (\d+)|, ""([^""]+)"")?")]
    private static partial Regex Citations();

    [GeneratedRegex("""(?:^|,)("(?:[^"]|"")*"|[^,]*)""")]
    private static partial Regex Cells();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blanks();
}
