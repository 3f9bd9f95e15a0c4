namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>Where the built project is.</summary>
internal static class Built
{
    /// <summary>The folder of Matchmaker.sln.</summary>
    public static string Home { get; } = FindHome();

    public static string Silo { get; } = Assembly("silo", "Matchmaker.Silo.dll");

    public static string Web { get; } = Assembly("web", "Matchmaker.Web.dll");

    private static string Assembly(string project, string file)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        return Path.Combine(Home, project, "bin", configuration, "net10.0", file);
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
}
