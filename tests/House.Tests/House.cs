using System.Diagnostics;

namespace Matchmaker.House.Tests;

/// <summary>The files of the repository, as git knows them.</summary>
internal static class House
{
    /// <summary>The folder of Matchmaker.sln.</summary>
    public static string Home { get; } = FindHome();

    /// <summary>Every tracked file, and every new one that is not ignored, relative to <see cref="Home"/>.</summary>
    public static IReadOnlyList<string> Files { get; } = List();

    public static IEnumerable<string> Under(string folder, string ending) =>
        Files.Where(file =>
            file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal)
        );

    public static string Read(string file) => File.ReadAllText(Path.Combine(Home, file));

    /// <summary>
    /// Fails unless exactly the listed exceptions are found; its message names those that are new and those to strike
    /// off.
    /// </summary>
    public static void AssertExceptions(IReadOnlyCollection<string> listed, IEnumerable<string> found)
    {
        var all = found.ToList();
        var wrong = all.Except(listed)
            .Select(line => $"new: {line}")
            .Concat(listed.Except(all).Select(line => $"no longer true, strike it off: {line}"))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Prepend("")));
    }

    private static string FindHome()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("Matchmaker.sln is not above the tests.");
    }

    private static IReadOnlyList<string> List()
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Home,
                RedirectStandardOutput = true,
            }
        )!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Distinct().Where(file => File.Exists(Path.Combine(Home, file)))];
    }
}
