using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Demands;

/// <summary>Short factory methods for criteria; each is a must of the usual weight unless stated otherwise.</summary>
internal static class Criteria
{
    public static Criterion AtLeast(string attribute, decimal limit, decimal? ideal = null, int weight = 5) =>
        new()
        {
            Attribute = attribute,
            Op = Op.AtLeast,
            Limit = new NumberValue(limit),
            Ideal = ideal is { } best ? new NumberValue(best) : null,
            Weight = weight,
        };

    public static Criterion AtMost(string attribute, decimal limit, decimal? ideal = null, int weight = 5) =>
        AtLeast(attribute, limit, ideal, weight) with
        {
            Op = Op.AtMost,
        };

    public static Criterion By(string attribute, DateOnly limit, DateOnly ideal, int weight = 5) =>
        new()
        {
            Attribute = attribute,
            Op = Op.AtMost,
            Limit = new DayValue(limit),
            Ideal = new DayValue(ideal),
            Weight = weight,
        };

    public static Criterion Between(string attribute, decimal min, decimal max, decimal ideal, int weight = 5) =>
        new()
        {
            Attribute = attribute,
            Op = Op.Between,
            Min = new NumberValue(min),
            Max = new NumberValue(max),
            Ideal = new NumberValue(ideal),
            Weight = weight,
        };

    public static Criterion AnyOf(string attribute, string[] values, string[]? preferred = null, int weight = 5) =>
        new()
        {
            Attribute = attribute,
            Op = Op.AnyOf,
            Values = [.. values],
            Preferred = preferred is null ? null : [.. preferred],
            Weight = weight,
        };

    public static Criterion Is(string attribute, bool value, int weight = 5) =>
        new()
        {
            Attribute = attribute,
            Op = Op.Is,
            Value = new FlagValue(value),
            Weight = weight,
        };

    public static Criterion Allows(string use, int weight = 5) =>
        new()
        {
            Attribute = "uses",
            Op = Op.Allows,
            Value = new CodeValue(use),
            Weight = weight,
        };

    /// <summary>Tags that contain the code or a narrower one.</summary>
    public static Criterion Covers(string attribute, string code, int weight = 5) =>
        new()
        {
            Attribute = attribute,
            Op = Op.Covers,
            Value = new CodeValue(code),
            Weight = weight,
        };

    /// <summary>Within a distance of a point, in metres.</summary>
    public static Criterion Near(PointValue of, int limit, int ideal, int weight = 5) =>
        new()
        {
            Attribute = "location",
            Op = Op.Within,
            Of = of,
            Limit = new NumberValue(limit),
            Ideal = new NumberValue(ideal),
            Weight = weight,
        };

    public static Criterion Preferred(this Criterion criterion) => criterion with { Strength = Strength.Prefer };
}

/// <summary>MTR stations of Kowloon East, from which demands measure distances.</summary>
internal static class Stations
{
    public static readonly PointValue KwunTong = new(22.3119, 114.22642);
    public static readonly PointValue NgauTauKok = new(22.31545, 114.21889);
    public static readonly PointValue KowloonBay = new(22.32357, 114.21402);
    public static readonly PointValue DiamondHill = new(22.33999, 114.20147);
    public static readonly PointValue KaiTak = new(22.33069, 114.19965);
    public static readonly PointValue LamTin = new(22.30686, 114.23279);

    public static PointValue Any(RandomSource random) =>
        random.Pick(KwunTong, NgauTauKok, KowloonBay, DiamondHill, KaiTak, LamTin);
}
