namespace Matchmaker.Cluster.Tests;

/// <summary>What the tests measured, for the reader of the run.</summary>
internal static class Report
{
    private static readonly Lock Lock = new();
    private static readonly string Path = System.IO.Path.Combine(Built.Home, "artifacts", "test", "cluster-report.txt");

    public static void Add(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        lock (Lock)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.AppendAllText(Path, line + "\n");
        }
    }
}
