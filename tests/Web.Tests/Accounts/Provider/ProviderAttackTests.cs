namespace Matchmaker.Web.Tests.Accounts.Provider;

/// <summary>Answers that are forged, replayed or late, addresses of other sites, and a provider that is down.</summary>
[Collection("provider")]
public sealed class ProviderAttackTests(ProviderSite site, Site plain)
{
    private const string Failed = "/sign-in?problem=failed&to=%2F";

    [Fact]
    public async Task Only_the_browser_that_asked_takes_the_answer_and_only_once()
    {
        using var browser = site.Browser();
        var answer = await browser.Ask(Hint());
        using var stranger = site.Browser();
        Assert.EndsWith(Failed, await stranger.Next(answer, ("Accept-Language", "zh-HK")), StringComparison.Ordinal);
        Assert.Empty(stranger.Cookies);
        Assert.Equal("/tc/", await browser.Next(answer));
        Assert.EndsWith(Failed, await browser.Next(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task A_forged_part_of_the_answer_opens_nothing(string part)
    {
        using var browser = site.Browser();
        var answer = await browser.Ask(Hint());
        var start = answer.IndexOf($"{part}=", StringComparison.Ordinal) + part.Length + 1;
        var forged = $"{answer[..start]}x{answer[(start + 1)..]}";
        Assert.EndsWith(Failed, await browser.Next(forged), StringComparison.Ordinal);
        Assert.Equal(401, await browser.Status("/api/me"));
    }

    [Fact]
    public async Task An_answer_to_somebody_else_s_question_opens_nothing()
    {
        using var browser = site.Browser();
        using var thief = site.Browser();
        var (answer, stolen) = (await browser.Ask(Hint()), await thief.Ask(Hint()));
        var code = System.Web.HttpUtility.ParseQueryString(new Uri(stolen).Query)["code"]!;
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(answer).Query)["state"]!;
        var mixed = $"{ProviderSite.Callback}?code={Uri.EscapeDataString(code)}&state={Uri.EscapeDataString(state)}";
        Assert.EndsWith(Failed, await browser.Next(mixed), StringComparison.Ordinal); // PKCE
        Assert.Equal(401, await browser.Status("/api/me"));
    }

    [Fact]
    public async Task A_token_for_another_question_or_of_another_issuer_opens_nothing()
    {
        using var browser = site.Browser();
        var page = await browser.SignIn(
            Hint(),
            changed: asked => System.Text.RegularExpressions.Regex.Replace(asked, "nonce=[^&]*", "nonce=another")
        );
        Assert.EndsWith(Failed, page, StringComparison.Ordinal);
        var forged = ProviderSite.Somebody("maker", "f1") with { Issuer = "https://elsewhere.example/" };
        Assert.EndsWith(Failed, await browser.SignIn(site.Provider.Hint(forged)), StringComparison.Ordinal);
        Assert.Equal(401, await browser.Status("/api/me"));
    }

    [Fact]
    public async Task Who_cancels_is_told_so()
    {
        using var browser = site.Browser();
        Assert.Equal("/tc/sign-in?problem=cancelled&to=%2Fdesk", await browser.SignIn(null, "/desk"));
    }

    [Fact]
    public async Task While_the_provider_is_down_the_sign_in_page_says_so()
    {
        Assert.Equal("/sc/sign-in?problem=unavailable&to=%2Fdesk", site.WhenDown);
        using var browser = site.Browser();
        var answer = await browser.Ask(Hint());
        site.Provider.IsDown = true;
        try
        {
            Assert.EndsWith(
                "/sign-in?problem=unavailable&to=%2F",
                await browser.Next(answer),
                StringComparison.Ordinal
            );
        }
        finally
        {
            site.Provider.IsDown = false;
        }

        Assert.Equal("/tc/", await browser.SignIn(Hint()));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("\\\\elsewhere.example/")]
    [InlineData("/../../elsewhere.example")]
    [InlineData("/ /elsewhere.example")]
    [InlineData("@elsewhere.example/")]
    [InlineData(".elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/地圖?q=工廠#x")]
    public async Task A_sign_in_ends_on_a_page_of_this_site(string to)
    {
        using var browser = site.Browser();
        var page = await browser.SignIn(Hint(), to);
        Assert.StartsWith("/tc/", page, StringComparison.Ordinal);
        var reached = new Uri(new Uri(ProviderSite.Public), page);
        Assert.Equal("matchmaker.example.hk", reached.Host);
        Assert.StartsWith("/tc/", reached.AbsolutePath, StringComparison.Ordinal);
        Assert.All(page, sign => Assert.InRange(sign, '!', '~'));
    }

    [Fact]
    public async Task An_account_of_a_confidential_project_leaves_no_trace()
    {
        using var admin = await site.As("admin"); // not cleared
        // The sample officer needs no second factor to be asked for: the project is made by a person of the provider.
        using var cleared = site.Browser();
        var maker = ProviderSite.Somebody(groups: "eke-officers") with { Amr = "mfa" };
        await cleared.SignIn(site.Provider.Hint(maker));
        var project = (string)
            (
                await cleared
                    .Post(
                        "/api/enterprises",
                        new StringContent(
                            """{"name":"Hush","confidential":true}""",
                            System.Text.Encoding.UTF8,
                            "application/json"
                        )
                    )
                    .Json()
            )["id"]!;
        var person = ProviderSite.Somebody("enterprise", project);
        using var browser = site.Browser();
        Assert.Equal("/tc/", await browser.SignIn(site.Provider.Hint(person)));
        Assert.Equal(project, (string?)(await browser.Json("/api/me"))["enterprise"]);
        await Asking.NowhereToldTo(admin, person.Email, $"enterprises/{project}");
        Assert.Equal(404, await admin.Send("GET", $"/api/accounts/{person.Email}").Status());
        Assert.DoesNotContain(
            person.Email,
            await admin.GetStringAnyway("/api/accounts?limit=500"),
            StringComparison.Ordinal
        );

        // The words of the refusal are those of a party that is not there.
        using var other = site.Browser();
        var second = person with { Subject = Asking.Fresh("sub") };
        var missing = ProviderSite.Somebody("enterprise", new string('0', 32));
        Assert.Equal(await other.SignIn(site.Provider.Hint(missing)), await other.SignIn(site.Provider.Hint(second)));
    }

    [Fact]
    public async Task Where_no_provider_is_set_up_there_is_no_way_to_one()
    {
        using var guest = await plain.As("anonymous");
        Assert.Null((await guest.Send("GET", "/api/sign-in").Json())["provider"]);
        Assert.Equal(404, await guest.Send("GET", "/api/sign-in/provider").Status());
        Assert.Equal(404, await guest.Send("GET", "/api/sign-in/provider/callback?code=x&state=y").Status());
        Assert.Equal(404, await guest.Send("POST", "/api/sign-in/provider/code").Status());
    }

    [Fact]
    public async Task Another_site_neither_begins_a_sign_in_nor_ends_a_session()
    {
        using var browser = site.Browser();
        await browser.SignIn(Hint());
        var start = $"{ProviderSite.Public}/api/sign-in/provider?language=en";
        Assert.Equal("/en/sign-in?problem=&to=%2F", await browser.Next(start, ("Sec-Fetch-Site", "cross-site")));
        foreach (var path in new[] { "/signout-oidc", "/signout-callback-oidc", "/signin-oidc" })
            await browser.Status(path);
        Assert.Equal(200, await browser.Status("/api/me"));
    }

    [Fact]
    public async Task No_line_of_the_log_holds_what_a_sign_in_is_made_of()
    {
        using var browser = site.Browser();
        var answer = await browser.Ask(Hint());
        var asked = browser.Cookies.Values.ToList();
        await browser.Next(answer);
        var parts = System.Web.HttpUtility.ParseQueryString(new Uri(answer).Query);
        string[] secrets = [TestProvider.Secret, parts["code"]!, parts["state"]!, .. asked, .. browser.Cookies.Values];
        var email = (string)(await browser.Json("/api/me"))["email"]!;
        await Eventually.Until("the sign-in is logged", () => Lines(email).Any());
        Assert.Contains(site.Printed, line => line.Contains("trce", StringComparison.Ordinal));
        Assert.All(secrets.Where(secret => secret.Length > 1), secret => Assert.Empty(Lines(secret)));
        Assert.Empty(Lines("eyJ")); // how every token of a provider begins

        IEnumerable<string> Lines(string part) =>
            site.Printed.Where(line => line.Contains(part, StringComparison.Ordinal));
    }

    private string Hint() => site.Provider.Hint(ProviderSite.Somebody("maker", "f1"));
}
