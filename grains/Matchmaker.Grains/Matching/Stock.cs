using System.Text;
using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>The records behind one board's profiles, as the journal tells them. Pure memory; one writer.</summary>
internal sealed class Stock(Board board)
{
    private readonly Dictionary<string, Listing> _listings = new(StringComparer.Ordinal);
    // As UTF-8, because a space in memory takes several times its text, and is looked at only when it or its building changes.
    private readonly Dictionary<string, SortedDictionary<string, byte[]>> _spacesByBuilding = new(StringComparer.Ordinal);

    /// <summary>The kinds of records that this board's profiles are made of, parents first; none where the board has no records yet.</summary>
    public IReadOnlyList<string> Kinds { get; } = board.Code switch
    {
        "sites" => [RecordKind.Building, RecordKind.Space],
        "partners" => [RecordKind.Firm],
        "research" => [RecordKind.Centre],
        _ => [RecordKind.Opportunity],
    };

    /// <summary>The ids of all profiles whose records stand by themselves; none on the sites board, whose codes are closed lists.</summary>
    public IEnumerable<string> Ids => board.Code == "sites" ? [] : _listings.Keys;

    /// <summary>Takes a record's present state in.</summary>
    /// <param name="body">Null: it is deleted.</param>
    /// <param name="isConfidential">Whether it belongs to a confidential enterprise: what it publishes is on no board.</param>
    /// <returns>The ids of the profiles that may look different now.</returns>
    public IEnumerable<string> Put(string kind, string id, string? body, bool isConfidential) => !Kinds.Contains(kind) ? [] : kind switch
    {
        RecordKind.Building => PutBuilding(id, Read<Building>(id, body)),
        RecordKind.Space => PutSpace(id, body),
        RecordKind.Firm => PutListing(id, Read<Firm>(id, body) is { MergedInto: null } firm ? firm : null),
        RecordKind.Centre => PutListing(id, Read<Centre>(id, body)),
        RecordKind.Opportunity => PutListing(id, isConfidential ? null : Read<Opportunity>(id, body)),
        _ => [],
    };

    /// <summary>The ids of what leaves the board between two days because its time is over.</summary>
    public IEnumerable<string> Leaving(DateOnly before, DateOnly after) =>
        _listings.Values.OfType<Centre>().Where(centre => centre.ValidTo is { } last && last < after && last >= before).Select(centre => centre.Id);

    /// <summary>What the board sees under that id on that day; null: nothing.</summary>
    public Profile? Profile(string id, DateOnly day)
    {
        if (board.Code != "sites")
            return _listings.TryGetValue(id, out var listing) && !(listing is Centre { ValidTo: { } last } && last < day) ? Profiles.Of(listing, Party(listing)) : null;
        var building = BuildingOf(id);
        return _listings.TryGetValue(building, out var of) && _spacesByBuilding.TryGetValue(building, out var spaces)
            && spaces.TryGetValue(id, out var space)
            ? Profiles.Of(Read<Space>(id, Encoding.UTF8.GetString(space))!, (Building)of)
            : null;
    }

    private static T? Read<T>(string id, string? body)
        where T : Listing => body is null ? null : RecordJson.Read<T>(body) with { Id = id };

    private static string? Party(Listing listing) => listing switch
    {
        Firm => $"firms/{listing.Id}",
        Opportunity => listing.Owner,
        _ => $"centres/{listing.Id}",
    };

    private static string BuildingOf(string space) => space.Split('/', 2)[0];

    private string[] PutListing(string id, Listing? listing)
    {
        if (listing is null)
            _listings.Remove(id);
        else
            _listings[id] = listing;
        return [id];
    }

    private IEnumerable<string> PutBuilding(string id, Building? building)
    {
        PutListing(id, building);
        return _spacesByBuilding.TryGetValue(id, out var spaces) ? [.. spaces.Keys] : [];
    }

    private string[] PutSpace(string id, string? body)
    {
        var building = BuildingOf(id);
        if (!_spacesByBuilding.TryGetValue(building, out var spaces))
            _spacesByBuilding[building] = spaces = new(StringComparer.Ordinal);
        if (body is null)
            spaces.Remove(id);
        else
            spaces[id] = Encoding.UTF8.GetBytes(body);
        return [id];
    }
}
