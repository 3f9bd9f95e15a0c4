using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Reverse;
using Matchmaker.Matching.Values;

namespace Matchmaker.Bench;

/// <summary>
/// Synthetic spaces with the gaps and skew of real data, from a seed, and three demands of very different selectivity.
/// </summary>
internal sealed class Spaces(int seed)
{
    public static readonly DateOnly Today = new(2027, 3, 31);

    private readonly Random _random = new(seed);

    public static ImmutableArray<(string Name, ImmutableArray<Criterion> Criteria)> Demands { get; } =
    [
        (
            "broad",
            Checked(
                AtLeast("area", 600, 1200),
                AtMost("rent", 140, 90),
                AnyOf("kind", "flattedFactory", "godown", "laboratory"),
                Is("gas") with
                {
                    Strength = Strength.Prefer,
                }
            )
        ),
        (
            "typical",
            Checked(
                AtLeast("area", 1800, 3000),
                AtMost("rent", 110, 80),
                AtLeast("floorLoading", 12, 15),
                AtLeast("headroom", 4.5m, 6),
                Allows("production"),
                AtLeast("power", 200, 400) with
                {
                    Strength = Strength.Prefer,
                },
                Within(6000, 1000)
            )
        ),
        (
            "selective",
            Checked(
                AtLeast("area", 4500, 5500),
                AtMost("rent", 70, 65),
                AtLeast("floorLoading", 22, 28),
                AtLeast("headroom", 6.5m, 7),
                Allows("production"),
                Is("cleanRoom"),
                AtLeast("liftCapacity", 3000, 5000),
                Within(3000, 1000)
            )
        ),
    ];

    public List<Profile> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    public Profile One(int number)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var days = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        var verified = Today.AddDays(-_random.Next(500));
        foreach (var attribute in BoardTable.Sites.Attributes)
        {
            if (_random.NextDouble() < Gap(attribute))
                continue;
            values[attribute.Code] = Value(attribute);
            if (_random.NextDouble() < 0.95)
                days[attribute.Code] = verified;
        }

        // Six neighbours on each floor.
        values["floor"] = new NumberValue(number % 12 / 6);

        return new(
            $"b{number / 12}/s{number % 12}",
            values.ToImmutable(),
            days.ToImmutable(),
            _random.NextDouble() < 0.8,
            $"owners/o{_random.Next(50)}",
            new($"b{number / 12}", number % 6)
        );
    }

    /// <summary>A demand with random musts; most demands accept a few percent of the spaces.</summary>
    public StandingDemand Demand(int number)
    {
        ImmutableArray<Criterion> criteria =
        [
            AtLeast("area", 800 + _random.Next(4500), 5500),
            AtMost("rent", 62 + _random.Next(60), 60),
            AtLeast("floorLoading", 5 + _random.Next(15), 20),
            AtLeast("headroom", 2.5m + (_random.Next(30) / 10m), 8),
            Allows(BoardTable.Sites.Find("uses")!.Values[_random.Next(9)].Code),
            AtMost("availableFrom", Today.AddDays(_random.Next(400))),
            Is(_random.NextDouble() < 0.5 ? "gas" : "cleanRoom") with
            {
                Strength = Strength.Prefer,
            },
        ];
        return new(
            $"d{number}",
            "sites",
            "enterprises/e1",
            Checked([.. criteria.Where(_ => _random.NextDouble() < 0.95)]),
            50
        );
    }

    private static double Gap(BoardAttribute attribute) =>
        attribute.Code switch
        {
            "area" or "location" or "kind" => 0.01,
            "rent" or "headroom" or "floorLoading" => 0.15,
            "uses" => 0.2,
            _ => 0.3 + (attribute.Code.Length % 5 * 0.1),
        };

    private Value Value(BoardAttribute attribute) =>
        attribute.Kind switch
        {
            AttributeKind.Number => new NumberValue(Number(attribute)),
            AttributeKind.Date => new DayValue(Today.AddDays(_random.Next(600) - 200)),
            AttributeKind.Category => new CodeValue(attribute.Values[_random.Next(attribute.Values.Length)].Code),
            AttributeKind.Flag => new FlagValue(_random.NextDouble() < 0.2),
            AttributeKind.Use => new UsesValue(
                attribute
                    .Values.Where(_ => _random.NextDouble() < 0.7)
                    .ToImmutableSortedDictionary(
                        entry => entry.Code,
                        _ => (UseVerdict)_random.Next(3),
                        StringComparer.Ordinal
                    )
            ),
            _ => new PointValue(22.28 + (_random.NextDouble() * 0.08), 114.18 + (_random.NextDouble() * 0.08)),
        };

    // Real quantities are skewed to the low end: most spaces are small, and few floors are strong.
    private decimal Number(BoardAttribute attribute)
    {
        var (low, high) = attribute.Code switch
        {
            "area" => (20m, 6000m),
            "rent" => (60m, 400m),
            "headroom" => (2.4m, 8m),
            "floorLoading" => (2m, 30m),
            "liftCapacity" => (500m, 10_000m),
            "power" => (30m, 1200m),
            _ => (((NumberValue)attribute.Min!).Number, ((NumberValue)attribute.Max!).Number),
        };
        var share = (decimal)Math.Pow(_random.NextDouble(), 2);
        return decimal.Floor((low + ((high - low) * share)) / attribute.Step!.Value) * attribute.Step.Value;
    }

    public static ImmutableArray<Criterion> Checked(params ImmutableArray<Criterion> criteria) =>
        DemandRules.Check(BoardTable.Sites, criteria, "criteria").Value;

    private static Criterion AtLeast(string code, decimal limit, decimal ideal) =>
        new()
        {
            Attribute = code,
            Op = Op.AtLeast,
            Limit = new NumberValue(limit),
            Ideal = new NumberValue(ideal),
        };

    private static Criterion AtMost(string code, decimal limit, decimal ideal) =>
        new()
        {
            Attribute = code,
            Op = Op.AtMost,
            Limit = new NumberValue(limit),
            Ideal = new NumberValue(ideal),
        };

    private static Criterion AtMost(string code, DateOnly limit) =>
        new()
        {
            Attribute = code,
            Op = Op.AtMost,
            Limit = new DayValue(limit),
        };

    private static Criterion AnyOf(string code, params string[] values) =>
        new()
        {
            Attribute = code,
            Op = Op.AnyOf,
            Values = [.. values],
        };

    private static Criterion Is(string code) =>
        new()
        {
            Attribute = code,
            Op = Op.Is,
            Value = new FlagValue(true),
        };

    public static Criterion Allows(string use) =>
        new()
        {
            Attribute = "uses",
            Op = Op.Allows,
            Value = new CodeValue(use),
        };

    private static Criterion Within(int limit, int ideal) =>
        new()
        {
            Attribute = "location",
            Op = Op.Within,
            Of = new(22.32, 114.22),
            Limit = new NumberValue(limit),
            Ideal = new NumberValue(ideal),
        };
}
