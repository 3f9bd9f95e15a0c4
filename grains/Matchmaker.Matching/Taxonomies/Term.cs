using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Taxonomies;

/// <summary>One term of a taxonomy: a code that tags may claim and demands may ask for.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Term
{
    /// <summary>
    /// A path such as <c>process/machining/cnc</c>, narrower than its prefixes. Permanent: a term is moved, never
    /// renamed in place.
    /// </summary>
    public required string Code { get; init; }

    public LocalText Label { get; init; } = new();

    /// <summary>Other names in any language: trade words, abbreviations, other spellings.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>
    /// Codes of the industries taxonomy (HSIC divisions and strategic industries) that the term serves; the mapping is
    /// ours, not official.
    /// </summary>
    public ImmutableArray<string> Industries { get; init; } = [];

    /// <summary>
    /// The code that replaces this one after a rename or merger, narrower codes included; null: the code is current.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MovedTo { get; init; }

    public bool Equals(Term? other) =>
        other is not null
        && (Code, Label, MovedTo) == (other.Code, other.Label, other.MovedTo)
        && Synonyms.SequenceEqual(other.Synonyms)
        && Industries.SequenceEqual(other.Industries);

    public override int GetHashCode() => HashCode.Combine(Code, Label, MovedTo);
}
