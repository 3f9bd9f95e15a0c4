using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Upgrades;

/// <summary>
/// A step by which a manufacturer becomes digital, smart, green or certified. Its months and costs are ranges that
/// we assume; a firm states its own.
/// </summary>
/// <param name="Id">Such as <c>iso-13485</c>.</param>
/// <param name="Dimension">The code of an <see cref="UpgradeTerm"/>, such as <c>digital</c>.</param>
/// <param name="Symptoms">What hurts in a firm that it helps.</param>
/// <param name="LevelFrom">The smart level that it takes a firm from, 0 to 4.</param>
/// <param name="LevelTo">The smart level that it takes a firm to, 0 to 4.</param>
/// <param name="Builders">The capabilities of those who build it; any of them.</param>
/// <param name="Fields">The research fields in which it is invented; any of them; empty: none.</param>
/// <param name="Programmes">The programmes that may pay for it.</param>
/// <param name="Training">The programmes that may pay for its people.</param>
/// <param name="Certification">The certification that the firm holds afterwards; null: none.</param>
/// <param name="CostLow">HK$.</param>
/// <param name="CostHigh">HK$.</param>
/// <param name="Needs">The attributes of the board of sites on which it may make demands.</param>
/// <param name="Basis">What the ranges stand on.</param>
[GenerateSerializer, Immutable]
public sealed record UpgradeStep(
    string Id,
    LocalText Name,
    string Dimension,
    ImmutableArray<string> Symptoms,
    int LevelFrom,
    int LevelTo,
    ImmutableArray<string> Builders,
    ImmutableArray<string> Fields,
    ImmutableArray<string> Programmes,
    ImmutableArray<string> Training,
    string? Certification,
    int MonthsLow,
    int MonthsHigh,
    long CostLow,
    long CostHigh,
    ImmutableArray<string> Needs,
    string Basis
)
{
    /// <summary>The months assumed for a firm that has not said: the middle of the range, rounded up.</summary>
    [JsonIgnore]
    public int AssumedMonths => (MonthsLow + MonthsHigh + 1) / 2;

    /// <summary>The cost in HK$ assumed for a firm that has not said: the middle of the range, in ten thousands.
    /// </summary>
    [JsonIgnore]
    public long AssumedCost => (CostLow + CostHigh) / 2 / 10_000 * 10_000;

    /// <summary>Whether the other says the same in every field.</summary>
    public bool Equals(UpgradeStep? other) => other is not null && Said(this).SequenceEqual(Said(other));

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    // A list is said by its codes, which have no blank, in their order.
    private static IEnumerable<object?> Said(UpgradeStep step) =>
        [
            step.Id,
            step.Name,
            step.Dimension,
            step.LevelFrom,
            step.LevelTo,
            step.Certification,
            step.MonthsLow,
            step.MonthsHigh,
            step.CostLow,
            step.CostHigh,
            step.Basis,
            .. new[] { step.Symptoms, step.Builders, step.Fields, step.Programmes, step.Training, step.Needs }.Select(
                codes => string.Join(' ', codes)
            ),
        ];
}

/// <summary>A code with its name: a dimension of the steps, or a question about what hurts.</summary>
[GenerateSerializer, Immutable]
public sealed record UpgradeTerm(string Code, LocalText Name);

/// <summary>Something that hurts in a firm, in its own words.</summary>
/// <param name="Group">The code of the question that asks for it.</param>
[GenerateSerializer, Immutable]
public sealed record UpgradeSymptom(string Code, string Group, LocalText Name);

/// <summary>A smart level, as the attribute <c>smartLevel</c> of the board of partners counts it.</summary>
/// <param name="Level">0 to 4.</param>
/// <param name="Example">How a workshop of that level works.</param>
[GenerateSerializer, Immutable]
public sealed record SmartLevel(int Level, LocalText Name, LocalText Example);
