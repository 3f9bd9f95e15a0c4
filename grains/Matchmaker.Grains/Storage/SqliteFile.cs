using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// The file of a SQLite database: locked by one process at a time, and readable by its owner alone, with what SQLite
/// writes beside it.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    // What an operating system says of a file that another process has locked.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private static readonly string[] Beside = ["", "-wal", "-shm", LockEnding, HolderEnding];

    private const string LockEnding = ".lock";
    private const string HolderEnding = ".holder";

    private readonly FileStream _lock;

    private SqliteFile(FileStream file) => _lock = file;

    /// <summary>
    /// The full path without symbolic links, so that a file has one path and one lock. A relative path starts at the
    /// folder of Matchmaker.sln above the program or the current folder, else at the current folder.
    /// </summary>
    /// <exception cref="SettingException">The links lead in a circle.</exception>
    public static string Locate(string path)
    {
        var folder =
            SolutionFolder(AppContext.BaseDirectory)
            ?? SolutionFolder(Environment.CurrentDirectory)
            ?? Environment.CurrentDirectory;
        return RealPath.Of(Path.GetFullPath(path, folder))
            ?? throw new SettingException(Database.Setting, $"the symbolic links of {path} lead in a circle");
    }

    /// <summary>Locks the file for this process and makes it, if need be.</summary>
    /// <param name="path">As <see cref="Locate"/> returns it.</param>
    /// <exception cref="SettingException">Another process has the file, or this one may not write it or its folder.
    /// </exception>
    public static SqliteFile Lock(string path)
    {
        MakeFolder(path);
        var file = new SqliteFile(Hold(path));
        try
        {
            CheckFolder(path);
            CheckFile(path);
            File.WriteAllText(path + HolderEnding, Holder());
            Protect(path);
            return file;
        }
        catch (Exception failure)
        {
            file.Dispose();
            if (failure is IOException or UnauthorizedAccessException)
                throw Refused($"{path} cannot be opened: {failure.Message}", failure);
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            MakeForOwner(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused($"the folder {folder} cannot be made: {failure.Message}", failure);
        }
    }

    // The rights that .NET takes are those of the last folder alone.
    private static void MakeForOwner(string folder)
    {
        if (Directory.Exists(folder))
            return;
        MakeForOwner(Path.GetDirectoryName(folder)!);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnersFolder);
    }

    private static FileStream Hold(string path)
    {
        try
        {
            return Open(path + LockEnding, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException failure) when (Locked.Contains(failure.HResult))
        {
            throw Refused($"{path} is in use by {HolderOf(path)}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused($"{path}{LockEnding} cannot be written, by which a process holds the database", failure);
        }
    }

    // SQLite writes its log beside the file, so that the file alone is not enough.
    private static void CheckFolder(string path)
    {
        var probe = path + ".probe";
        try
        {
            Open(probe, FileMode.Create, FileShare.None).Dispose();
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused($"the folder {Path.GetDirectoryName(path)} cannot be written by this process", failure);
        }
    }

    private static void CheckFile(string path)
    {
        try
        {
            Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused($"the file {path} cannot be written by this process", failure);
        }
    }

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersFile;
        return new(path, options);
    }

    // SQLite gives its log and shared memory the rights of the file. A file of another owner stays as that one set it.
    private static void Protect(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Beside.Select(ending => path + ending).Where(File.Exists))
        {
            try
            {
                if ((File.GetUnixFileMode(file) & ~OwnersFile) != 0)
                    File.SetUnixFileMode(file, OwnersFile);
            }
            catch (UnauthorizedAccessException)
            {
                // Only its owner sets the rights of a file.
            }
        }
    }

    private static SettingException Refused(string reason, Exception failure) =>
        new(Database.Setting, reason.ReplaceLineEndings(" "), failure);

    // A locked file cannot be read on every operating system, so a second file names the process that holds the lock.
    private static string HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(path + HolderEnding).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    // Not its command line, which may hold passwords.
    private static string Holder() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} ({Path.GetFileName(Environment.GetCommandLineArgs()[0])})"
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
