namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>What the tests measured, for the reader of the run.</summary>
internal static class Report
{
    private static readonly Lock Lock = new();
    private static readonly string Folder = Path.Combine(Built.Home, "artifacts", "test");

    public static void Add(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        lock (Lock)
        {
            Directory.CreateDirectory(Folder);
            File.AppendAllText(Path.Combine(Folder, "cluster-report.txt"), line + "\n");
        }
    }

    /// <summary>Keeps what the processes printed, in a file of its own.</summary>
    public static void Keep(string fault, string lines)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"cluster, {fault}.log"), lines);
    }
}
