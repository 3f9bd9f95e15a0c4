using System.Text.Json.Serialization;

namespace Matchmaker.Matching;

/// <summary>A text as its author wrote it in each language; null: not written in that one. Never converted by machine.</summary>
[GenerateSerializer, Immutable]
public sealed record LocalText(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? En = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ZhHant = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ZhHans = null);
