using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Silo.Commands;

/// <summary><c>verify-log</c>: verifies the journal's hash chain.</summary>
internal static class VerifyLog
{
    /// <returns>0: the chain is intact; 1: an entry was altered or is missing, and its number was printed.</returns>
    public static async Task<int> Run(string? setting)
    {
        await using var database = await Database.Start(setting);
        var report = await JournalChain.Verify(database);
        Console.WriteLine(
            report.FirstBad is { } bad
                ? $"entry {bad} is {(report.IsMissing ? "missing" : "altered")}; {report.Whole} entries before it are whole"
                : $"{report.Whole} entries, all whole"
        );
        return report.FirstBad is null ? 0 : 1;
    }
}
