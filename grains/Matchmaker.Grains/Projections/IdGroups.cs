namespace Matchmaker.Grains.Projections;

/// <summary>Ids by the groups to which they belong; a group without ids is none.</summary>
internal sealed class IdGroups
{
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.Ordinal);

    public IEnumerable<string> Groups => _groups.Keys;

    /// <summary>The ids of a group; empty: there is no such group.</summary>
    public IReadOnlyCollection<string> Of(string group) => _groups.TryGetValue(group, out var ids) ? ids : [];

    public void Add(string group, string id)
    {
        if (!_groups.TryGetValue(group, out var ids))
            _groups[group] = ids = new(StringComparer.Ordinal);
        ids.Add(id);
    }

    /// <summary>Takes an id out of a group; an unknown one is ignored.</summary>
    public void Remove(string group, string id)
    {
        if (_groups.TryGetValue(group, out var ids) && ids.Remove(id) && ids.Count == 0)
            _groups.Remove(group);
    }
}
