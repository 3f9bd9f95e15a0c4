using Matchmaker.Web.Problems;
using Microsoft.AspNetCore.Authentication;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>Where a browser goes on after the provider: pages of this site alone, in the reader's language.</summary>
/// <param name="Prefix">Of the page's addresses; null: by what the browser asks for.</param>
/// <param name="To">The page that was asked for, without the language.</param>
internal sealed record ReturnPath(string? Prefix, string To)
{
    private const string Language = "language";
    private const string Wanted = "to";
    private const int Longest = 2000;

    public static ReturnPath Of(HttpRequest request) => Of(request.Query[Language], request.Query[Wanted]);

    public static ReturnPath Of(AuthenticationProperties? properties) =>
        Of(properties?.GetString(Language), properties?.GetString(Wanted));

    public static ReturnPath Of(string? prefix, string? to) =>
        new(prefix is "tc" or "sc" or "en" ? prefix : null, Inside(to));

    /// <summary>For the way there and back.</summary>
    public AuthenticationProperties Properties()
    {
        var properties = new AuthenticationProperties();
        properties.SetString(Language, Prefix);
        properties.SetString(Wanted, To);
        return properties;
    }

    public void ToPage(HttpContext context) => context.Response.Redirect($"/{PrefixFor(context)}{To}");

    /// <param name="problem">A key of the page's texts; null: none.</param>
    public void ToSignIn(HttpContext context, string? problem) => Redirect(context, "problem", problem);

    /// <summary>To the field for the code.</summary>
    public void ToCode(HttpContext context, string? problem) => Redirect(context, "step=code&problem", problem);

    private void Redirect(HttpContext context, string name, string? problem) =>
        context.Response.Redirect($"/{PrefixFor(context)}/sign-in?{name}={problem}&to={Uri.EscapeDataString(To)}");

    private string PrefixFor(HttpContext context) =>
        Prefix
        ?? context.Request.Language() switch
        {
            "zh-Hant" => "tc",
            "zh-Hans" => "sc",
            _ => "en",
        };

    // Behind a prefix no text can name another host. What is written otherwise than a browser writes it is dropped.
    private static string Inside(string? to) =>
        to is { Length: > 0 and < Longest }
        && to[0] == '/'
        && Uri.TryCreate($"http://inside/-{to}", UriKind.Absolute, out var address)
        && address.PathAndQuery.StartsWith("/-/", StringComparison.Ordinal)
            ? address.PathAndQuery[2..] + address.Fragment
            : "/";
}
