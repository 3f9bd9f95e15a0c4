using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Records;

/// <summary>A record that has a place on a board: what is stated of it, since when and by whom (api.md).</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public abstract record Listing : Record
{
    public LocalText? Name { get; init; }

    public LocalText? Address { get; init; }

    /// <summary>Who offers it, such as <c>owners/o1</c>; null: nobody in the system (a space then takes its building's).</summary>
    public string? Owner { get; init; }

    /// <summary>What the record states itself, by attribute code; an absent code is unknown.</summary>
    public ImmutableSortedDictionary<string, Value> Values { get; init; } =
        ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>Day and source of the values for which they differ from the record's; null: none does.</summary>
    public ImmutableSortedDictionary<string, Fact>? Facts { get; init; }

    /// <summary>The day on which the stated values were last made sure of; null: never, so that they are stale.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Who says so; null: not told.</summary>
    public string? Source { get; init; }

    /// <summary>Whether everybody may see it; a space shows only where its building does too.</summary>
    public bool Public { get; init; }

    /// <summary>True for invented sample data, which is marked wherever it shows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
}
