using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Places;
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
    /// <summary>The name in values, criteria and CSV columns, such as <c>floorLoading</c>.</summary>
    public required string Code { get; init; }

    public required AttributeKind Kind { get; init; }

    /// <summary>The unit of the attribute's numbers, such as <c>kPa</c>; null: the attribute is not a number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>
    /// The step: every number is a whole multiple of it, in <see cref="Unit"/>; for days 1; null: neither number nor
    /// day.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Step { get; init; }

    /// <summary>
    /// The smallest number, first day or south-west corner allowed; null: the attribute has no range.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Value? Min { get; init; }

    /// <summary>The largest number, last day or north-east corner allowed; null: the attribute has no range.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Value? Max { get; init; }

    /// <summary>The closed list of codes in lists.csv; null: the attribute has none.</summary>
    [JsonIgnore]
    public string? ListCode { get; init; }

    /// <summary>The entries of the closed list, in the file's order; empty: the attribute has no list.</summary>
    [JsonIgnore]
    public ImmutableArray<ListEntry> Values { get; init; } = [];

    /// <summary>The closed list as written in JSON; null (left out): the attribute has no list.</summary>
    [JsonPropertyName("values"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ListEntry>? Listed => Values.IsEmpty ? null : Values;

    /// <summary>
    /// The number of days after verification during which a value counts as fresh; 0: it has no value of its own.
    /// </summary>
    public required int FreshDays { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>
    /// Whether it follows from another attribute: no record states it, but criteria, orders and facets may name it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Derived => Code == StationDistance.Code || Kind is AttributeKind.Path;

    /// <summary>
    /// Whether criteria on it stand for law, safety or an operator's right, and are fixed whatever they say.
    /// </summary>
    [JsonIgnore]
    public bool IsFixed => Code is UseGates.Uses or Admission.Code or Machine.Path;

    /// <summary>Whether a use that no record states is worked out from gates (matching.md section 12).</summary>
    internal bool IsGated => Code == UseGates.Uses;

    /// <summary>The exact definition, in English.</summary>
    public required string Meaning { get; init; }

    /// <summary>The operators that criteria on this attribute may use.</summary>
    public ImmutableArray<Op> Ops =>
        Kind switch
        {
            AttributeKind.Number or AttributeKind.Date => [Op.AtLeast, Op.AtMost, Op.Between],
            AttributeKind.Category => [Op.AnyOf],
            AttributeKind.Flag => [Op.Is],
            AttributeKind.Use => [Op.Allows],
            AttributeKind.Point => [Op.Within],
            AttributeKind.Path => [Op.Takes],
            _ => [Op.Covers],
        };

    /// <summary>The index of a code in the closed list, from 0; -1: the list lacks it.</summary>
    internal int IndexOf(string code)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i].Code == code)
                return i;
        }

        return -1;
    }
}

/// <summary>One entry of a closed list.</summary>
public sealed record ListEntry(string Code, LocalText Label);

/// <summary>The kind of value that an attribute takes (matching.md section 2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttributeKind>))]
public enum AttributeKind
{
    /// <summary>A number, a whole multiple of the attribute's step.</summary>
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

    /// <summary>Whether machines get in; it follows from other attributes and has no value of its own.</summary>
    [JsonStringEnumMemberName("path")]
    Path,
}
