using System.Text.Json.Serialization;

namespace Matchmaker.Matching.DatedTables;

/// <summary>A row in which one version of a table differs from another.</summary>
/// <param name="Before">Null: the row is new.</param>
/// <param name="After">Null: the row is gone.</param>
[GenerateSerializer, Immutable]
public sealed record RowDifference<TRow>(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TRow? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TRow? After
)
    where TRow : class;
