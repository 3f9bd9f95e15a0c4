using System.Diagnostics;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>One silo on an address of its own.</summary>
/// <param name="space">The network namespace that it runs in; null: that of the test.</param>
/// <param name="settings">More settings, by their names in the environment.</param>
internal sealed class SiloProcess(
    string name,
    string database,
    string address,
    string? space = null,
    params (string Name, string Value)[] settings
) : ChildProcess(name)
{
    public string Address => address;

    public string? Space => space;

    protected override ProcessStartInfo Program
    {
        get
        {
            var start = space is null
                ? new ProcessStartInfo("dotnet", [Built.Silo])
                : new ProcessStartInfo("ip", ["netns", "exec", space, "dotnet", Built.Silo]);
            start.WorkingDirectory = Path.Combine(Built.Home, "silo");
            start.Environment["Matchmaker__Database"] = database;
            start.Environment["Matchmaker__Cluster__Address"] = address;
            foreach (var (setting, value) in settings)
                start.Environment[setting] = value;
            return start;
        }
    }
}
