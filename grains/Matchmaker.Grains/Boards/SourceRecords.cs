using System.Text;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Listings;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

/// <summary>The records behind one board's profiles, as the journal tells them. Pure memory; one writer.</summary>
internal sealed class SourceRecords(Board board)
{
    private readonly Dictionary<string, Building> _buildings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Profile> _profiles = new(StringComparer.Ordinal);

    // Of those that are on the board for a time.
    private readonly Dictionary<string, (DateOnly? From, DateOnly? To)> _times = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Hold> _holds = new(StringComparer.Ordinal);

    // As UTF-8, because a space in memory takes several times its text, and is looked at only when it or its building
    // changes.
    private readonly Dictionary<string, SortedDictionary<string, byte[]>> _spacesByBuilding = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// The kinds of records that this board's profiles are made of, parents first; none where the board has no records
    /// yet.
    /// </summary>
    public IReadOnlyList<string> Kinds { get; } =
    [.. KindTable.All.Where(kind => kind.Board == board).Select(kind => kind.Code)];

    /// <summary>
    /// The ids of all profiles whose records stand by themselves; none on the sites board, whose codes are closed
    /// lists.
    /// </summary>
    public IEnumerable<string> Ids => _profiles.Keys;

    /// <summary>Takes a record's present state in.</summary>
    /// <param name="body">Null: it is deleted.</param>
    /// <param name="isConfidential">Whether it belongs to a confidential enterprise: what it publishes is on no
    /// board.</param>
    /// <returns>The ids of the profiles that may look different now.</returns>
    public IEnumerable<string> Put(string kind, string id, string? body, bool isConfidential) =>
        !Kinds.Contains(kind)
            ? []
            : kind switch
            {
                RecordKind.Building => PutBuilding(id, Read<Building>(id, body)),
                RecordKind.Space => PutSpace(id, body),
                RecordKind.Hold => PutHold(id, body),
                _ => PutListing(KindTable.Of(kind), id, isConfidential ? null : body),
            };

    /// <summary>What the board sees under that id now, its time not looked at; null: nothing.</summary>
    public Profile? Profile(string id)
    {
        if (_profiles.TryGetValue(id, out var profile))
            return profile;
        var building = SpaceId.BuildingOf(id);
        return
            _buildings.TryGetValue(building, out var of)
            && _spacesByBuilding.TryGetValue(building, out var spaces)
            && spaces.TryGetValue(id, out var space)
            ? Profiles.Of(Read<Space>(id, Encoding.UTF8.GetString(space))!, of, _holds.GetValueOrDefault(id))
            : null;
    }

    /// <summary>Whether the record is on the board on that day, from its first day to its last.</summary>
    public bool IsOn(string id, DateOnly day) =>
        !_times.TryGetValue(id, out var time) || !(time.From > day || time.To < day);

    /// <summary>
    /// The ids of what is on the board on one of two days and not on the other, because its first or last day comes
    /// between.
    /// </summary>
    public IReadOnlyList<string> Turning(DateOnly before, DateOnly after) =>
        [.. _times.Keys.Where(id => IsOn(id, before) != IsOn(id, after))];

    /// <summary>The ids of the spaces whose hold has its last day on the first of two days or between them.</summary>
    public IReadOnlyList<string> Released(DateOnly before, DateOnly after) =>
        [.. _holds.Where(hold => hold.Value.Until >= before && hold.Value.Until < after).Select(hold => hold.Key)];

    /// <summary>The ids of the spaces that are held for that demand.</summary>
    public IReadOnlyList<string> HeldFor(string demand) =>
        [.. _holds.Where(hold => hold.Value.Demand == demand).Select(hold => hold.Key)];

    private static T? Read<T>(string id, string? body)
        where T : Listing => body is null ? null : RecordJson.Read<T>(body) with { Id = id };

    // As a profile, because the rest of a record in memory takes as much again and no board looks at it.
    private string[] PutListing(Kind kind, string id, string? body)
    {
        var listing = body is null ? null : (Listing)RecordJson.Read(kind, body) with { Id = id };
        if (listing is null or Firm { MergedInto: not null })
            _profiles.Remove(id);
        else
            _profiles[id] = Profiles.Of(
                board,
                listing,
                kind.IsParty ? new PartyId(kind.Code, id).ToString() : listing.Owner
            );
        if (listing is Centre centre && (centre.ValidFrom ?? centre.ValidTo) is not null)
            _times[id] = (centre.ValidFrom, centre.ValidTo);
        else
            _times.Remove(id);
        return [id];
    }

    private IEnumerable<string> PutBuilding(string id, Building? building)
    {
        if (building is null)
            _buildings.Remove(id);
        else
            _buildings[id] = building;
        return _spacesByBuilding.TryGetValue(id, out var spaces) ? [.. spaces.Keys] : [];
    }

    private string[] PutHold(string id, string? body)
    {
        if (body is null)
            _holds.Remove(id);
        else if (RecordJson.Read<StandingHold>(body) is var hold)
            _holds[id] = new(hold.Demand, hold.Until);
        return [id];
    }

    private string[] PutSpace(string id, string? body)
    {
        var building = SpaceId.BuildingOf(id);
        if (!_spacesByBuilding.TryGetValue(building, out var spaces))
            _spacesByBuilding[building] = spaces = new(StringComparer.Ordinal);
        if (body is null)
            spaces.Remove(id);
        else
            spaces[id] = Encoding.UTF8.GetBytes(body);
        return [id];
    }
}
