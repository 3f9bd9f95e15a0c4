using System.Diagnostics;

namespace Matchmaker.Processes;

/// <summary>Short commands of the machine.</summary>
public static class Command
{
    public static bool IsRoot => Environment.UserName == "root";

    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        var (code, output, errors) = await Try(program, arguments);
        return code == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {code}: {output}{errors}"
            );
    }

    public static async Task<(int Code, string Output, string Errors)> Try(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = "/",
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <param name="signal">Its name without SIG.</param>
    public static Task Signal(string signal, int process) => Run("/bin/sh", "-c", $"kill -{signal} {process}");
}
