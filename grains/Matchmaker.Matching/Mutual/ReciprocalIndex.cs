using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Mutual;

/// <summary>
/// The demands and published profiles of each party on a board and its counterpart (matching.md section 8). Answers how
/// well the counterpart of a match is served by the asker. Single writer.
/// </summary>
public sealed class ReciprocalIndex(Board board)
{
    // Boards of two sides have no uses that gates judge.
    private static readonly GateTable Gates = GateTable.Shipped;

    private readonly string[] _boards = [.. BoardTable.AffectedBy(board).Select(affected => affected.Code)];
    private readonly Dictionary<string, Dictionary<(string Board, string Id), Profile>> _profilesByParty = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, SortedDictionary<string, PartyDemand>> _demandsByParty = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<(string Board, string Id), string> _ownersByProfile = [];
    private readonly Dictionary<string, string> _ownersByDemand = new(StringComparer.Ordinal);

    /// <summary>The parties with at least one demand.</summary>
    public IEnumerable<string> PartiesWithDemands => _demandsByParty.Keys;

    /// <summary>Whether the party has published any profile.</summary>
    public bool HasPublished(string party) => _profilesByParty.ContainsKey(party);

    /// <summary>Whether the party has any demand.</summary>
    public bool HasDemands(string party) => _demandsByParty.ContainsKey(party);

    /// <summary>The party's demands on a board, by id.</summary>
    public IEnumerable<StandingDemand> DemandsOf(string party, Board board) =>
        _demandsByParty.TryGetValue(party, out var demands)
            ? demands.Values.Where(entry => entry.Board == board).Select(entry => entry.Demand)
            : [];

    /// <summary>Records a profile's present state; only a public profile with an owner counts.</summary>
    /// <param name="profile">Null: the profile is not on the board.</param>
    public void PutProfile(Board board, string id, Profile? profile)
    {
        var key = (board.Code, id);
        if (_ownersByProfile.Remove(key, out var before))
            Remove(_profilesByParty, before, profiles => profiles.Remove(key));
        if (profile is not { Public: true, Owner: { } owner })
            return;
        _ownersByProfile[key] = owner;
        if (!_profilesByParty.TryGetValue(owner, out var held))
            _profilesByParty[owner] = held = [];
        held[key] = profile;
    }

    /// <summary>Records a demand's present state; only demands of the two boards count.</summary>
    /// <param name="demand">Null: the demand is deleted.</param>
    public void PutDemand(string id, StandingDemand? demand)
    {
        if (_ownersByDemand.Remove(id, out var before))
            Remove(_demandsByParty, before, demands => demands.Remove(id));
        if (demand is null || !_boards.Contains(demand.Board))
            return;
        _ownersByDemand[id] = demand.Owner;
        if (!_demandsByParty.TryGetValue(demand.Owner, out var held))
            _demandsByParty[demand.Owner] = held = new(StringComparer.Ordinal);
        held[id] = new(demand);
    }

    /// <summary>
    /// The geometric mean of a match's score and the highest score that any demand of the counterpart gives to a
    /// published profile of the asker.
    /// </summary>
    /// <param name="totalWeight">Σ wᵢ of the asker's demand.</param>
    /// <returns>
    /// The mutual score, 0 to 100; null: no demand of the counterpart accepts any profile of the asker.
    /// </returns>
    public double? MutualScore(string asker, string other, Match match, int totalWeight, DateOnly day)
    {
        if (
            !_profilesByParty.TryGetValue(asker, out var profiles)
            || !_demandsByParty.TryGetValue(other, out var demands)
        )
            return null;
        Score? bestScore = null;
        foreach (var demand in demands.Values)
        {
            foreach (var (key, profile) in profiles)
            {
                if (
                    key.Board == demand.Board.Code
                    && demand.Accepts(profile, day) is { } score
                    && (bestScore is null || score.CompareTo(bestScore.Value) > 0)
                )
                    bestScore = score;
            }
        }

        return bestScore is { } counterpartScore
            ? GeometricMean.Of(Score.Of(match, totalWeight), counterpartScore)
            : null;
    }

    /// <summary>
    /// The parties with a published profile in which a value becomes stale or a claim expires between the two days.
    /// </summary>
    public IEnumerable<string> ExpiringBetween(DateOnly before, DateOnly after) =>
        _profilesByParty
            .Where(party => party.Value.Any(entry => AnyExpires(entry.Key.Board, entry.Value, before, after)))
            .Select(party => party.Key);

    private static bool AnyExpires(string code, Profile profile, DateOnly before, DateOnly after)
    {
        var board = BoardTable.Find(code)!;
        return EncodedProfile
                .Differences(
                    EncodedProfile.Of(board, profile, before, Gates),
                    EncodedProfile.Of(board, profile, after, Gates)
                )
                .Any != 0;
    }

    private static void Remove<T>(Dictionary<string, T> byParty, string party, Func<T, bool> remove)
        where T : System.Collections.ICollection
    {
        remove(byParty[party]);
        if (byParty[party].Count == 0)
            byParty.Remove(party);
    }

    private sealed class PartyDemand(StandingDemand demand)
    {
        private readonly CompiledDemand _compiled = new(BoardTable.Find(demand.Board)!, demand.Criteria, Gates);

        public StandingDemand Demand => demand;

        public Board Board => _compiled.Board;

        /// <summary>The score; null: the demand does not accept the profile.</summary>
        public Score? Accepts(Profile profile, DateOnly day) =>
            _compiled.Evaluate(profile, day) is { IsAccepted: true } result
                ? demand.Criteria.IsEmpty
                    ? Score.Full
                    : new(result.Points, _compiled.TotalWeight)
                : null;
    }
}
