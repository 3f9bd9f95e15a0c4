using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Taxonomies;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Mutual;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

/// <summary>
/// The part of a board's index that knows the counterpart board and the demands of both sides. Pure memory; one writer.
/// </summary>
internal sealed class CounterpartBoard
{
    private readonly Board _across;
    private readonly SourceRecords _stock;
    private readonly IdGroups _profilesByParty = new();

    // As they were saved, because a code that was moved may be moved back.
    private readonly Dictionary<string, StandingDemand> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parties = new(StringComparer.Ordinal);

    private CounterpartBoard(Board across) => (_across, _stock, Parts) = (across, new(across), new(across));

    /// <summary>The kinds of records that only the board across is made of.</summary>
    public IEnumerable<string> Kinds => _stock.Kinds;

    public ReciprocalIndex Parts { get; }

    /// <summary>Every party with a profile on the board or a demand.</summary>
    public IEnumerable<string> Parties => _profilesByParty.Groups.Union(Parts.PartiesWithDemands);

    /// <summary>Null: the board has no other side.</summary>
    public static CounterpartBoard? Of(Board board) =>
        BoardTable.CounterpartOf(board) is { } across ? new(across) : null;

    /// <summary>Takes a record of the board across in.</summary>
    public void Put(string kind, string id, string? body, bool isConfidential, TaxonomySet taxonomies)
    {
        foreach (var changed in _stock.Put(kind, id, body, isConfidential))
            Parts.PutProfile(_across, changed, Current(changed, taxonomies));
    }

    /// <summary>
    /// Takes a profile's present state in; one of the board itself is found by its party, published or not.
    /// </summary>
    public void Publish(Board board, string? id, Profile? profile)
    {
        if (id is null)
            return;
        Parts.PutProfile(board, id, profile);
        if (_parties.Remove(id, out var before))
            _profilesByParty.Remove(before, id);
        if (profile?.Owner is not { } owner)
            return;
        _parties[id] = owner;
        _profilesByParty.Add(owner, id);
    }

    /// <summary>Takes a demand of either board in.</summary>
    /// <param name="demand">With the codes that it was saved with; null: it is gone.</param>
    public void Seek(string id, StandingDemand? demand, TaxonomySet taxonomies)
    {
        if (demand is null)
            _asked.Remove(id);
        else
            _asked[id] = demand;
        Parts.PutDemand(id, demand is null ? null : Current(demand, taxonomies));
    }

    /// <summary>Takes the present codes for the board across, and for all demands.</summary>
    public void RemapCodes(TaxonomySet taxonomies)
    {
        foreach (var id in _stock.Ids)
            Parts.PutProfile(_across, id, Current(id, taxonomies));
        foreach (var demand in _asked.Values)
            Parts.PutDemand(demand.Id, Current(demand, taxonomies));
    }

    /// <summary>The ids of a party's profiles on the board itself.</summary>
    public IEnumerable<string> ProfilesOf(string party) => _profilesByParty.Of(party);

    public IEnumerable<string> ExpiringBetween(DateOnly before, DateOnly after) => Parts.ExpiringBetween(before, after);

    private static StandingDemand Current(StandingDemand demand, TaxonomySet taxonomies) =>
        demand with
        {
            Criteria = taxonomies.Current(BoardTable.Find(demand.Board)!, demand.Criteria),
        };

    private Profile? Current(string id, TaxonomySet taxonomies) =>
        _stock.Profile(id) is { } profile ? taxonomies.Current(_across, profile) : null;
}
