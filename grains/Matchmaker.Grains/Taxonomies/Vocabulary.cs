using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Taxonomies;

/// <summary>
/// The taxonomies as this silo saw them last. Terms are added and moved but never removed, so that only a code that is
/// not among them needs another look before it is refused.
/// </summary>
internal sealed class Vocabulary(IGrainFactory grains)
{
    private volatile TaxonomySet _taxonomies = TaxonomySet.BuiltIn;

    /// <summary>Taxonomies that have every tag of the values, where any have.</summary>
    public ValueTask<TaxonomySet> For(Board board, IReadOnlyDictionary<string, Value> values) =>
        CodeReader.Knows(_taxonomies, board, values) ? new(_taxonomies) : new(Refreshed());

    /// <summary>Taxonomies that have every tag of the criteria, where any have.</summary>
    public ValueTask<TaxonomySet> For(string board, IEnumerable<Criterion> criteria) =>
        BoardTable.Find(board) is not { } known || criteria.All(criterion => Knows(known, criterion))
            ? new(_taxonomies)
            : new(Refreshed());

    /// <summary>The taxonomies as they stand now.</summary>
    public Task<TaxonomySet> Latest() => Refreshed();

    private bool Knows(Board board, Criterion? criterion) =>
        criterion is not { Op: Op.Covers, Attribute: { } attribute, Value: CodeValue tag }
        || board.Find(attribute) is not { Kind: AttributeKind.Tags }
        || CodeReader.Knows(_taxonomies, board, attribute, tag.Code);

    private async Task<TaxonomySet> Refreshed()
    {
        var latest = await Task.WhenAll(
            TaxonomySet.BuiltIn.All.Select(taxonomy => grains.Taxonomy(taxonomy.Id).Get(Caller.System))
        );
        return _taxonomies = latest.Aggregate(
            _taxonomies,
            (set, revision) => set.WithTerms(revision.Id, revision.Terms)
        );
    }
}
