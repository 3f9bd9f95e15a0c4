using OtpNet;

namespace Matchmaker.Web.Tests.Accounts.Provider;

/// <summary>Who gets in by the identity provider, as whom, and for how long.</summary>
[Collection("provider")]
public sealed class ProviderTests(ProviderSite site)
{
    [Theory]
    [InlineData("admin", null, "eke-admins")]
    [InlineData("officer", null, "eke-officers")]
    [InlineData("firm", "f2", "acme")]
    [InlineData("firm", "f1", null)]
    [InlineData("enterprise", "e1", null)]
    [InlineData("owner", "o1", null)]
    public async Task Each_role_comes_in_by_the_claims_that_the_settings_name(string role, string? party, string? group)
    {
        var kind =
            group is not null ? null
            : role == "firm" ? "maker"
            : role;
        var user = ProviderSite.Somebody(kind, party, group is null ? ["staff"] : ["staff", group]) with
        {
            Amr = "mfa",
        };
        using var browser = site.Browser();
        Assert.Equal("/tc/desk?a=b", await browser.SignIn(site.Provider.Hint(user), "/desk?a=b"));
        var me = await browser.Json("/api/me");
        Assert.Equal(
            (user.Email, role, true, party),
            ((string?)me["email"], (string?)me["role"], (bool?)me["byProvider"], (string?)me[role])
        );
        Assert.Null(me["needsSecondFactor"]);
        Assert.All(
            browser.SetLines.Where(line => line.StartsWith("__Host-", StringComparison.Ordinal)),
            line => Assert.Matches("path=/; secure; samesite=lax; httponly", line)
        );
        Assert.Contains(
            browser.SetLines,
            line => line.StartsWith("__Host-matchmaker-state.", StringComparison.Ordinal)
        );
        Assert.Contains(
            browser.SetLines,
            line => line.StartsWith("__Host-matchmaker-nonce.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_provider_is_named_on_the_page_and_sends_people_to_the_public_address_alone()
    {
        using var browser = site.Browser();
        var way = (await browser.Json("/api/sign-in"))["provider"]!;
        Assert.Equal("the city’s account", (string?)way["name"]!["en"]);
        Assert.Equal("/api/sign-in/provider", (string?)way["path"]);
        var asked = await browser.Next($"{ProviderSite.Public}/api/sign-in/provider", ("Host", "elsewhere.example"));
        Assert.StartsWith($"{site.Provider.Address}authorize", asked, StringComparison.Ordinal);
        Assert.Contains($"redirect_uri={Uri.EscapeDataString(ProviderSite.Callback)}", asked, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(TestProvider.Secret, Uri.UnescapeDataString(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_invited_keeps_the_account_and_the_password_no_longer_opens_it()
    {
        using var admin = await site.As("admin");
        var user = ProviderSite.Somebody("maker", "f1");
        var party = "\"role\":\"firm\",\"firm\":\"f1\"";
        await admin.Send("POST", "/api/invitations", $$"""{"email":"{{user.Email}}",{{party}}}""").Json();
        using var guest = new HttpClient { BaseAddress = site.Address };
        var token = await site.Mail.Token(user.Email);
        var accept = $$"""{"token":"{{token}}","password":"{{WebProcess.Password}}"}""";
        await guest.Send("POST", "/api/invitations/accept", accept).Json();
        var before = await SignIn(guest, user.Email);
        Assert.NotNull(before);

        using var browser = site.Browser();
        Assert.Equal("/tc/", await browser.SignIn(site.Provider.Hint(user)));
        using var old = new HttpClient { BaseAddress = site.Address };
        old.DefaultRequestHeaders.Authorization = new("Bearer", before);
        Assert.Equal(401, await old.Send("GET", "/api/me").Status());
        Assert.Null(await SignIn(guest, user.Email));
        await site.Mail.Told(user.Email, "Your account has another way to sign in");
        var wish = $$"""{"email":"{{user.Email}}"}""";
        Assert.Equal(204, await guest.Send("POST", "/api/password-resets", wish).Status());
        using var change = await browser.Post(
            "/api/me/password",
            Body($$"""{"password":"{{WebProcess.Password}}","newPassword":"another long password"}""")
        );
        Assert.Equal(409, (int)change.StatusCode);
        Assert.Empty(site.Mail.To(user.Email, "Set a new password"));
    }

    [Fact]
    public async Task An_account_that_came_by_the_provider_answers_for_its_party_once_vouched_for()
    {
        var user = ProviderSite.Somebody("maker", "f1");
        using var browser = site.Browser();
        await browser.SignIn(site.Provider.Hint(user));
        using var admin = await site.As("admin");
        var listed = (await admin.Send("GET", "/api/people").Json())["items"]!
            .AsArray()
            .Single(account => (string?)account!["email"] == user.Email)!;
        Assert.Equal("provider", (string?)listed["invitedBy"]);
        Assert.Null(listed["vouchedBy"]);
        await site.Mail.Told("firm@sample", user.Email);
        await admin.Send("POST", $"/api/people/{user.Email}/vouch").Json();
    }

    [Fact]
    public async Task An_address_that_the_provider_does_not_vouch_for_binds_nothing()
    {
        var user = ProviderSite.Somebody("maker", "f1") with { IsVerified = false };
        using var browser = site.Browser();
        Assert.Equal("/tc/sign-in?problem=unverified&to=%2F", await browser.SignIn(site.Provider.Hint(user)));
        Assert.Equal(401, await browser.Status("/api/me"));
        using var admin = await site.As("admin");
        Assert.Equal(404, await admin.Send("GET", $"/api/accounts/{user.Email}").Status());
    }

    [Fact]
    public async Task An_account_belongs_to_its_subject_whatever_address_anybody_has_later()
    {
        var first = ProviderSite.Somebody("maker", "f1");
        using var browser = site.Browser();
        await browser.SignIn(site.Provider.Hint(first));
        var second = first with { Subject = Asking.Fresh("sub") };
        using var other = site.Browser();
        Assert.Equal("/tc/sign-in?problem=refused&to=%2F", await other.SignIn(site.Provider.Hint(second)));
        var moved = first with { Email = $"{Asking.Fresh("moved")}@people.hk", IsVerified = false };
        Assert.Equal("/tc/", await other.SignIn(site.Provider.Hint(moved)));
        Assert.Equal(first.Email, (string?)(await other.Json("/api/me"))["email"]);
    }

    [Fact]
    public async Task Who_loses_the_role_at_the_provider_loses_it_here_at_the_next_sign_in()
    {
        using var keeper = site.Browser();
        await keeper.SignIn(site.Provider.Hint(ProviderSite.Somebody(groups: "eke-admins"))); // one admin must stay
        var user = ProviderSite.Somebody(groups: "eke-admins");
        using var browser = site.Browser();
        await browser.SignIn(site.Provider.Hint(user));
        Assert.Equal(200, await browser.Status("/api/accounts"));
        using var other = site.Browser();
        var owner = user with { Groups = [], Kind = "owner", Party = "o1" };
        await other.SignIn(site.Provider.Hint(owner));
        Assert.Equal("owner", (string?)(await other.Json("/api/me"))["role"]);
        Assert.Equal(401, await browser.Status("/api/me"));
        Assert.Equal(403, await other.Status("/api/accounts"));

        using var third = site.Browser();
        var lost = owner with { Party = new string('0', 32) };
        Assert.Equal("/tc/sign-in?problem=refused&to=%2F", await third.SignIn(site.Provider.Hint(lost)));
        Assert.Equal(401, await other.Status("/api/me"));
        await other.SignIn(site.Provider.Hint(owner));
        var nobody = user with { Groups = ["staff"] };
        Assert.Equal("/tc/sign-in?problem=noRole&to=%2F", await third.SignIn(site.Provider.Hint(nobody)));
        Assert.Equal(401, await other.Status("/api/me"));
    }

    [Theory]
    [InlineData("eke-admins")]
    [InlineData("eke-officers")]
    [InlineData("acme")]
    public async Task An_address_alone_changes_no_account_and_makes_nobody_an_admin(string group)
    {
        using var admin = await site.As("admin");
        var user = ProviderSite.Somebody(groups: group) with { Amr = "mfa" };
        var account = $"/api/accounts/{user.Email}";
        await admin.Send("PUT", account, """{"role":"firm","firm":"f1"}""").Json();
        using var browser = site.Browser();
        Assert.Equal("/tc/sign-in?problem=refused&to=%2F", await browser.SignIn(site.Provider.Hint(user)));
        Assert.Equal(401, await browser.Status("/api/me"));
        Assert.Equal(("firm", 1), await RoleAndVersion(admin, account));
        var sample = user with { Email = "firm@sample", Groups = ["acme"] };
        Assert.Equal("/tc/sign-in?problem=refused&to=%2F", await browser.SignIn(site.Provider.Hint(sample)));
    }

    [Fact]
    public async Task Of_whom_a_second_factor_is_demanded_shows_it_to_the_provider_or_here()
    {
        var user = ProviderSite.Somebody(groups: "eke-officers") with { Amr = "pwd" };
        using var browser = site.Browser();
        await browser.SignIn(site.Provider.Hint(user));
        Assert.True((bool?)(await browser.Json("/api/me"))["needsSecondFactor"]);
        Assert.Equal(401, await browser.Status("/api/desk"));
        var offer = await browser.Post("/api/me/second-factor", Body("""{"password":""}""")).Json();
        var app = new Totp(Base32Encoding.ToBytes((string)offer["secret"]!));
        var put = await browser
            .Post("/api/me/second-factor/confirm", Body($$"""{"code":"{{app.ComputeTotp()}}"}"""))
            .Json();
        Assert.Equal(200, await browser.Status("/api/desk"));

        using var next = site.Browser();
        const string Code = "/tc/sign-in?step=code&problem=";
        Assert.Equal($"{Code}&to=%2Fdesk", await next.SignIn(site.Provider.Hint(user), "/desk"));
        Assert.Equal(401, await next.Status("/api/me"));
        Assert.Equal($"{Code}wrongCode&to=%2Fdesk", await EnterCode(next, "000000"));
        using var stranger = site.Browser();
        Assert.Equal("/tc/sign-in?problem=again&to=%2Fdesk", await EnterCode(stranger, (string)put["codes"]![0]!));
        Assert.Equal("/tc/desk", await EnterCode(next, (string)put["codes"]![0]!));
        Assert.Equal(200, await next.Status("/api/desk"));
        Assert.Equal("/tc/sign-in?problem=again&to=%2Fdesk", await EnterCode(next, (string)put["codes"]![1]!));

        using var strong = site.Browser();
        Assert.Equal("/tc/", await strong.SignIn(site.Provider.Hint(user with { Amr = "mfa" })));
        Assert.Equal(200, await strong.Status("/api/desk"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_leads_to_the_provider_and_back()
    {
        using var browser = site.Browser();
        await browser.SignIn(site.Provider.Hint(ProviderSite.Somebody("maker", "f1")));
        using var copy = browser.Copy();
        var next = (string)(await browser.Post("/api/sign-out").Json())["next"]!;
        Assert.Equal(401, await copy.Status("/api/me"));
        Assert.StartsWith($"{site.Provider.Address}logout", next, StringComparison.Ordinal);
        Assert.StartsWith($"{ProviderSite.Public}/sign-in", await browser.Next(next), StringComparison.Ordinal);
    }

    private static async Task<string> EnterCode(ProviderBrowser browser, string code)
    {
        var form = new FormUrlEncodedContent([new("code", code), new("language", "tc"), new("to", "/desk")]);
        using var answer = await browser.Post("/api/sign-in/provider/code", form);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<(string?, int)> RoleAndVersion(HttpClient admin, string account)
    {
        var found = await admin.Send("GET", account).Json();
        return ((string?)found["role"], (int)found["version"]!);
    }

    private static async Task<string?> SignIn(HttpClient guest, string email)
    {
        var body = $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}""";
        using var answer = await guest.Send("POST", "/api/sign-in?token=true", body);
        return answer.IsSuccessStatusCode ? (string?)(await answer.Json())["accessToken"] : null;
    }

    private static StringContent Body(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
