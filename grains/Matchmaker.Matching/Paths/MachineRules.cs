using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Paths;

/// <summary>The validation of machines, and the rounding of their measures (matching.md section 14).</summary>
internal static class MachineRules
{
    /// <summary>The maximum number of machines of one criterion.</summary>
    public const int MaxMachines = 20;

    private const int MaxNameLength = 100;
    private const decimal MaxMass = 10_000_000;
    private const decimal MaxLength = 1_000;
    private const decimal MaxPower = 1_000_000;
    private const decimal Centimetre = 0.01m;

    /// <summary>The machines on their steps; with an error the result is of no use.</summary>
    /// <param name="path">The path of the machines in the request.</param>
    public static ImmutableArray<Machine>? Normal(ImmutableArray<Machine>? machines, string path, FieldErrors errors)
    {
        if (machines is not { IsDefault: false } given)
        {
            errors.Add(path, "required");
            return null;
        }

        if (given.IsEmpty)
            errors.Add(path, "empty");
        if (given.Length > MaxMachines)
            errors.Add(path, "tooMany", $"{MaxMachines}");
        return [.. given.Take(MaxMachines).Select((machine, i) => Normal(machine, $"{path}[{i}]", errors))];
    }

    private static Machine Normal(Machine? machine, string path, FieldErrors errors)
    {
        if (machine is null)
        {
            errors.Add(path, "required");
            return null!; // Never read: the result carries the error.
        }

        errors.CheckText($"{path}.name", machine.Name, MaxNameLength);
        errors.CheckRange($"{path}.feet", machine.Feet, 3, 100, "");
        errors.CheckRange($"{path}.count", machine.Count, 1, 1_000, "");
        return machine with
        {
            Mass = Rounded(machine.Mass, 1, 1, MaxMass, "kg", $"{path}.mass", errors),
            Length = Metres(machine.Length, $"{path}.length", errors),
            Width = Metres(machine.Width, $"{path}.width", errors),
            Height = Metres(machine.Height, $"{path}.height", errors),
            Power = machine.Power is { } power ? Rounded(power, 1, 0, MaxPower, "A", $"{path}.power", errors) : null,
            Crate = machine.Crate is { } crate ? Normal(crate, $"{path}.crate", errors) : null,
        };
    }

    private static Crate Normal(Crate crate, string path, FieldErrors errors) =>
        crate with
        {
            Mass = crate.Mass is { } mass ? Rounded(mass, 1, 1, MaxMass, "kg", $"{path}.mass", errors) : null,
            Length = Metres(crate.Length, $"{path}.length", errors),
            Width = Metres(crate.Width, $"{path}.width", errors),
            Height = Metres(crate.Height, $"{path}.height", errors),
        };

    private static decimal Metres(decimal length, string path, FieldErrors errors) =>
        Rounded(length, Centimetre, Centimetre, MaxLength, "m", path, errors);

    // The range is checked before rounding, as an attribute's is.
    private static decimal Rounded(
        decimal number,
        decimal step,
        decimal min,
        decimal max,
        string unit,
        string path,
        FieldErrors errors
    )
    {
        if (number >= min && number <= max)
            return Steps.Of(number, step) * step;
        errors.Add(
            path,
            "outOfRange",
            min.ToString(CultureInfo.InvariantCulture),
            max.ToString("N0", CultureInfo.InvariantCulture),
            unit
        );
        return number;
    }
}
