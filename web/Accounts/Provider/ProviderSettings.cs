using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Matching;

namespace Matchmaker.Web.Accounts.Provider;

/// <summary>The office's identity provider (OpenID Connect): section <c>Matchmaker:Oidc</c>.</summary>
/// <param name="Site">
/// Where people reach the system, without a slash at the end: the provider sends them back there.
/// </param>
/// <param name="Name">Of the provider, as the button on the sign-in page says it.</param>
/// <param name="EmailClaim">The claim that states the person's address.</param>
/// <param name="VerifiedClaim">The claim by which the provider vouches for that address.</param>
/// <param name="Roles">The first rule that fits gives role and party.</param>
/// <param name="FactorValues">The values of <c>amr</c> and <c>acr</c> that count as a second factor.</param>
internal sealed record ProviderSettings(
    Uri Authority,
    string ClientId,
    string ClientSecret,
    string Site,
    LocalText Name,
    ImmutableArray<string> Scopes,
    string EmailClaim,
    string VerifiedClaim,
    ImmutableArray<RoleRule> Roles,
    ImmutableArray<string> FactorValues
)
{
    private const string Section = "Matchmaker:Oidc";
    private const string SiteSetting = "Matchmaker:PublicUrl";

    private static readonly LocalText DefaultName = new("your organisation’s account", "機構帳戶", "机构账户");

    /// <summary>Whether people reach the system by TLS.</summary>
    public bool IsSecure => Site.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null: none is set up.</summary>
    /// <exception cref="SettingException">A value is wrong or missing.</exception>
    public static ProviderSettings? Of(IConfiguration settings)
    {
        var given = settings.GetSection(Section);
        if (Text(given["Authority"]) is not { } authority)
            return given.AsEnumerable().Any(setting => !string.IsNullOrEmpty(setting.Value))
                ? throw Wrong("Authority", "is missing, although other values are set")
                : null;
        // Whoever can read the way to the provider signs in as anybody.
        if (
            !Uri.TryCreate(authority, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
            throw Wrong("Authority", "must be an address such as https://login.example.hk");
        var site =
            Text(settings[SiteSetting])
            ?? throw new SettingException(SiteSetting, "is missing, and the identity provider sends people back there");
        return new(
            address,
            Text(given["ClientId"]) ?? throw Wrong("ClientId", "is missing"),
            Text(given["ClientSecret"]) ?? throw Wrong("ClientSecret", "is missing"),
            site.TrimEnd('/'),
            NameOf(given.GetSection("Name")),
            [.. Words(given["Scopes"] ?? "openid email profile", ' ')],
            Text(given["EmailClaim"]) ?? "email",
            Text(given["VerifiedClaim"]) ?? "email_verified",
            [.. given.GetSection("Roles").GetChildren().Select(RoleRule.Of)],
            [.. Words(given["SecondFactor"] ?? "", ',')]
        );
    }

    /// <exception cref="SettingException">Always.</exception>
    internal static SettingException Wrong(string name, string reason) => new($"{Section}:{name}", reason);

    private static LocalText NameOf(IConfigurationSection given) =>
        Text(given.Value) is { } plain ? new(Plain: plain)
        : given.GetChildren().Any() ? new(Text(given["En"]), Text(given["ZhHant"]), Text(given["ZhHans"]))
        : DefaultName;

    private static string[] Words(string text, char separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

/// <summary>Which role somebody gets of whom the provider says something.</summary>
/// <param name="Claim">The name of the claim.</param>
/// <param name="Value">Which it must have, among others where it has several.</param>
/// <param name="Party">The id of the party for all of them; null: the claim says it, or the role has none.</param>
/// <param name="PartyClaim">The claim that states the id of each one's party; null: <c>Party</c> does.</param>
internal sealed record RoleRule(string Claim, string Value, Role Role, string? Party, string? PartyClaim)
{
    /// <exception cref="SettingException">A value is wrong or missing.</exception>
    public static RoleRule Of(IConfigurationSection given)
    {
        var at = $"Roles:{given.Key}";
        if (
            !Enum.TryParse<Role>(given["Role"], ignoreCase: true, out var role)
            || role is Role.Anonymous
            || !Enum.IsDefined(role)
        )
            throw ProviderSettings.Wrong($"{at}:Role", "must be enterprise, firm, owner, officer or admin");
        var (claim, value) = (given["Claim"], given["Value"]);
        if (string.IsNullOrWhiteSpace(claim) || string.IsNullOrWhiteSpace(value))
            throw ProviderSettings.Wrong($"{at}:Claim", "and Value are both needed");
        var (party, partyClaim) = (given["Party"], given["PartyClaim"]);
        if (KindOf(role) is null ? party is not null || partyClaim is not null : party is null == partyClaim is null)
            throw ProviderSettings.Wrong(
                $"{at}:Party",
                KindOf(role) is null ? "goes with enterprise, firm and owner alone" : "or PartyClaim is needed"
            );
        return new(claim, value, role, party, partyClaim);
    }

    /// <summary>The kind of party that goes with a role; null: none.</summary>
    public static string? KindOf(Role role) =>
        role switch
        {
            Role.Enterprise => RecordKind.Enterprise,
            Role.Firm => RecordKind.Firm,
            Role.Owner => RecordKind.Owner,
            _ => null,
        };
}

/// <param name="Settings">Null: there is no identity provider.</param>
internal sealed record IdentityProvider(ProviderSettings? Settings)
{
    public bool IsOn => Settings is not null;
}
