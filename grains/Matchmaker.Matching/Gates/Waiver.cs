using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Gates;

/// <summary>
/// A waiver of the lease's user clause: the Lands Department allows a use for a time (matching.md section 12).
/// </summary>
/// <param name="Use">A code of the list <c>use</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included; null: no end.</param>
/// <param name="Reference">The letter or number by which others find it; null: not told.</param>
[GenerateSerializer, Immutable]
public sealed record Waiver(
    string Use,
    DateOnly From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? To = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reference = null
)
{
    /// <summary>Whether it holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && !(To < day);
}
