using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Grains.Storage;

/// <summary>The file of a SQLite database, locked by one process at a time.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly FileStream _lock;

    private SqliteFile(FileStream file) => _lock = file;

    /// <summary>
    /// The full path. A relative path starts at the folder of Matchmaker.sln above the program or the current folder,
    /// else at the current folder.
    /// </summary>
    public static string Locate(string path)
    {
        if (Path.IsPathRooted(path))
            return path;
        var folder =
            SolutionFolder(AppContext.BaseDirectory)
            ?? SolutionFolder(Environment.CurrentDirectory)
            ?? Environment.CurrentDirectory;
        return Path.GetFullPath(path, folder);
    }

    /// <summary>Locks the file for this process.</summary>
    /// <exception cref="SettingException">Another process has the file, or the folder is not writable.</exception>
    public static SqliteFile Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var file = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(path + ".holder", Holder());
            return new(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(Database.Setting, Reason(path, failure), failure);
        }
    }

    public void Dispose() => _lock.Dispose();

    // A locked file cannot be read on every operating system, so a second file names the process that holds the lock.
    private static string Reason(string path, Exception failure)
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

    private static string? SolutionFolder(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Matchmaker.sln")))
                return at.FullName;
        }

        return null;
    }
}
