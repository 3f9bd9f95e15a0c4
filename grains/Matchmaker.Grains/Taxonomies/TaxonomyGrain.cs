using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Grains.Taxonomies;

/// <summary>One taxonomy, with every code that ever was in it.</summary>
internal sealed class TaxonomyGrain(Database database)
    : DefaultedRecordGrain<TaxonomyRevision>(RecordKind.Taxonomy, database),
        ITaxonomyGrain
{
    protected override ValueTask<Stored<TaxonomyRevision>> Decide(
        Caller caller,
        TaxonomyRevision body,
        Stored<TaxonomyRevision>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        var terms = body.Terms.IsDefault ? [] : body.Terms;
        TaxonomyRules.Check(terms, before?.Record.Terms ?? Shipped().Terms, broken);
        broken.Throw();
        return new(new Stored<TaxonomyRevision>(body with { Attributes = Attributes(Key), Terms = terms }, Visibility));
    }

    protected override TaxonomyRevision Shipped() =>
        TaxonomySet.BuiltIn.Find(Key) is { } shipped
            ? new()
            {
                Id = Key,
                Attributes = Attributes(Key),
                Terms = shipped.Terms,
            }
            : throw new NotFoundException();

    private static ImmutableArray<string> Attributes(string taxonomy) =>
        [.. TaxonomySet.AttributesOf(taxonomy).Select(place => $"{place.Board}.{place.Attribute}")];
}
