using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Records;
using Matchmaker.Interchange.Columns;
using Matchmaker.Interchange.Files;
using Matchmaker.Interchange.Imports;
using Matchmaker.Matching.Search;

namespace Matchmaker.Interchange.Ids;

/// <summary>Puts the building's id in place of its name: lists of spaces name their buildings.</summary>
internal static class BuildingNames
{
    // A list names some buildings many times; a larger number of names is no list of spaces.
    private const int MaxNames = 1_000;
    private const int MaxFound = 20;

    public static async Task Resolve(IGrainFactory grains, ImportFile file, ImportCall call)
    {
        var index = file.Columns.ToList().FindIndex(column => column.Name == Column.BuildingId);
        if (index < 0)
            return;
        var ids = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (_, cells) in file.Rows)
        {
            if (index >= cells.Length || cells[index].Length == 0 || RecordIds.IsValid(cells[index]))
                continue;
            var name = cells[index];
            if (!ids.TryGetValue(name, out var id) && ids.Count < MaxNames)
                ids[name] = id = await Find(grains, call, CellText.Read(name));
            // A name that says no building, or several, is refused as it was written.
            cells[index] = id ?? name;
        }
    }

    private static async Task<string?> Find(IGrainFactory grains, ImportCall call, string name)
    {
        var sought = Folding.Of(name);
        var page = await grains
            .Catalogue<Building>()
            .List(call.Caller, new ListQuery(Text: name, Limit: MaxFound), call.Cancellation);
        var same = page
            .Items.Where(building => building.Name?.All.Any(known => Folding.Of(known) == sought) == true)
            .Select(building => building.Id)
            .ToList();
        return same.Count == 1 ? same[0] : null;
    }
}
