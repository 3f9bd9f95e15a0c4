namespace Matchmaker.Silo.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
internal static class BackupCommands
{
    /// <returns>0: the backup was written; 2: it was not, and the reason was printed.</returns>
    public static Task<int> Backup(string? setting, string[] args) =>
        Run(
            args,
            "backup",
            async path => $"{await Grains.Backups.Backup.Write(setting, path, TimeProvider.System)} rows in {path}"
        );

    /// <returns>0: restored, and the journal is intact; 2: nothing was changed, and the reason was printed.</returns>
    public static Task<int> Restore(string? setting, string[] args) =>
        Run(
            args,
            "restore",
            async path => $"{await Grains.Backups.Restore.Read(setting, path)} rows from {path}; the journal is whole"
        );

    private static async Task<int> Run(string[] args, string command, Func<string, Task<string>> work)
    {
        if (args is not [_, var path])
        {
            Console.Error.WriteLine($"usage: {command} FILE");
            return 2;
        }

        try
        {
            Console.WriteLine(await work(path));
            return 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path}: {failure.Message.ReplaceLineEndings(" ")}");
            return 2;
        }
    }
}
