namespace Matchmaker.Web.Accounts;

/// <summary>A program in words that people know, by what it says of itself (User-Agent). Pure.</summary>
internal static class DeviceWords
{
    private const int MaxLength = 60;

    // The first that is found: most browsers also name those whose pages they can show.
    private static readonly (string Sign, string Word)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("MicroMessenger/", "WeChat"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Word)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Firefox, Windows</c>, or the name of another program; null: it says nothing.</summary>
    public static string? Of(string userAgent)
    {
        string?[] known = [Find(Browsers, userAgent), Find(Systems, userAgent)];
        return known[0] is null ? Program(userAgent) : string.Join(", ", known.OfType<string>());
    }

    private static string? Find((string Sign, string Word)[] table, string userAgent) =>
        table.FirstOrDefault(row => userAgent.Contains(row.Sign, StringComparison.Ordinal)).Word;

    // The first product of RFC 9110, section 10.1.5, without signs that a program would not have in its name.
    private static string? Program(string userAgent)
    {
        var name = string.Concat(
            userAgent.TakeWhile(sign => char.IsAsciiLetterOrDigit(sign) || "/.-_+".Contains(sign))
        );
        return name.Length > 0 ? name[..Math.Min(name.Length, MaxLength)] : null;
    }
}
