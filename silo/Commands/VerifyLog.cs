using System.Data.Common;
using Matchmaker.Contracts;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;
using Matchmaker.Grains.Witnesses;
using Microsoft.Extensions.Configuration;

namespace Matchmaker.Silo.Commands;

/// <summary>
/// <c>verify-log [--witness FILE]</c>: verifies the journal's hash chain, each record against its last entry, and the
/// journal against earlier statements of a witness. It only reads, also beside the processes that write.
/// </summary>
internal static class VerifyLog
{
    private const string Witness = "witness";

    /// <returns>0: everything is as it was written; 1: something is not, and its entry was printed.</returns>
    /// <exception cref="SettingException">There is no such database, journal or file.</exception>
    public static async Task<int> Run(IConfiguration settings)
    {
        await using var database = Database.Read(settings[Database.Setting]);
        var report = await Verify(database);
        Console.WriteLine(Text(report));
        var wrong = settings[Witness] is { } file ? await Compare(database, settings, file) : [];
        foreach (var sentence in wrong)
            Console.WriteLine(sentence);
        return report.IsWhole && wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<ChainReport> Verify(Database database)
    {
        try
        {
            return await JournalChain.Verify(database);
        }
        catch (DbException failure)
        {
            throw new SettingException(
                Database.Setting,
                $"holds no journal that can be read: {failure.Message.ReplaceLineEndings(" ")}",
                failure
            );
        }
    }

    private static async Task<IReadOnlyList<string>> Compare(Database database, IConfiguration settings, string file)
    {
        if (!File.Exists(file))
            throw new SettingException($"--{Witness}", $"{file} does not exist");
        using var key = WitnessSettings.Of(settings).Key();
        return await WitnessCheck.Run(database, await File.ReadAllLinesAsync(file), key);
    }

    private static string Text(ChainReport report)
    {
        if (report.IsWhole)
            return $"{report.Whole} entries, all whole";
        if (report.Record is { } record)
            return report.IsUnreadable
                ? $"the record {record}, last changed by entry {report.FirstBad}, cannot be read: the database is damaged"
                : $"the record {record} is not as entry {report.FirstBad}, its last one, left it";
        var state =
            report.IsMissing ? "missing"
            : report.IsUnreadable ? "not readable: the database is damaged"
            : "altered";
        return $"entry {report.FirstBad} is {state}; {report.Whole} entries before it are whole";
    }
}
