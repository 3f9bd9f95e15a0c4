using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Matchmaker.Matching.Paths;

/// <summary>The typical machines of machines.json: those that the page offers, and that a sentence names.</summary>
internal static class MachineLibrary
{
    /// <summary>In the file's order.</summary>
    public static ImmutableArray<TypicalMachine> All { get; } = Read();

    private static readonly FrozenDictionary<string, TypicalMachine> ById = All.ToFrozenDictionary(
        machine => machine.Id,
        StringComparer.Ordinal
    );

    public static TypicalMachine Of(string id) => ById[id];

    private static ImmutableArray<TypicalMachine> Read()
    {
        var assembly = typeof(MachineLibrary).Assembly;
        using var file =
            assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Paths.machines.json")
            ?? throw new InvalidOperationException("machines.json is not built into the assembly.");
        return JsonSerializer.Deserialize<ImmutableArray<TypicalMachine>>(file, JsonSerializerOptions.Web);
    }
}

/// <param name="Source">Where the measures are from: <c>typical</c>, or a publication.</param>
/// <param name="IsRoom">Whether it is a room of any size: an area beside its name is of the space.</param>
internal sealed partial record TypicalMachine(
    string Id,
    LocalText Name,
    string Source,
    Machine Machine,
    bool IsRoom = false
)
{
    /// <summary>The force of a press, in t, that its name says; null: it has none.</summary>
    public decimal? Force { get; } =
        Tonnes().Match(Name.En!) is { Success: true } match
            ? decimal.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"([0-9]+) t\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tonnes();
}
