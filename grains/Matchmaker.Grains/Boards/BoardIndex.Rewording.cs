using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Boards;

internal sealed partial class BoardIndex
{
    private void PutTaxonomy(string id, string? body)
    {
        if (body is null || Taxonomies.Find(id) is null)
            return;
        var before = Taxonomies;
        Taxonomies = before.WithTerms(id, RecordJson.Read<TaxonomyRevision>(body).Terms);
        if (!ReferenceEquals(before, Taxonomies))
            _lexicon = null;
    }

    // Profiles and demands take the new codes at one moment, so that only what really changed raises events.
    private List<DemandChange> RemapCodes(IReadOnlyList<ChangedRecord> change)
    {
        foreach (var entry in change.Where(entry => entry.Kind == RecordKind.Taxonomy))
            PutTaxonomy(entry.Id, entry.Body);
        _counterpart?.RemapCodes(Taxonomies);
        var before = Catalogue;
        var moved = _source
            .Ids.Select(id => new ProfileChange(before.Find(id), Profile(id)))
            .Where(change =>
                change.Before is not null
                && change.After is not null
                && !ReferenceEquals(change.Before, change.After)
                && !Same(change.Before, change.After)
            )
            .ToList();
        Renew(moved);

        var changes = new List<DemandChange>();
        var reworded = _demands
            .Select(demand => (Before: _standing.Find(demand.Key)!, After: Current(demand.Value)))
            .Where(demand => !demand.Before.Criteria.SequenceEqual(demand.After.Criteria))
            .ToList();
        foreach (var (old, next) in reworded)
        {
            _standing.Remove(old.Id);
            changes.AddRange(StandingDemands.RevisionChanges(old, next, before, Catalogue, Day));
        }

        changes.AddRange(_standing.Changes(moved, Day, Day));
        foreach (var (_, next) in reworded)
            _standing.Put(next);

        return changes;
    }

    private static bool Same(Profile profile, Profile other) =>
        profile.Values.Count == other.Values.Count && profile.Values.SequenceEqual(other.Values);

    private static ImmutableHashSet<string> PartiesOf(IEnumerable<ChangedRecord> change) =>
        [
            .. change
                .Where(entry => entry.Kind == RecordKind.Demand || KindTable.Of(entry.Kind).IsProfile)
                .Select(entry =>
                    KindTable.Of(entry.Kind).IsParty ? new PartyId(entry.Kind, entry.Id).ToString() : entry.Owner
                )
                .OfType<string>(),
        ];
}
