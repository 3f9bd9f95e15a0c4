namespace Matchmaker.Web.Problems;

/// <summary>The language that a request asks for.</summary>
internal static class Languages
{
    /// <summary>
    /// <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>: the first supported language in the caller's order; English if
    /// there is none.
    /// </summary>
    public static string Language(this HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Where(language => (language.Quality ?? 1) > 0)
            .Select(language => Of(language.Value.Value ?? ""))
            .FirstOrDefault(language => language is not null)
        ?? "en";

    private static string? Of(string tag) =>
        tag.ToLowerInvariant().Split('-') switch
        {
            ["en", ..] or ["*"] => "en",
            ["zh", "hant", ..] or ["zh", "hk" or "tw" or "mo"] => "zh-Hant",
            ["zh", "hans", ..] or ["zh", "cn" or "sg"] or ["zh"] => "zh-Hans",
            ["yue", ..] => "zh-Hant",
            _ => null,
        };
}
