using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>What was shown on one day: enough to read it, and to work it out again.</summary>
/// <param name="AsOf">The day in Hong Kong on which staleness, expiry and dated rules were judged.</param>
/// <param name="Demands">The demand, and those of the same Brief on whose boards an item is.</param>
/// <param name="Items">In the order in which they were kept.</param>
/// <param name="Rules">The rules and lists of codes that decided, by kind and id.</param>
[GenerateSerializer, Immutable]
public sealed record Sheet(
    DateOnly AsOf,
    ImmutableArray<SheetDemand> Demands,
    ImmutableArray<SheetItem> Items,
    ImmutableArray<SheetRule> Rules
)
{
    /// <summary>SHA-256 of the canonical form, 64 lower-case hex digits.</summary>
    public string Hash() => CanonicalJson.Hash(this);

    /// <summary>The sheet without what only the office was shown.</summary>
    public Sheet Open() => Items.IsDefault ? this : this with { Items = Items.RemoveAll(item => item.OfficeOnly) };
}

/// <param name="Demand">The demand's id.</param>
/// <param name="Version">Its version then.</param>
/// <param name="Criteria">As they were matched, with the codes of then.</param>
/// <param name="Combine">
/// How many adjacent spaces it took together, 2 to 6; null: none, or no item of its board is of several.
/// </param>
[GenerateSerializer, Immutable]
public sealed record SheetDemand(
    string Demand,
    long Version,
    string Board,
    ImmutableArray<Criterion> Criteria,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Combine = null
);

/// <summary>One match as it was shown, with every known value of its record.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record SheetItem
{
    /// <summary>The match's id on its board.</summary>
    public required string Item { get; init; }

    public required string Board { get; init; }

    /// <summary>The record's name; null: it has none, or a name would tell whose need it is.</summary>
    public LocalText? Name { get; init; }

    /// <summary>A space's building; null: another kind, or the building has no name.</summary>
    public LocalText? Building { get; init; }

    /// <summary>
    /// A space's name in its building, of combined spaces the members' joined by <c> + </c>; null: another kind, or not
    /// told.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>Its own address, or its building's; null: not told.</summary>
    public LocalText? Address { get; init; }

    /// <summary>
    /// The verdict and every part of the score. The mutual score is not kept: it tells of the other side's demands.
    /// </summary>
    public required Match Match { get; init; }

    /// <summary>
    /// Every known value by attribute code, stated, inherited or worked out; with the codes of then. Of combined spaces
    /// what they have together.
    /// </summary>
    public required ImmutableSortedDictionary<string, Value> Values { get; init; }

    /// <summary>
    /// Day and source of each value; of combined spaces the earliest day, none where a member has none, all sources.
    /// </summary>
    public required ImmutableSortedDictionary<string, Fact> Facts { get; init; }

    /// <summary>The records of which it was made, with their versions: a building before its spaces.</summary>
    public required ImmutableArray<SheetRecord> Records { get; init; }

    /// <summary>The spaces that are taken together, in order of position; null: it is a single profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SheetMember>? Members { get; init; }

    /// <summary>Whether a record of it is invented sample data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    /// <summary>Whether only the office was shown it, because it was not public.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OfficeOnly { get; init; }
}

/// <summary>One of the spaces that an item takes together, as it was shown.</summary>
/// <param name="Item">The space's id, such as <c>b1/s1</c>.</param>
/// <param name="Name">Null: it has none.</param>
/// <param name="Unit">Its name in its building; null: not told.</param>
/// <param name="Values">Every known value by attribute code, its own, inherited or worked out.</param>
/// <param name="Facts">Day and source of each value.</param>
[GenerateSerializer, Immutable]
public sealed record SheetMember(
    string Item,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalText? Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Unit,
    ImmutableSortedDictionary<string, Value> Values,
    ImmutableSortedDictionary<string, Fact> Facts
);

/// <param name="Record">Such as <c>buildings/b1</c> or <c>spaces/b1/s1</c>.</param>
[GenerateSerializer, Immutable]
public sealed record SheetRecord(string Record, long Version);

/// <summary>A table of rules or a list of codes as it was used.</summary>
/// <param name="Kind"><c>gates</c> or <c>taxonomy</c>.</param>
/// <param name="Id">The taxonomy's id; for gates <c>gates</c>.</param>
/// <param name="Version">0: as shipped.</param>
/// <param name="Hash">SHA-256 of its content, under which the content is kept.</param>
[GenerateSerializer, Immutable]
public sealed record SheetRule(string Kind, string Id, long Version, string Hash);
