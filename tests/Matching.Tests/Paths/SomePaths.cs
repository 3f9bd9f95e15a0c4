using System.Collections.Immutable;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests.Paths;

/// <summary>Random machines and spaces whose measures lie close together, so that each side decides.</summary>
internal static class SomePaths
{
    /// <summary>The capacities that a path reads: the middle of what machines need, and the way between two.</summary>
    public static readonly ImmutableArray<(string Code, decimal Middle, decimal Way)> Capacities =
    [
        ("doorWidth", 1.8m, 0.2m),
        ("doorHeight", 2.2m, 0.2m),
        ("headroom", 2.4m, 0.2m),
        ("floorLoading", 7.0m, 1.1m),
        ("pointLoad", 5.0m, 1.1m),
        ("power", 100, 30),
        ("liftCapacity", 2000, 300),
        ("liftCarLength", 2.4m, 0.2m),
        ("liftCarWidth", 2.0m, 0.2m),
        ("liftCarHeight", 2.2m, 0.2m),
        ("liftDoorWidth", 1.9m, 0.2m),
        ("liftDoorHeight", 2.2m, 0.2m),
    ];

    public static Criterion Takes(params Machine[] machines) =>
        new()
        {
            Attribute = "path",
            Op = Op.Takes,
            Machines = [.. machines],
        };

    public static Machine[] Machines(Some some) =>
        [.. Enumerable.Range(0, 1 + some.Int(some.Chance(0.2) ? 5 : 2)).Select(_ => Machine(some))];

    public static Profile Space(Some some, string id)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        var days = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        var isOpen = some.Chance(0.5);
        foreach (var (code, middle, way) in Capacities)
            Put(code, new NumberValue(middle + ((some.Int(7) - (isOpen ? 1 : 3)) * way)));
        Put("floor", new NumberValue(some.Int(4)));
        Put("rampAccess", new FlagValue(some.Chance(0.3)));
        return new(id, values.ToImmutable(), days.ToImmutable(), some.Chance(0.8), null);

        void Put(string code, Value value)
        {
            if (some.Chance(0.15))
                return;
            values[code] = value;
            if (some.Chance(0.97))
                days[code] = Some.Today.AddDays(some.Chance(0.9) ? -some.Int(20) : some.Int(5) - 3 - 365);
        }
    }

    private static Machine Machine(Some some)
    {
        var (length, width, height) = (Side(some, 2.2m), Side(some, 1.7m), Side(some, 2.0m));
        return new()
        {
            Mass = 1500 + (some.Int(9) * 130),
            Length = length,
            Width = width,
            Height = height,
            Crate = some.Chance(0.5)
                ? new()
                {
                    Mass = some.Chance(0.5) ? 1500 + (some.Int(9) * 137) : null,
                    Length = Side(some, 2.2m),
                    Width = Side(some, 1.8m),
                    Height = Side(some, 2.1m),
                }
                : null,
            Feet = some.Chance(0.5) ? 3 + some.Int(4) : null,
            Power = some.Chance(0.5) ? some.Int(5) * 20 : null,
            Count = some.Chance(0.3) ? 1 + some.Int(3) : null,
        };
    }

    private static decimal Side(Some some, decimal middle) => middle + ((some.Int(5) - 2) * 0.1m);
}
