using System.Globalization;

namespace Matchmaker.Grains.Storage;

/// <summary>
/// Instants as both databases keep them: RFC 3339 in UTC with seven decimals, so that their texts compare as they do.
/// </summary>
internal static class Instants
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
