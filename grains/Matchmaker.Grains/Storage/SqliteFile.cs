using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Grains.Storage;

/// <summary>A SQLite database's place on disk, held by one process at a time.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly FileStream _lock;

    private SqliteFile(FileStream held) => _lock = held;

    /// <summary>The full path: a relative one is taken from the folder of Matchmaker.sln, found upwards of the program or of the current folder.</summary>
    public static string Locate(string path)
    {
        if (Path.IsPathRooted(path))
            return path;
        var home = Home(AppContext.BaseDirectory) ?? Home(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;
        return Path.GetFullPath(path, home);
    }

    /// <summary>Takes the file for this process.</summary>
    /// <exception cref="SettingException">Another process has it, or the folder cannot be written.</exception>
    public static SqliteFile Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(path + ".holder", Holder());
            return new(held);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(Database.Setting, Why(path, failure), failure);
        }
    }

    public void Dispose() => _lock.Dispose();

    // Because the operating system lets nobody read a file that is locked whole, the holder's name stands beside it.
    private static string Why(string path, Exception failure)
    {
        try
        {
            return File.Exists(path + ".lock") && File.Exists(path + ".holder")
                ? $"{path} is in use by {File.ReadAllText(path + ".holder").Trim()}"
                : $"{path} cannot be opened: {failure.Message}";
        }
        catch (IOException)
        {
            return $"{path} is in use by another process";
        }
    }

    private static string Holder() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} ({string.Join(' ', Environment.GetCommandLineArgs())})"
        );

    private static string? Home(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return at.FullName;
        }

        return null;
    }
}
