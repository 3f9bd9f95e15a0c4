using System.Diagnostics;

namespace Matchmaker.Processes;

/// <summary>One silo on an address of its own.</summary>
/// <param name="space">The network namespace that it runs in; null: the caller's.</param>
/// <param name="settings">More settings, by their names in the environment.</param>
public sealed class SiloProcess(
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

    /// <summary>Starts a silo on the loopback address, on ports that nothing else uses.</summary>
    public static SiloProcess Run(string database, params (string Name, string Value)[] settings)
    {
        var silo = new SiloProcess(
            "silo",
            database,
            "127.0.0.1",
            null,
            [
                ("Matchmaker__Cluster__SiloPort", $"{Ports.Free()}"),
                ("Matchmaker__Cluster__GatewayPort", $"{Ports.Free()}"),
                ("Matchmaker__Cluster__HealthPort", $"{Ports.Free()}"),
                .. settings,
            ]
        );
        silo.Start();
        return silo;
    }
}
