namespace Matchmaker.Grains.Storage;

/// <summary>Paths without symbolic links: each file has one.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The real path of a full path, whose end need not exist; null: its links lead in a circle.</summary>
    public static string? Of(string path)
    {
        var (real, rest) = (Path.GetPathRoot(path)!, Parts(path));
        for (var links = 0; rest.TryPop(out var part); )
        {
            var next = Path.GetFullPath(Path.Combine(real, part));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
                return null;
            if (Path.IsPathRooted(target))
                real = Path.GetPathRoot(target)!;
            foreach (var step in Parts(target).Reverse())
                rest.Push(step);
        }

        return real;
    }

    // The first part of the path is on top.
    private static Stack<string> Parts(string path) =>
        new(
            path[(Path.GetPathRoot(path) ?? "").Length..]
                .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
                .Reverse()
        );
}
