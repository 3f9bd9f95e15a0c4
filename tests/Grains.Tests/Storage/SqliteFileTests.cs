using Matchmaker.Contracts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Tests.Storage;

/// <summary>Who holds a SQLite file, by whichever name, and who may read it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mm-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_symbolic_link_to_a_held_file_is_refused_and_names_the_holder()
    {
        var real = In("real.db");
        await using var first = await Start(real);
        File.CreateSymbolicLink(In("link.db"), real);
        File.CreateSymbolicLink(In("second.db"), "link.db");
        Directory.CreateSymbolicLink(In("folder"), _folder);

        foreach (
            var other in new[] { "link.db", "second.db", "folder/real.db", "folder/second.db", "folder/../real.db" }
        )
        {
            var refused = await Assert.ThrowsAsync<SettingException>(() => Start(In(other)));
            Assert.Contains($"in use by process {Environment.ProcessId} ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_held_by_a_link_that_led_nowhere_is_refused_by_its_own_name()
    {
        File.CreateSymbolicLink(In("link.db"), In("made later.db"));
        await using var first = await Start(In("link.db"));

        await Assert.ThrowsAsync<SettingException>(() => Start(In("made later.db")));
        Assert.True(File.Exists(In("made later.db")));
    }

    [Fact]
    public async Task Links_in_a_circle_are_told_in_one_line()
    {
        File.CreateSymbolicLink(In("a.db"), In("b.db"));
        File.CreateSymbolicLink(In("b.db"), In("a.db"));

        var refused = await Assert.ThrowsAsync<SettingException>(() => Start(In("a.db")));

        Assert.StartsWith("Matchmaker:Database: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("circle", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_reads_the_file_what_lies_beside_it_and_a_folder_that_was_made_for_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        var path = In("new/deep/private.db");
        await using (await Start(path))
            CheckRights(path, "-wal", "-shm", ".lock", ".holder");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("700", Rights(In("new/deep")));
            Assert.Equal("700", Rights(In("new")));
            // A file from before is closed to others at the next start.
            File.SetUnixFileMode(path, (UnixFileMode)0b110_100_100);
        }

        await using (await Start(path))
            CheckRights(path, "-wal", "-shm");
    }

    private static void CheckRights(string path, params string[] endings)
    {
        foreach (var file in endings.Select(ending => path + ending).Append(path).Where(File.Exists))
            Assert.Equal((file, "600"), (file, Rights(file)));
        Assert.Equal("600", Rights(path));
    }

    private static string Rights(string path) =>
        OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private string In(string name) => Path.Combine(_folder, name);

    private static Task<Database> Start(string path) => Database.Start($"Data Source={path}");
}
