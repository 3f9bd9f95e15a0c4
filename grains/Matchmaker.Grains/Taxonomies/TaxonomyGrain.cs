using System.Collections.Immutable;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>One taxonomy, with every code that ever was in it.</summary>
internal sealed class TaxonomyGrain(Database database)
    : ShippedGrain<TaxonomyEdition>(RecordKind.Taxonomy, database),
        ITaxonomyGrain
{
    protected override ValueTask<Stored<TaxonomyEdition>> Decide(
        Caller caller,
        TaxonomyEdition body,
        Stored<TaxonomyEdition>? before,
        bool chosen
    )
    {
        var broken = new Broken();
        var terms = body.Terms.IsDefault ? [] : body.Terms;
        TaxonomyRules.Check(terms, before?.Record.Terms ?? Shipped().Terms, broken);
        broken.Throw();
        return new(new Stored<TaxonomyEdition>(body with { Attributes = Attributes(Key), Terms = terms }, Face));
    }

    protected override IEnumerable<string> Boards(TaxonomyEdition record) =>
        Matching.Boards.All.Select(board => board.Code);

    protected override TaxonomyEdition Shipped() =>
        Matching.Taxonomies.BuiltIn.Find(Key) is { } shipped
            ? new()
            {
                Id = Key,
                Attributes = Attributes(Key),
                Terms = shipped.Terms,
            }
            : throw new NotFoundException();

    private static ImmutableArray<string> Attributes(string taxonomy) =>
        [.. Matching.Taxonomies.AttributesOf(taxonomy).Select(one => $"{one.Board}.{one.Attribute}")];
}
