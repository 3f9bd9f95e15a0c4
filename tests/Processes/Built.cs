namespace Matchmaker.Processes;

/// <summary>The checkout and its built programs, of the same configuration as the caller.</summary>
public static class Built
{
    /// <summary>The folder of Matchmaker.sln.</summary>
    public static string Home { get; } = FindHome();

    /// <summary>Debug or Release.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public static string Silo { get; } = Assembly("silo", "Matchmaker.Silo.dll");

    public static string Web { get; } = Assembly("web", "Matchmaker.Web.dll");

    private static string Assembly(string project, string file) =>
        Path.Combine(Home, project, "bin", Configuration, "net10.0", file);

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Matchmaker.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Matchmaker.sln.");
    }
}
