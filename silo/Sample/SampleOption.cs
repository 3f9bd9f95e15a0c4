using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Silo.Sample;

/// <summary>How a start with <c>--sample</c> fills an empty database.</summary>
/// <param name="Spaces">The number of spaces.</param>
/// <param name="History">Whether the office has already worked for twelve weeks; not on a cluster.</param>
public sealed record SampleChoice(int Spaces, bool History);

/// <summary><c>--sample [N] [--no-history]</c> among a command's arguments.</summary>
public static class SampleOption
{
    private const string Name = "--sample";
    private const string WithoutHistory = "--no-history";
    private const int MaxSpaces = 1_000_000;

    /// <summary>
    /// Removes the options from the arguments: the configuration parser takes any word after an option for its value.
    /// </summary>
    /// <returns>What was chosen (null: no sample), and the other arguments.</returns>
    /// <exception cref="SettingException">N is not a number from 1 to a million.</exception>
    public static (SampleChoice? Choice, string[] Others) Take(string[] args)
    {
        var index = Array.IndexOf(args, Name);
        if (index < 0)
            return (null, args);
        var text = args.Length > index + 1 && !args[index + 1].StartsWith('-') ? args[index + 1] : null;
        var spaces = SampleData.DefaultSpaces;
        if (
            text is not null
            && (
                !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out spaces)
                || spaces is < 1 or > MaxSpaces
            )
        )
            throw new SettingException(Name, $"{text} is not a number of spaces from 1 to {MaxSpaces}");
        string[] others = [.. args[..index], .. args[(index + (text is null ? 1 : 2))..]];
        return (
            new(spaces, History: !others.Contains(WithoutHistory)),
            [.. others.Where(other => other != WithoutHistory)]
        );
    }
}
