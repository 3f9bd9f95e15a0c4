using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Results;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>A demand, one of its matches, and the two parties.</summary>
internal sealed record Couple(Demand Demand, string Match, PartyId Seeker, PartyId Counterpart);

/// <summary>
/// Chooses whom to introduce: the best match of the next demand whose party has not been introduced yet. The same
/// records in the same order give the same choice.
/// </summary>
internal sealed class Matchmaking(IGrainFactory grains, IReadOnlyList<Demand> demands, SampleParties parties)
{
    private const int Best = 60;

    private static readonly string[] Boards = ["sites", "partners", "opportunities"];

    private readonly Dictionary<string, int> _introduced = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _taken = [];

    /// <summary>Waits until the lists stand on the clock's day, on which a choice depends.</summary>
    public Task ReachToday() =>
        Task.WhenAll(Boards.Select(board => grains.Index(board).WaitForProjection(long.MaxValue)));

    /// <param name="officer">Who looks; the seeker itself looks where it asks.</param>
    /// <returns>Null: no demand has a match that is left.</returns>
    public async Task<Couple?> Next(Story story, bool asks, Caller officer)
    {
        foreach (var board in Boards.OrderBy(board => board != story.Board))
        {
            foreach (var demand in DemandsOn(board, story))
            {
                var seeker = PartyId.Parse(demand.Owner)!.Value;
                var caller = asks ? parties.CallerOf(seeker) : officer;
                if (await BestOf(caller, demand, seeker) is { } couple)
                {
                    Count(demand.Owner);
                    Count($"{couple.Counterpart}");
                    _taken.Add((demand.Id, couple.Match));
                    parties.PersonOf(couple.Seeker);
                    parties.PersonOf(couple.Counterpart);
                    return couple;
                }
            }
        }

        return null;
    }

    private IEnumerable<Demand> DemandsOn(string board, Story story) =>
        demands
            .Where(demand =>
                demand.Board == board
                && (story.Confidential ? parties.IsConfidential(demand.Owner) : !parties.IsConfidential(demand.Owner))
                && story.OfFirst == (PartyId.IdOf(demand.Owner, RecordKind.Enterprise) == SampleEnterprises.First)
                && (!story.OfFirst || demand.Id == SampleEnterprises.IntroducedDemand)
            )
            .OrderBy(demand => _introduced.GetValueOrDefault(demand.Owner!));

    private async Task<Couple?> BestOf(Caller caller, Demand demand, PartyId seeker)
    {
        DemandMatches found;
        try
        {
            found = await grains.Index(demand.Board).Matches(caller, demand.Id, Best);
        }
        catch (NotFoundException)
        {
            return null; // the demand's firm is not on the list yet
        }

        return found
            .Matches.Where(match => match.Verdict is Verdict.Match or Verdict.Possible)
            .Select(match => (match.Id, Party: parties.OfMatch(match.Id)))
            .Where(match => match.Party is { } party && party != seeker && !_taken.Contains((demand.Id, match.Id)))
            .OrderBy(match => _introduced.GetValueOrDefault($"{match.Party}"))
            .Select(match => new Couple(demand, match.Id, seeker, match.Party!.Value))
            .FirstOrDefault();
    }

    private void Count(string? party) => _introduced[party!] = _introduced.GetValueOrDefault(party!) + 1;
}
