using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Listings;

/// <summary>A record with values for a board, their dates and sources (api.md).</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public abstract record Listing : Record
{
    public LocalText? Name { get; init; }

    public LocalText? Address { get; init; }

    /// <summary>
    /// The party that offers it, such as <c>owners/o1</c>; null: none in the system (a space takes its building's).
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>The record's own values, by attribute code; an absent code is unknown.</summary>
    public ImmutableSortedDictionary<string, Value> Values { get; init; } =
        ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>Day and source of the values for which they differ from the record's; null: none does.</summary>
    public ImmutableSortedDictionary<string, Fact>? Facts { get; init; }

    /// <summary>The day on which the values were last verified; null: never, so they are stale.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>The source of the values; null: not given.</summary>
    public string? Source { get; init; }

    /// <summary>Whether everybody may see it; a space is public only with its building.</summary>
    public bool Public { get; init; }

    /// <summary>The day on which the value of that attribute was verified; null: never.</summary>
    public DateOnly? VerifiedDayOf(string attribute) => Facts?.GetValueOrDefault(attribute)?.VerifiedOn ?? VerifiedOn;

    /// <summary>The source of the value of that attribute; null: not given.</summary>
    public string? SourceOf(string attribute) => Facts?.GetValueOrDefault(attribute)?.Source ?? Source;

    /// <summary>True for invented sample data, which is marked wherever it shows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
}
