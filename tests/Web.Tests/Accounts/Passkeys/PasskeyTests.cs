using System.Text.Json.Nodes;
using Matchmaker.Web.Tests.Accounts.Provider;

namespace Matchmaker.Web.Tests.Accounts.Passkeys;

/// <summary>Who gets in by a passkey, and whose word adds one and takes it away.</summary>
[Collection("provider")]
public sealed class PasskeyTests(Site site, ProviderSite strict)
{
    private static readonly string Password = $$"""{"password":"{{WebProcess.Password}}"}""";

    [Fact]
    public async Task A_passkey_signs_in_once_for_each_question_in_place_of_password_and_code()
    {
        var (http, email, token) = await site.Newcomer();
        using var key = await Added(site.Address, token);
        await site.Mail.Told(email, "A passkey was added to your account");
        using var browser = Browser(site.Address);
        var answer = key.Sign(await Ask(browser));
        Assert.Equal(200, await Enter(browser, answer));
        Assert.Equal(email, (string?)(await browser.Send("GET", "/api/me").Json())["email"]);
        Assert.Equal(401, await Enter(browser, answer));
        using var other = Browser(site.Address);
        await Ask(other);
        Assert.Equal(401, await Enter(other, answer)); // another browser's question
        var listed = (await http.Send("GET", "/api/me/passkeys").Json())["items"]!.AsArray().Single()!;
        Assert.NotNull(listed["usedAt"]);
        Assert.Equal(422, await http.Send("POST", $"/api/me/passkeys/{key.Id}/remove", "{}").Status());
        Assert.Equal(404, await http.Send("POST", "/api/me/passkeys/none/remove", Password).Status());
        Assert.Equal(204, await http.Send("POST", $"/api/me/passkeys/{key.Id}/remove", Password).Status());
        key.Count++;
        Assert.Equal(401, await Enter(browser, key.Sign(await Ask(browser))));
        http.Dispose();
    }

    [Theory]
    [InlineData("of another site's page")]
    [InlineData("for another site")]
    [InlineData("without its owner")]
    [InlineData("of another key")]
    [InlineData("of a key that nobody has")]
    [InlineData("of a copy that counts from the start")]
    public async Task An_answer_is_refused(string why)
    {
        var (http, _, token) = await site.Newcomer();
        using var key = await Added(site.Address, token, count: 7);
        using var forged = key.Forged();
        using var unknown = new SoftKey(key.Origin, key.Domain);
        using var browser = Browser(site.Address);
        forged.Count = unknown.Count = key.Count = 8;
        switch (why)
        {
            case "of another site's page":
                key.Origin = "https://elsewhere.example";
                break;
            case "for another site":
                key.Domain = "elsewhere.example";
                break;
            case "without its owner":
                key.IsVerified = false;
                break;
            case "of a copy that counts from the start":
                key.Count = 1;
                break;
        }

        var signs = why switch
        {
            "of another key" => forged,
            "of a key that nobody has" => unknown,
            _ => key,
        };
        Assert.Equal(401, await Enter(browser, signs.Sign(await Ask(browser))));
        Assert.Equal(401, await browser.Send("GET", "/api/me").Status());
        http.Dispose();
    }

    [Fact]
    public async Task A_passkey_is_added_by_whom_it_was_asked_of_with_the_password_and_to_one_account()
    {
        var (http, _, token) = await site.Newcomer();
        var (other, _, otherToken) = await site.Newcomer();
        using var key = Key(site.Address);
        using var browser = Browser(site.Address, token);
        Assert.Equal(422, await browser.Send("POST", "/api/me/passkeys/begin", """{"password":"wrong"}""").Status());
        var options = await Options(browser);
        key.IsVerified = false;
        Assert.Equal(422, await Add(browser, key.Make(options)));
        key.IsVerified = true;
        Assert.Equal(422, await Add(browser, key.Make(options))); // a question counts once
        key.Origin = "https://elsewhere.example";
        Assert.Equal(422, await Add(browser, key.Make(await Options(browser))));
        key.Origin = Key(site.Address).Origin;

        var asked = await Options(browser);
        browser.DefaultRequestHeaders.Authorization = new("Bearer", otherToken);
        Assert.Equal(422, await Add(browser, key.Make(asked))); // asked of somebody else
        browser.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(200, await Add(browser, key.Make(await Options(browser))));
        using var second = Browser(site.Address, otherToken);
        Assert.Equal(422, await Add(second, key.Make(await Options(second))));
        http.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Of_whom_a_second_factor_is_demanded_the_password_alone_changes_no_passkey()
    {
        var (email, password) = ($"{Asking.Fresh("key")}@x.hk", WebProcess.Password);
        using var admin = await strict.As("admin");
        await admin.Send("POST", "/api/invitations", $$"""{"email":"{{email}}","role":"officer"}""").Json();
        using var guest = new HttpClient { BaseAddress = strict.Address };
        var accept = $$"""{"token":"{{await strict.Mail.Token(email)}}","password":"{{password}}"}""";
        await guest.Send("POST", "/api/invitations/accept", accept).Json();
        var body = $$"""{"email":"{{email}}","password":"{{password}}"}""";
        var token = (string)(await guest.Send("POST", "/api/sign-in?token=true", body).Json())["accessToken"]!;
        using var key = await Added(strict.Address, token);

        using var thief = Browser(strict.Address, token);
        Assert.Equal(401, await thief.Send("GET", "/api/desk").Status());
        Assert.Equal(409, await thief.Send("POST", "/api/me/passkeys/begin", Password).Status());
        Assert.Equal(409, await thief.Send("POST", "/api/me/second-factor", Password).Status());
        Assert.Equal(409, await thief.Send("POST", $"/api/me/passkeys/{key.Id}/remove", Password).Status());

        using var browser = Browser(strict.Address);
        key.Count++;
        Assert.Equal(200, await Enter(browser, key.Sign(await Ask(browser))));
        Assert.Equal(200, await browser.Send("GET", "/api/desk").Status());

        Assert.Equal(204, await admin.Send("DELETE", $"/api/accounts/{email}/second-factor").Status());
        Assert.Equal(401, await browser.Send("GET", "/api/me").Status());
        key.Count++;
        Assert.Equal(401, await Enter(browser, key.Sign(await Ask(browser))));
    }

    private static async Task<SoftKey> Added(Uri address, string token, uint count = 1)
    {
        using var browser = Browser(address, token);
        var key = Key(address);
        key.Count = count;
        Assert.Equal(200, await Add(browser, key.Make(await Options(browser))));
        key.Count++;
        return key;
    }

    private static SoftKey Key(Uri address) => new(address.GetLeftPart(UriPartial.Authority), address.Host);

    private static HttpClient Browser(Uri address, string? token = null)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    private static async Task<string> Options(HttpClient browser) =>
        (string)(await browser.Send("POST", "/api/me/passkeys/begin", Password).Json())["options"]!;

    private static async Task<string> Ask(HttpClient browser) =>
        (string)(await browser.Send("POST", "/api/sign-in/passkey/begin").Json())["options"]!;

    private static Task<int> Add(HttpClient browser, string credential) =>
        browser
            .Send(
                "POST",
                "/api/me/passkeys",
                new JsonObject { ["name"] = "My key", ["credential"] = credential }.ToJsonString()
            )
            .Status();

    private static Task<int> Enter(HttpClient browser, string credential) =>
        browser
            .Send("POST", "/api/sign-in/passkey", new JsonObject { ["credential"] = credential }.ToJsonString())
            .Status();
}
