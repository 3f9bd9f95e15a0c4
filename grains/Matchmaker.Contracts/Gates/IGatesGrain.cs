using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.DatedTables;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Gates;

/// <summary>
/// The published versions of the table of gates. A version is published when the board judges by it and has told the
/// demands of what that changes. A table has 1 to 2 000 rules; no two of one gate, key and use hold on one day. Key: 0.
/// </summary>
[Alias("gates")]
public interface IGatesGrain : IDatedTableGrain<GateRow, GatePreview>;

/// <summary>
/// What another version would change on the board of sites; nothing here is of a confidential project's demands.
/// </summary>
/// <param name="On">The day in Hong Kong for which it was worked out: that from which the version holds.</param>
/// <param name="Verdicts">How many spaces change, by use and verdicts; the most spaces first.</param>
/// <param name="SpaceCount">How many spaces have a use of which the verdict changes.</param>
/// <param name="Spaces">The first 100 of them by id.</param>
/// <param name="Gaining">How many saved demands a match of which they would be notified appears for.</param>
/// <param name="Losing">How many such a match is gone from.</param>
/// <param name="Appeared">How many matches appear for all demands together.</param>
/// <param name="Gone">How many are gone.</param>
/// <param name="Demands">The first 100 of the demands by id.</param>
[GenerateSerializer, Immutable]
public sealed record GatePreview(
    DateOnly On,
    ImmutableArray<VerdictCount> Verdicts,
    int SpaceCount,
    ImmutableArray<PreviewedSpace> Spaces,
    int Gaining,
    int Losing,
    int Appeared,
    int Gone,
    ImmutableArray<PreviewedDemand> Demands
);

/// <param name="Before">Null: unknown.</param>
/// <param name="After">Null: unknown.</param>
/// <param name="Spaces">How many spaces.</param>
[GenerateSerializer, Immutable]
public sealed record VerdictCount(
    string Use,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? After,
    int Spaces
);

/// <param name="Space">The space's id.</param>
/// <param name="Uses">In the order of the list <c>use</c>.</param>
[GenerateSerializer, Immutable]
public sealed record PreviewedSpace(string Space, ImmutableArray<UseChange> Uses);

/// <param name="Demand">The demand's id.</param>
/// <param name="Appeared">How many matches appear.</param>
/// <param name="Gone">How many are gone.</param>
[GenerateSerializer, Immutable]
public sealed record PreviewedDemand(string Demand, int Appeared, int Gone);
