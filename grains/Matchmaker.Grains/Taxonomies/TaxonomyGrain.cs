using System.Collections.Immutable;
using Matchmaker.Contracts;

namespace Matchmaker.Grains;

/// <summary>One taxonomy: what the product ships until an admin edits it, then the edited list, with every code that ever was in it.</summary>
internal sealed class TaxonomyGrain(Database database) : RecordGrain<TaxonomyEdition>(RecordKind.Taxonomy, database), ITaxonomyGrain
{
    private static Face Face => new(RecordKind.Taxonomy, null, true);

    public override async Task<TaxonomyEdition> Get(Caller caller, CancellationToken cancellation = default)
    {
        await Loaded();
        return Current?.Record ?? Shipped();
    }

    public override Task<Saved<TaxonomyEdition>> Put(Caller caller, TaxonomyEdition body, long? expected, bool chosen, CancellationToken cancellation = default) =>
        // Because a list that nobody edited has no row yet, replacing its version 0 creates one.
        base.Put(caller, body, expected is 0 ? null : expected ?? throw new VersionException(), chosen, cancellation);

    public override Task Delete(Caller caller, long expected, CancellationToken cancellation = default) => throw new ForbiddenException();

    protected override ValueTask<Stored<TaxonomyEdition>> Decide(Caller caller, TaxonomyEdition body, Stored<TaxonomyEdition>? before, bool chosen)
    {
        var broken = new Broken();
        var terms = body.Terms.IsDefault ? [] : body.Terms;
        TaxonomyRules.Check(terms, before?.Record.Terms ?? Shipped().Terms, broken);
        broken.Throw();
        return new(new Stored<TaxonomyEdition>(body with { Attributes = Attributes(Key), Terms = terms }, Face));
    }

    protected override RecordWrite Write(Caller caller, Stored<TaxonomyEdition>? before, Stored<TaxonomyEdition>? next) =>
        Writing.Write(caller, RecordKind.Taxonomy, Key, before, next, Key, null);

    protected override IEnumerable<string> Boards(TaxonomyEdition record) => Matching.Boards.All.Select(board => board.Code);

    /// <exception cref="NotFoundException">There is no taxonomy of this name.</exception>
    private TaxonomyEdition Shipped() => Matching.Taxonomies.BuiltIn.Find(Key) is { } shipped
        ? new() { Id = Key, Attributes = Attributes(Key), Terms = shipped.Terms }
        : throw new NotFoundException();

    private static ImmutableArray<string> Attributes(string taxonomy) =>
        [.. Matching.Taxonomies.AttributesOf(taxonomy).Select(one => $"{one.Board}.{one.Attribute}")];
}
