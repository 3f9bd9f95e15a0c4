using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Mutual;

/// <summary>
/// What parties seek and publish on the two boards on which both sides may (matching.md section 8), by party. It answers how much the
/// other side of a match wants the asker. One writer.
/// </summary>
public sealed class ReciprocalIndex
{
    private static readonly string[] Boards = [BoardTable.Partners.Code, BoardTable.Opportunities.Code];

    private readonly Dictionary<string, Dictionary<(string Board, string Id), Profile>> _published = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, SortedDictionary<string, Seeking>> _demands = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Board, string Id), string> _publishers = [];
    private readonly Dictionary<string, string> _seekers = new(StringComparer.Ordinal);

    /// <summary>The boards that a demand or profile of this board plays a part on: itself, and its other side.</summary>
    public static IEnumerable<string> Of(string board) => Boards.Contains(board) ? Boards : [board];

    /// <summary>The board across; null: nobody's demands look back at this one.</summary>
    public static Board? Across(Board board) =>
        board == BoardTable.Partners ? BoardTable.Opportunities
        : board == BoardTable.Opportunities ? BoardTable.Partners
        : null;

    /// <summary>The parties with demands.</summary>
    public IEnumerable<string> Seekers => _demands.Keys;

    /// <summary>Whether the party publishes any profile.</summary>
    public bool Publishes(string party) => _published.ContainsKey(party);

    /// <summary>Whether the party has any demand.</summary>
    public bool Seeks(string party) => _demands.ContainsKey(party);

    /// <summary>The party's demands on a board, by id.</summary>
    public IEnumerable<StandingDemand> DemandsOf(string party, Board board) =>
        _demands.TryGetValue(party, out var demands)
            ? demands.Values.Where(one => one.Board == board).Select(one => one.Demand)
            : [];

    /// <summary>Takes a profile's present state in; only a published one with an owner counts.</summary>
    /// <param name="profile">Null: it is not on the board.</param>
    public void PutProfile(Board board, string id, Profile? profile)
    {
        var key = (board.Code, id);
        if (_publishers.Remove(key, out var before))
            Drop(_published, before, profiles => profiles.Remove(key));
        if (profile is not { Public: true, Owner: { } owner })
            return;
        _publishers[key] = owner;
        if (!_published.TryGetValue(owner, out var held))
            _published[owner] = held = [];
        held[key] = profile;
    }

    /// <summary>Takes a demand's present state in.</summary>
    /// <param name="demand">Null: it is gone, or of neither board.</param>
    public void PutDemand(string id, StandingDemand? demand)
    {
        if (_seekers.Remove(id, out var before))
            Drop(_demands, before, demands => demands.Remove(id));
        if (demand is null || !Boards.Contains(demand.Board))
            return;
        _seekers[id] = demand.Owner;
        if (!_demands.TryGetValue(demand.Owner, out var held))
            _demands[demand.Owner] = held = new(StringComparer.Ordinal);
        held[id] = new(demand);
    }

    /// <summary>The geometric mean of a match's score and the highest score that any demand of the other side gives a published profile of the asker.</summary>
    /// <param name="totalWeight">Σ wᵢ of the asker's demand.</param>
    /// <returns>0 to 100; null: no demand of the other side accepts any.</returns>
    public double? Of(string asker, string other, Match match, int totalWeight, DateOnly day)
    {
        if (!_published.TryGetValue(asker, out var profiles) || !_demands.TryGetValue(other, out var demands))
            return null;
        Score? best = null;
        foreach (var seeking in demands.Values)
        {
            foreach (var (key, profile) in profiles)
            {
                if (
                    key.Board == seeking.Board.Code
                    && seeking.Accepts(profile, day) is { } score
                    && (best is null || score.CompareTo(best.Value) > 0)
                )
                    best = score;
            }
        }

        return best is { } wanted ? GeometricMean.Of(Score.Of(match, totalWeight), wanted) : null;
    }

    /// <summary>The parties of whose published profiles anything becomes stale or expires between two days.</summary>
    public IEnumerable<string> ExpiringBetween(DateOnly before, DateOnly after) =>
        _published
            .Where(party => party.Value.Any(one => Turns(one.Key.Board, one.Value, before, after)))
            .Select(party => party.Key);

    private static bool Turns(string code, Profile profile, DateOnly before, DateOnly after)
    {
        var board = BoardTable.Find(code)!;
        return EncodedProfile.Differences(
                EncodedProfile.Of(board, profile, before),
                EncodedProfile.Of(board, profile, after)
            ) != 0;
    }

    private static void Drop<T>(Dictionary<string, T> byParty, string party, Func<T, bool> remove)
        where T : System.Collections.ICollection
    {
        remove(byParty[party]);
        if (byParty[party].Count == 0)
            byParty.Remove(party);
    }

    private sealed class Seeking(StandingDemand demand)
    {
        private readonly CompiledDemand _yardstick = new(BoardTable.Find(demand.Board)!, demand.Criteria);

        public StandingDemand Demand => demand;

        public Board Board => _yardstick.Board;

        /// <summary>Null: refused.</summary>
        public Score? Accepts(Profile profile, DateOnly day) =>
            _yardstick.Tally(profile, day) is { IsAccepted: true } tally
                ? demand.Criteria.IsEmpty
                    ? Score.Full
                    : new(tally.Points, _yardstick.TotalWeight)
                : null;
    }
}
