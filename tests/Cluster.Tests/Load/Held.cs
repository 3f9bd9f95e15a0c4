using System.Text.Json.Nodes;

namespace Matchmaker.Cluster.Tests.Load;

/// <summary>One space as its only editor knows it: each edit writes the next number into its source.</summary>
internal sealed class Held
{
    private readonly List<int> _open = [];
    private readonly List<int> _acknowledged = [];
    private int _tried;

    public Held(JsonObject record)
    {
        Body = record;
        Id = (string)record["id"]!;
        (Path, FirstVersion, Version) = (
            $"/api/buildings/{Id.Replace("/", "/spaces/", StringComparison.Ordinal)}",
            (long)record["version"]!,
            (long)record["version"]!
        );
    }

    public string Id { get; }

    public string Path { get; }

    public JsonObject Body { get; }

    public long FirstVersion { get; }

    /// <summary>As far as the editor knows.</summary>
    public long Version { get; private set; }

    /// <summary>What the store must have as the source; null: never edited.</summary>
    public string? Source { get; private set; }

    /// <summary>The edits that the system said were done.</summary>
    public IReadOnlyList<int> Acknowledged => _acknowledged;

    public static string SourceOf(int edit) => $"edit {edit}";

    /// <summary>The next edit's number, written into the body.</summary>
    public int Next(Random chance)
    {
        Body["source"] = SourceOf(++_tried);
        Body["values"]!["rent"] = Math.Round(60 + (chance.Next(3_000) / 10m), 1);
        return _tried;
    }

    /// <summary>An edit was acknowledged with this version.</summary>
    public void Done(int edit, long version, Findings findings)
    {
        if (version != Version + 1)
            findings.Add($"{Id}: edit {edit} of version {Version} was acknowledged as version {version}");
        _acknowledged.Add(edit);
        Take(edit, version);
    }

    /// <summary>It is not known whether an edit took effect, or will.</summary>
    public void Doubt(int edit) => _open.Add(edit);

    /// <summary>What was read after a doubt.</summary>
    /// <returns>False: it is older than what was acknowledged.</returns>
    public bool Settle(JsonObject read, Findings findings)
    {
        var (version, source) = ((long)read["version"]!, (string?)read["source"]);
        if (version < Version)
            return false;
        if (version == Version + 1 && _open.Find(edit => SourceOf(edit) == source) is > 0 and var edit)
            Take(edit, version);
        else if (version != Version || (Source is not null && source != Source))
            findings.Add(
                $"{Id}: version {version} with '{source}' where version {Version} with '{Source}' or one of {string.Join(", ", _open)} was due"
            );
        return true;
    }

    private void Take(int edit, long version)
    {
        (Version, Source) = (version, SourceOf(edit));
        // An edit of an older version can no longer take effect.
        _open.Clear();
    }
}
