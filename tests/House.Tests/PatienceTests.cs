using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>
/// A call into a grain is either sent again when its answer does not come soon, or says how long its one try may take:
/// the host's short wait would call a slow write failed, and it would be made after all.
/// </summary>
public sealed partial class PatienceTests
{
    [Fact]
    public void Every_call_into_a_grain_is_repeatable_or_declares_its_patience()
    {
        var calls = (
            from file in House.Under("grains/Matchmaker.Contracts/", ".cs")
            from Match call in Calls().Matches(House.Read(file))
            select (Name: $"{Path.GetFileNameWithoutExtension(file)}.{call.Groups[2]}", Marks: call.Groups[1].Value)
        ).ToList();

        Assert.InRange(calls.Count, 150, 1_000); // the search still finds the contracts
        Assert.Equal([], calls.Where(call => !Patient().IsMatch(call.Marks)).Select(call => call.Name));
    }

    // The attributes of a grain's method, and its name.
    [GeneratedRegex(@"\[(Alias\([^\]]*)\]\s+(?:Value)?Task\b[^;(]*?\b(\w+)\(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"\b(?:Repeatable|OneWay|ResponseTimeout)\b")]
    private static partial Regex Patient();
}
