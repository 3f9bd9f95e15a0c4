using System.Collections.Immutable;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching.Taxonomies;

namespace Matchmaker.Contracts.Taxonomies;

/// <summary>A taxonomy as it stands: the list that the product ships (version 0), or what admins made of it.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record TaxonomyRevision : Record
{
    /// <summary>The attributes that take its codes, such as <c>partners.capabilities</c>. Read-only.</summary>
    public ImmutableArray<string> Attributes { get; init; } = [];

    /// <summary>Broader ones before their narrower ones. No code ever leaves the list: it is moved.</summary>
    public required ImmutableArray<Term> Terms { get; init; }
}

/// <summary>One taxonomy, which every board's index follows. Key: its id, such as <c>capabilities</c>.</summary>
[Alias("taxonomy")]
public interface ITaxonomyGrain : IRecordGrain<TaxonomyRevision>;
