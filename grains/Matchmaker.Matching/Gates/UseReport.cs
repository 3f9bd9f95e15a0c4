using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Gates;

/// <summary>Every use of one space or building, on one day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Uses">In the order of the list <c>use</c>.</param>
[GenerateSerializer, Immutable]
public sealed record UseReport(DateOnly AsOf, ImmutableArray<UseOfSpace> Uses)
{
    public static UseReport Of(Profile profile, DateOnly day, GateTable table) =>
        new(day, [.. BoardTable.Sites.Find(UseGates.Uses)!.Values.Select(use => Of(profile, use.Code, day, table))]);

    /// <summary>One use: as stated, or as plan, lease and neighbours say.</summary>
    public static UseOfSpace Of(Profile profile, string use, DateOnly day, GateTable table)
    {
        if (
            profile.Values.GetValueOrDefault(UseGates.Uses) is UsesValue stated
            && stated.Uses.TryGetValue(use, out var verdict)
        )
            return new(use, verdict, CompiledDemand.IsStale(profile, BoardTable.Sites.Find(UseGates.Uses)!, day), null);
        var answer = UseGates.Answer(profile, use, day, table);
        return new(use, answer.Verdict, answer.Stale, answer.Gates);
    }
}

/// <summary>Whether one use suits, and why.</summary>
/// <param name="Use">A code of the list <c>use</c>.</param>
/// <param name="Verdict">Null: unknown.</param>
/// <param name="Stale">Whether the verdict rests on a value verified too long ago.</param>
/// <param name="Gates">Plan, lease and neighbours; null: the verdict is stated.</param>
[GenerateSerializer, Immutable]
public sealed record UseOfSpace(
    string Use,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? Verdict,
    bool Stale,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<Gate>? Gates
);

/// <summary>A use of a space of which another table of gates gives another verdict.</summary>
/// <param name="Space">The profile's id.</param>
/// <param name="Use">A code of the list <c>use</c>.</param>
/// <param name="Before">Null: unknown.</param>
/// <param name="After">Null: unknown.</param>
[GenerateSerializer, Immutable]
public sealed record UseChange(
    string Space,
    string Use,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UseVerdict? After
);
