using System.Diagnostics;

namespace Matchmaker.Processes;

/// <summary>One web host on an address of its own.</summary>
/// <param name="settings">More settings, by their names in the environment.</param>
public sealed class WebProcess(
    string name,
    string database,
    Uri address,
    string[] arguments,
    params (string Name, string Value)[] settings
) : ChildProcess(name)
{
    /// <summary>The password of every sample account.</summary>
    public const string Password = "correct horse battery staple";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    public Uri Address => address;

    protected override ProcessStartInfo Program
    {
        get
        {
            var start = new ProcessStartInfo("dotnet", [Built.Web, .. arguments, "--urls", address.ToString()])
            {
                WorkingDirectory = Path.Combine(Built.Home, "web"),
            };
            start.Environment["Matchmaker__Database"] = database;
            start.Environment["Matchmaker__SamplePassword"] = Password;
            start.Environment["Matchmaker__SignInsPerMinute"] = "100000";
            foreach (var (setting, value) in settings)
                start.Environment[setting] = value;
            return start;
        }
    }

    /// <summary>Starts a web host on the loopback address, on a port that nothing else uses.</summary>
    public static WebProcess Run(string database, string[] arguments, params (string Name, string Value)[] settings)
    {
        var web = new WebProcess("web", database, new($"http://127.0.0.1:{Ports.Free()}"), arguments, settings);
        web.Start();
        return web;
    }

    /// <summary>Waits until it serves.</summary>
    /// <param name="needed">Other processes that have to run meanwhile.</param>
    /// <exception cref="InvalidOperationException">It or one of the others ended.</exception>
    public async Task<WebProcess> Ready(params IReadOnlyCollection<ChildProcess> needed)
    {
        IReadOnlyList<ChildProcess> all = [this, .. needed.Where(child => child != this)];
        try
        {
            await Eventually.Until(
                $"{Name} serves",
                async () => !all.All(child => child.IsRunning) || await IsReady(),
                StartTimeout
            );
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{LastLines(all)}", late);
        }

        return all.FirstOrDefault(child => !child.IsRunning) is { } ended
            ? throw new InvalidOperationException($"The process {ended.Name} ended.\n{LastLines(all)}")
            : this;
    }

    public async Task<bool> IsReady()
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static string LastLines(IEnumerable<ChildProcess> children) =>
        string.Join('\n', children.Select(child => $"--- {child.Name}\n{string.Join('\n', child.Lines.TakeLast(40))}"));
}
