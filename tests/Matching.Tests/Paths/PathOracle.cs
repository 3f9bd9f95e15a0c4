using System.Numerics;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Tests.Paths;

/// <summary>Whether machines get in, written from matching.md section 14, in fractions of whole numbers.</summary>
internal static class PathOracle
{
    public static (Outcome Outcome, bool Stale) Of(IReadOnlyList<Machine> machines, Profile profile, DateOnly day)
    {
        var read = new HashSet<string>();
        var all = machines.SelectMany(machine => StepsOf(machine, profile, read)).ToList();
        if (machines.Any(machine => machine.Power is not null))
            all.Add(AtMost(machines.Sum(machine => (machine.Count ?? 1) * (machine.Power ?? 0)), 1, "power"));
        var outcome = And([.. all]);
        var stale = read.Any(code =>
            profile.Values.ContainsKey(code)
            && (
                !profile.VerifiedOn.TryGetValue(code, out var verified)
                || verified.AddDays(BoardTable.Sites.Find(code)!.FreshDays) < day
            )
        );
        return (outcome, outcome is not Outcome.Unknown && stale);

        Outcome AtMost(decimal over, decimal under, string code) => PathOracle.AtMost(over, under, code, profile, read);
    }

    private static IEnumerable<Outcome> StepsOf(Machine machine, Profile profile, HashSet<string> read)
    {
        var crate =
            machine.Crate
            ?? new()
            {
                Length = machine.Length,
                Width = machine.Width,
                Height = machine.Height,
            };
        var mass = crate.Mass ?? machine.Mass;
        yield return And(To(Math.Min(crate.Length, crate.Width), "doorWidth"), To(crate.Height, "doorHeight"));
        yield return Or(
            Is("floor", value => value is NumberValue { Number: 0 }),
            Is("rampAccess", value => value is FlagValue { Yes: true }),
            And(
                To(mass, "liftCapacity"),
                To(crate.Height, "liftDoorHeight"),
                To(crate.Height, "liftCarHeight"),
                Or(Enters(crate.Width, crate.Length), Enters(crate.Length, crate.Width))
            )
        );
        yield return To(Math.Max(machine.Height, crate.Height), "headroom");
        var weight = machine.Mass * 9.80665m;
        yield return AtMost(weight, machine.Length * machine.Width * 1000, "floorLoading", profile, read);
        if (machine.Feet is { } feet)
            yield return AtMost(weight, feet * 1000m, "pointLoad", profile, read);

        Outcome To(decimal needed, string code) => AtMost(needed, 1, code, profile, read);
        Outcome Enters(decimal width, decimal length) =>
            And(To(width, "liftDoorWidth"), To(width, "liftCarWidth"), To(length, "liftCarLength"));
        Outcome Is(string code, Func<Value, bool> holds)
        {
            read.Add(code);
            return !profile.Values.TryGetValue(code, out var value) ? Outcome.Unknown
                : holds(value) ? Outcome.Met
                : Outcome.Unmet;
        }
    }

    private static Outcome AtMost(decimal over, decimal under, string code, Profile profile, HashSet<string> read)
    {
        read.Add(code);
        if (profile.Values.GetValueOrDefault(code) is not NumberValue value)
            return Outcome.Unknown;
        return Whole(over) * 100_000_000 <= Whole(value.Number) * Whole(under) ? Outcome.Met : Outcome.Unmet;
    }

    private static BigInteger Whole(decimal number) => new(number * 100_000_000m);

    private static Outcome And(params Outcome[] all) =>
        all.Contains(Outcome.Unmet) ? Outcome.Unmet
        : all.Contains(Outcome.Unknown) ? Outcome.Unknown
        : Outcome.Met;

    private static Outcome Or(params Outcome[] any) =>
        any.Contains(Outcome.Met) ? Outcome.Met
        : any.Contains(Outcome.Unknown) ? Outcome.Unknown
        : Outcome.Unmet;
}
