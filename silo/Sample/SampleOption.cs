using System.Globalization;
using Matchmaker.Contracts;

namespace Matchmaker.Silo.Sample;

/// <summary><c>--sample [N]</c> among a command's arguments.</summary>
public static class SampleOption
{
    private const string Name = "--sample";
    private const int Usual = 400;
    private const int Most = 1_000_000;

    /// <summary>Takes the option out, because what reads the rest takes any word after an option for its value.</summary>
    /// <returns>How many spaces (null: the option is not given), and the other arguments.</returns>
    /// <exception cref="SettingException">N is not a number from 1 to a million.</exception>
    public static (int? Spaces, string[] Others) Take(string[] args)
    {
        var at = Array.IndexOf(args, Name);
        if (at < 0)
            return (null, args);
        var number = args.Length > at + 1 && !args[at + 1].StartsWith('-') ? args[at + 1] : null;
        var spaces = Usual;
        if (
            number is not null
            && (
                !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out spaces)
                || spaces is < 1 or > Most
            )
        )
            throw new SettingException(Name, $"{number} is not a number of spaces from 1 to {Most}");
        return (spaces, [.. args[..at], .. args[(at + (number is null ? 1 : 2))..]]);
    }
}
