using System.Diagnostics;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>One web host on an address of its own.</summary>
/// <param name="settings">More settings, by their names in the environment.</param>
internal sealed class WebHostProcess(
    string name,
    string database,
    Uri address,
    params (string Name, string Value)[] settings
) : ChildProcess(name)
{
    public const string Password = "correct horse battery staple";

    public Uri Address => address;

    protected override ProcessStartInfo Program
    {
        get
        {
            var start = new ProcessStartInfo("dotnet", [Built.Web, "--sample", "100", "--urls", address.ToString()])
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

    /// <summary>Returns when it serves.</summary>
    /// <param name="all">It and what it needs: all must run.</param>
    public async Task Serves(IReadOnlyCollection<ChildProcess> all)
    {
        try
        {
            await Eventually.Until(
                $"{Name} serves",
                async () => all.Any(child => !child.IsRunning) || await IsReady(),
                TimeSpan.FromMinutes(1)
            );
            Assert.All(all, child => Assert.True(child.IsRunning, $"{child.Name} ended."));
        }
        catch (Exception failure)
        {
            throw new TimeoutException(
                $"{failure.Message}\n{string.Join('\n', all.Select(child => $"--- {child.Name}\n{string.Join('\n', child.Lines.TakeLast(40))}"))}",
                failure
            );
        }
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
}
