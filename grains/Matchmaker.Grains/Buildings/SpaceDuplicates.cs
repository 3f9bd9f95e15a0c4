using System.Collections.Immutable;
using Matchmaker.Contracts.Firms;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Buildings;

/// <summary>Finds the spaces of one building that are one unit, entered twice. Pure.</summary>
internal sealed class SpaceDuplicates
{
    private const int Most = 20;

    private readonly Dictionary<(int? Floor, string Unit), List<(string Id, LocalText? Name, bool IsStated)>> _known =
    [];

    public void Add(string id, LocalText? name, SpacePlace? place)
    {
        if (place is null)
            return;
        if (!_known.TryGetValue((place.Floor, place.Unit), out var spaces))
            _known[(place.Floor, place.Unit)] = spaces = [];
        if (spaces.Count < Most)
            spaces.Add((id, name, place.IsStated));
    }

    /// <summary>A match on a floor that both state; a possible match on one that the unit's number says.</summary>
    public DuplicateReport Of(string id, SpacePlace? place)
    {
        if (place is null || !_known.TryGetValue((place.Floor, place.Unit), out var spaces))
            return DuplicateReport.None;
        ImmutableArray<DuplicateReason> reasons = place.Floor is null
            ? [DuplicateReason.Building, DuplicateReason.Unit]
            : [DuplicateReason.Building, DuplicateReason.Floor, DuplicateReason.Unit];
        return DuplicateReport.Of(
            spaces
                .Where(space => space.Id != id)
                .Select(space => new DuplicateCandidate(
                    space.Id,
                    space.Name,
                    place.IsStated && space.IsStated ? DuplicateVerdict.Match : DuplicateVerdict.PossibleMatch,
                    reasons
                ))
        );
    }
}
