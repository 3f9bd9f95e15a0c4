using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Silo.Sample;

/// <summary><c>--sample [N]</c> among a command's arguments.</summary>
public static class SampleOption
{
    private const string Name = "--sample";
    private const int MaxSpaces = 1_000_000;

    /// <summary>
    /// Removes the option from the arguments: the configuration parser takes any word after an option for its value.
    /// </summary>
    /// <returns>The number of spaces (null: the option is absent), and the other arguments.</returns>
    /// <exception cref="SettingException">N is not a number from 1 to a million.</exception>
    public static (int? Spaces, string[] Others) Take(string[] args)
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
        return (spaces, [.. args[..index], .. args[(index + (text is null ? 1 : 2))..]]);
    }
}
