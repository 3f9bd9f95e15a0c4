namespace Matchmaker.Contracts.Firms;

/// <summary>The form of a firm's number in the business register.</summary>
public static class RegistrationNumbers
{
    private const int MaxLength = 20;

    /// <summary>1 to 20 letters, digits, hyphens and slashes, as registers here and abroad write them.</summary>
    public static bool IsValid(string number) =>
        number.Length is > 0 and <= MaxLength
        && number.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '/');
}
