using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Listings;

/// <summary>One row of an import: the values that it sets and removes. Absent columns stay as they are.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record ListingPatch
{
    /// <summary>The record's full id: a space's is <c>{buildingId}/{spaceId}</c>.</summary>
    public required string Id { get; init; }

    public LocalText? Name { get; init; }

    public LocalText? Address { get; init; }

    /// <summary>A party such as <c>owners/o1</c>; empty: removed; null: unchanged.</summary>
    public string? Owner { get; init; }

    /// <summary>The row's values, already on their steps, by attribute code.</summary>
    public ImmutableSortedDictionary<string, Value> Values { get; init; } =
        ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>
    /// Attribute codes (or <c>unit</c>, <c>position</c>, names of other columns) that the row calls unknown.
    /// </summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>Holds for every value that the row states; null: as it was.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Holds for every value that the row states; null: as it was.</summary>
    public string? Source { get; init; }

    public bool? Public { get; init; }

    public string? Unit { get; init; }

    public int? Position { get; init; }

    public SpaceStatus? Status { get; init; }

    /// <summary>A building's or a space's waivers, all of them; null: as they were.</summary>
    public ImmutableArray<Waiver>? Waivers { get; init; }

    /// <summary>The building that a firm stands in; null: as it was.</summary>
    public string? BuildingId { get; init; }

    /// <summary>A firm's; null: as it was.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>A centre's first day on the board; null: as it was.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>A centre's last day on the board; null: as it was.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>The result of one patch.</summary>
/// <param name="Errors">Why it was refused; empty unless <see cref="ImportOutcome.Rejected"/>.</param>
[GenerateSerializer, Immutable]
public sealed record ImportResult(string Id, ImportOutcome Outcome, ImmutableArray<FieldError> Errors);

[JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))]
public enum ImportOutcome
{
    [JsonStringEnumMemberName("created")]
    Created,

    [JsonStringEnumMemberName("updated")]
    Updated,

    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    [JsonStringEnumMemberName("rejected")]
    Rejected,
}
