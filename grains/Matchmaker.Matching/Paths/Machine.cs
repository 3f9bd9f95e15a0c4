using System.Text.Json.Serialization;

namespace Matchmaker.Matching.Paths;

/// <summary>A machine that has to get into a space and stand there (matching.md section 14).</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Machine
{
    /// <summary>The attribute of sites whose criteria are about machines.</summary>
    public const string Path = "path";

    /// <summary>What people call it; null: it has no name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>In whole kg, as it stands.</summary>
    public required decimal Mass { get; init; }

    /// <summary>In m, step 0.01.</summary>
    public required decimal Length { get; init; }

    /// <summary>In m, step 0.01.</summary>
    public required decimal Width { get; init; }

    /// <summary>In m, step 0.01.</summary>
    public required decimal Height { get; init; }

    /// <summary>The machine as it is delivered; null: as it stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Crate? Crate { get; init; }

    /// <summary>On how many feet it stands, 3 to 100; null: it stands on its whole area.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Feet { get; init; }

    /// <summary>In whole A of three phases; null: not told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Power { get; init; }

    /// <summary>How many of it there are, 1 to 1 000; null: one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>The machine as it travels.</summary>
    internal Crate Delivered =>
        Crate
        ?? new()
        {
            Length = Length,
            Width = Width,
            Height = Height,
        };
}

/// <summary>The box or the part of a machine that travels to its place.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Crate
{
    /// <summary>In whole kg; null: the machine's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Mass { get; init; }

    /// <summary>In m, step 0.01.</summary>
    public required decimal Length { get; init; }

    /// <summary>In m, step 0.01.</summary>
    public required decimal Width { get; init; }

    /// <summary>In m, step 0.01.</summary>
    public required decimal Height { get; init; }
}
