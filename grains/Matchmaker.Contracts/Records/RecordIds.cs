using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Matchmaker.Contracts.Records;

/// <summary>The forms of ids, and the making of random ids that reveal nothing.</summary>
public static partial class RecordIds
{
    /// <summary>A fresh id of 128 random bits: 32 lower-case hex digits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether an id has the form of <see cref="New"/>, the only form of a confidential record's id.</summary>
    public static bool IsGiven(string id) => Given().IsMatch(id);

    /// <summary>
    /// Whether an id may be chosen: 1 to 100 letters, digits, dots, hyphens and underscores, the first a letter or
    /// digit.
    /// </summary>
    public static bool IsValid(string id) => Valid().IsMatch(id);

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Given();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Valid();
}
