namespace Matchmaker.Web.Tests.Accounts.Provider;

/// <summary>One system with an identity provider, for all tests of it. Both run behind a public address.</summary>
public sealed class ProviderSite : IAsyncLifetime
{
    /// <summary>Where people reach the system: its proxy speaks TLS.</summary>
    public const string Public = "https://matchmaker.example.hk";

    public const string Callback = $"{Public}/api/sign-in/provider/callback";

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-provider").FullName;
    private TestProvider? _provider;
    private WebProcess? _web;

    public MailServer Mail { get; } = MailServer.Started();

    public Uri Address => _web!.Address;

    /// <summary>Where a sign-in led while the provider had never answered.</summary>
    public string WhenDown { get; private set; } = "";

    /// <summary>All that the system printed, at every level.</summary>
    public IReadOnlyList<string> Printed => _web!.Lines;

    internal TestProvider Provider => _provider!;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.Started(Callback);
        _provider.IsDown = true;
        (string, string)[] settings =
        [
            ("PublicUrl", Public),
            ("SecondFactor__Roles", "officer"),
            ("Oidc__Authority", _provider.Address.ToString()),
            ("Oidc__ClientId", TestProvider.Client),
            ("Oidc__ClientSecret", TestProvider.Secret),
            ("Oidc__Name__En", "the city’s account"),
            ("Oidc__SecondFactor", "mfa, otp"),
            .. Rule(0, "groups", "eke-admins", "admin"),
            .. Rule(1, "groups", "eke-officers", "officer"),
            .. Rule(2, "groups", "acme", "firm", ("Party", "f2")),
            .. Rule(3, "kind", "maker", "firm", ("PartyClaim", "party")),
            .. Rule(4, "kind", "enterprise", "enterprise", ("PartyClaim", "party")),
            .. Rule(5, "kind", "owner", "owner", ("PartyClaim", "party")),
        ];
        _web = await WebProcess
            .Run(
                $"Data Source={Path.Combine(_folder, "web.db")}",
                ["--sample", "5", "--no-history"],
                [
                    .. settings.Select(setting => ($"Matchmaker__{setting.Item1}", setting.Item2)),
                    .. Mail.Environment,
                    ("Logging__LogLevel__Default", "Trace"),
                    ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
                ]
            )
            .Ready();
        using var browser = Browser();
        WhenDown = await browser.Next($"{Public}/api/sign-in/provider?language=sc&to=/desk");
        _provider.IsDown = false;
        await Eventually.Until(
            "the system has read what the provider offers",
            async () =>
                (await browser.Next($"{Public}/api/sign-in/provider")).StartsWith(
                    _provider.Address.ToString(),
                    StringComparison.Ordinal
                )
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        await _provider!.DisposeAsync();
        await Mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal ProviderBrowser Browser() => new(Address, Public);

    /// <summary>A person of the provider's, whom nobody else has met.</summary>
    internal static ProviderUser Somebody(string? kind = null, string? party = null, params string[] groups) =>
        Asking.Fresh("sub") is var subject
            ? new(subject, $"{subject}@people.hk", Groups: groups, Kind: kind, Party: party)
            : throw new InvalidOperationException();

    /// <summary>Somebody of the office, with the sample account's own rights.</summary>
    internal async Task<HttpClient> As(string role)
    {
        using var guest = new HttpClient { BaseAddress = Address };
        var token = await guest
            .Send(
                "POST",
                "/api/sign-in?token=true",
                $$"""{"email":"{{role}}@sample","password":"{{WebProcess.Password}}"}"""
            )
            .Json();
        var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)token["accessToken"]!);
        return http;
    }

    private static IEnumerable<(string, string)> Rule(
        int number,
        string claim,
        string value,
        string role,
        params (string Name, string Value)[] more
    ) =>
        new[] { ("Claim", claim), ("Value", value), ("Role", role) }
            .Concat(more)
            .Select(part => ($"Oidc__Roles__{number}__{part.Item1}", part.Item2));
}

[CollectionDefinition("provider")]
public sealed class OneProvider : ICollectionFixture<ProviderSite>;
