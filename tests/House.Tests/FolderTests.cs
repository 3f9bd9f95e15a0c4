using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>
/// Which folder may know which: inside a project no two folders know each other, directly or by way of others.
/// </summary>
public sealed partial class FolderTests
{
    private const int MaxFiles = 12;

    [Theory]
    [InlineData("Matchmaker.Grains")]
    [InlineData("Matchmaker.Contracts")]
    public void No_folder_of_a_project_knows_a_folder_that_knows_it(string project)
    {
        var known = Edges(project).ToLookup(edge => edge.From, edge => edge.To);
        var inCycles = Edges(project)
            .Where(edge => Reaches(known, edge.To, edge.From))
            .Select(edge => $"{edge.From} → {edge.To}");
        House.AssertExceptions(
            project == "Matchmaker.Grains" ? Exceptions.CyclesOfGrains : Exceptions.CyclesOfContracts,
            inCycles
        );
    }

    [Fact]
    public void No_folder_of_the_grains_names_the_contracts_of_a_folder_that_knows_it()
    {
        var known = Edges("Matchmaker.Grains");
        House.AssertExceptions(
            Exceptions.ContractsOfReaders,
            Edges("Matchmaker.Grains", "Matchmaker.Contracts")
                .Where(edge => known.Contains((edge.To, edge.From)))
                .Select(edge => $"{edge.From} → {edge.To}")
        );
    }

    [Fact]
    public void No_folder_holds_more_than_12_files_of_code() =>
        House.AssertExceptions(
            Exceptions.FullFolders,
            House
                .Files.Where(file => Code().IsMatch(file))
                .GroupBy(file => Path.GetDirectoryName(file)!)
                .Where(folder => folder.Count() > MaxFiles)
                .Select(folder => $"{folder.Key}: {folder.Count()}")
        );

    /// <summary>
    /// An edge for each namespace of the project that a file of another folder names; the root is everybody's.
    /// </summary>
    /// <param name="named">The project whose namespaces count; null: the same.</param>
    private static HashSet<(string From, string To)> Edges(string project, string? named = null)
    {
        var root = $"grains/{project}/";
        var files = House
            .Under(root, ".cs")
            .Select(file => (File: file, Folder: file[root.Length..].Split('/')[0]))
            .Where(entry => !entry.Folder.EndsWith(".cs", StringComparison.Ordinal))
            .ToList();
        var folders = files.Select(entry => entry.Folder).ToHashSet();
        return
        [
            .. files.SelectMany(entry =>
                Regex
                    .Matches(House.Read(entry.File), $@"\b{Regex.Escape(named ?? project)}\.(\w+)")
                    .Select(name => name.Groups[1].Value)
                    .Where(to => to != entry.Folder && folders.Contains(to))
                    .Select(to => (entry.Folder, to))
            ),
        ];
    }

    private static bool Reaches(ILookup<string, string> known, string from, string to)
    {
        var (seen, open) = (new HashSet<string> { from }, new Queue<string>([from]));
        while (open.TryDequeue(out var folder))
        {
            foreach (var next in known[folder].Where(seen.Add))
                open.Enqueue(next);
        }

        return seen.Contains(to);
    }

    [GeneratedRegex(@"\.(cs|ts|tsx)$")]
    private static partial Regex Code();
}
