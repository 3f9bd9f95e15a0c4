using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Boards;

/// <summary>One attribute of a board's schema: a row of attributes.csv.</summary>
[SuppressMessage(
    "Naming",
    "CA1711",
    Justification = "A board's attribute, not a .NET attribute: the domain's own word."
)]
public sealed record BoardAttribute
{
    /// <summary>Its name in values, criteria and CSV columns, such as <c>floorLoading</c>.</summary>
    public required string Code { get; init; }

    public required AttributeKind Kind { get; init; }

    /// <summary>The one unit of its numbers, such as <c>kPa</c>; null: it is not a number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>Numbers are whole multiples of it, in the unit; days: 1; null: neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Step { get; init; }

    /// <summary>The least number, the first day or the south-west corner that it takes; null: it has no range.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Value? Min { get; init; }

    /// <summary>The greatest number, the last day or the north-east corner that it takes; null: it has no range.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Value? Max { get; init; }

    /// <summary>The closed list in lists.csv that its codes come from; null: it has none.</summary>
    [JsonIgnore]
    public string? ListCode { get; init; }

    /// <summary>The closed list itself, in the file's order; empty where there is none.</summary>
    [JsonIgnore]
    public ImmutableArray<ListEntry> Values { get; init; } = [];

    /// <summary>The closed list as it is written in JSON: left out where there is none.</summary>
    [JsonPropertyName("values"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ListEntry>? Listed => Values.IsEmpty ? null : Values;

    /// <summary>Days after its verification on which a value still counts as fresh.</summary>
    public required int FreshDays { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>What exactly is meant, in English.</summary>
    public required string Meaning { get; init; }

    /// <summary>The ops that its kind has.</summary>
    public ImmutableArray<Op> Ops =>
        Kind switch
        {
            AttributeKind.Number or AttributeKind.Date => [Op.AtLeast, Op.AtMost, Op.Between],
            AttributeKind.Category => [Op.AnyOf],
            AttributeKind.Flag => [Op.Is],
            AttributeKind.Use => [Op.Allows],
            AttributeKind.Point => [Op.Within],
            _ => [Op.Covers],
        };

    /// <summary>The place of a code in the closed list, from 0; -1: not in it.</summary>
    internal int PlaceOf(string code)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i].Code == code)
                return i;
        }

        return -1;
    }
}

/// <summary>One code of a closed list.</summary>
public sealed record ListEntry(string Code, LocalText Label);

/// <summary>What sort of value an attribute takes (matching.md section 2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttributeKind>))]
public enum AttributeKind
{
    /// <summary>A whole number of steps in one unit.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>A calendar day.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>One code of a closed list.</summary>
    [JsonStringEnumMemberName("category")]
    Category,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>A set of taxonomy codes; never unknown.</summary>
    [JsonStringEnumMemberName("tags")]
    Tags,

    /// <summary>A verdict for each use of a closed list.</summary>
    [JsonStringEnumMemberName("use")]
    Use,

    /// <summary>Latitude and longitude, WGS 84.</summary>
    [JsonStringEnumMemberName("point")]
    Point,
}
