using System.Text.Json.Nodes;
using OtpNet;

namespace Matchmaker.Web.Tests.Accounts;

/// <summary>Codes of an app beside the password: set up, asked for, used once, and demanded by the office.</summary>
public sealed class FactorTests(Site site)
{
    private const int Free = 5;
    private const string TurnedOff = "Two-step sign-in was turned off";

    [Fact]
    public async Task A_code_is_asked_for_after_the_password_and_works_once_and_so_does_a_recovery_code()
    {
        var (http, email, token) = await site.Newcomer();
        using var other = new HttpClient { BaseAddress = site.Address };
        other.DefaultRequestHeaders.Authorization = new("Bearer", await site.SignIn(email, WebProcess.Password));
        Assert.Equal(422, await http.Send("POST", "/api/me/second-factor", """{"password":"wrong"}""").Status());
        var (app, recovery, step) = await PutOn(http);
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Equal(401, await other.Send("GET", "/api/me").Status());
        Assert.Equal(200, await http.Send("GET", "/api/me").Status());

        using var guest = await site.As("anonymous");
        Assert.Equal((401, true), await Enter(guest, email, null));
        Assert.Equal((401, true), await Enter(guest, email, CodeOf(app, step))); // it put the factor on
        var next = Math.Max(step + 1, StepNow());
        Assert.Equal((200, false), await Enter(guest, email, CodeOf(app, next)));
        Assert.Equal((401, true), await Enter(guest, email, CodeOf(app, next)));
        Assert.Equal((200, false), await Enter(guest, email, recovery[3].ToUpperInvariant()));
        Assert.Equal((401, true), await Enter(guest, email, recovery[3]));
        Assert.Equal(9, (int)(await http.Send("GET", "/api/me/second-factor").Json())["recoveryCodes"]!);
        using var wrong = await guest.Send("POST", "/api/sign-in", Body(email, recovery[0], "not the password"));
        Assert.DoesNotContain("code", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        http.Dispose();
        Assert.NotEmpty(token);
    }

    [Fact]
    public async Task Who_guesses_codes_waits_and_nobody_s_invitation_or_new_password_goes_around_them()
    {
        var (http, email, _) = await site.Newcomer();
        var (_, recovery, _) = await PutOn(http);
        using var thief = await site.As("anonymous");
        for (var i = 0; i < Free; i++)
            Assert.Equal(401, (await Enter(thief, email, "000000")).Status);
        // Each further guess that is heard doubles the wait for the next one.
        await Eventually.Until("the thief waits", async () => (await Enter(thief, email, "000000")).Status == 429);

        var wish = $$"""{"email":"{{email}}"}""";
        var token = await site.Mail.TokenAfter(
            email,
            async () => Assert.Equal(204, await thief.Send("POST", "/api/password-resets", wish).Status())
        );
        var reset = $$"""{"token":"{{token}}","password":"{{WebProcess.Password}}"}""";
        Assert.Equal(204, await thief.Send("POST", "/api/password-resets/accept", reset).Status());
        Assert.Equal((401, true), await Enter(thief, email, null));

        using var admin = await site.As("admin");
        var invitation = $$"""{"email":"{{email}}","role":"officer"}""";
        token = await site.Mail.TokenAfter(email, () => admin.Send("POST", "/api/invitations", invitation).Json());
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new() })
        {
            BaseAddress = site.Address,
        };
        var accept = $$"""{"token":"{{token}}","password":"{{WebProcess.Password}}"}""";
        Assert.Equal(200, await browser.Send("POST", "/api/invitations/accept", accept).Status());
        Assert.Equal(401, await browser.Send("GET", "/api/me").Status());
        Assert.NotEmpty(recovery);
        http.Dispose();
    }

    [Fact]
    public async Task An_admin_helps_who_lost_it_and_the_owner_takes_it_away_by_password_and_code()
    {
        var (http, email, _) = await site.Newcomer();
        var (_, recovery, _) = await PutOn(http);
        var wrong = $$"""{"password":"{{WebProcess.Password}}","code":"000000"}""";
        Assert.Equal(422, await http.Send("POST", "/api/me/second-factor/remove", wrong).Status());
        var right = $$"""{"password":"{{WebProcess.Password}}","code":"{{recovery[0]}}"}""";
        Assert.Equal(204, await http.Send("POST", "/api/me/second-factor/remove", right).Status());
        using var guest = await site.As("anonymous");
        Assert.Equal((200, false), await Enter(guest, email, null));

        await PutOn(http);
        using var officer = await site.As("officer");
        using var admin = await site.As("admin");
        var path = $"/api/accounts/{email}/second-factor";
        Assert.Equal(403, await officer.Send("DELETE", path).Status());
        Assert.Equal(403, await admin.Send("DELETE", "/api/accounts/admin@sample/second-factor").Status());
        Assert.Equal(204, await admin.Send("DELETE", path).Status());
        Assert.Equal(401, await http.Send("GET", "/api/me").Status());
        Assert.Equal((200, false), await Enter(guest, email, null));
        await Eventually.Until("the owner is told each time", () => site.Mail.To(email, TurnedOff).Count == 2);
        http.Dispose();
    }

    [Fact]
    public async Task An_admin_who_takes_away_what_is_not_there_ends_no_session_and_sends_no_mail()
    {
        var (http, email, _) = await site.Newcomer();
        using var admin = await site.As("admin");
        var path = $"/api/accounts/{email}/second-factor";
        Assert.Equal(204, await admin.Send("DELETE", path).Status());
        await http.Send("POST", "/api/me/second-factor", $$"""{"password":"{{WebProcess.Password}}"}""").Json();
        Assert.Equal(204, await admin.Send("DELETE", path).Status()); // offered, and not on yet

        Assert.Equal(200, await http.Send("GET", "/api/me").Status());
        var change = $$"""{"password":"{{WebProcess.Password}}","newPassword":"another long password"}""";
        Assert.Equal(204, await http.Send("POST", "/api/me/password", change).Status());
        await site.Mail.Told(email, "Your password was changed"); // which comes after all that was sent before
        Assert.Empty(site.Mail.To(email, TurnedOff));
        http.Dispose();
    }

    [Fact]
    public async Task Whoever_confirms_again_hears_that_it_is_on_and_without_an_offer_that_none_is_set_up()
    {
        var (http, _, _) = await site.Newcomer();
        Assert.Equal("The second step has not been set up yet.", await Confirmed());
        await PutOn(http);
        Assert.Equal("The second step is on already.", await Confirmed());
        http.Dispose();

        async Task<string> Confirmed()
        {
            using var answer = await http.Send("POST", "/api/me/second-factor/confirm", """{"code":"000000"}""");
            Assert.Equal(409, (int)answer.StatusCode);
            return (string)(await answer.Json())["detail"]!;
        }
    }

    [Fact]
    public async Task Of_whom_the_office_demands_it_the_session_opens_the_own_account_alone_until_it_is_on()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-factor").FullName;
        var file = Path.Combine(folder, "a.db");
        string typed;
        IReadOnlyList<string> recovery;
        await using (
            var web = await WebProcess
                .Run(
                    $"Data Source={file}",
                    ["--sample", "5", "--no-history"],
                    ("Matchmaker__SecondFactor__Roles", "officer, admin")
                )
                .Ready()
        )
        {
            using var http = new HttpClient { BaseAddress = web.Address };
            var entry = await http.Send("POST", "/api/sign-in?token=true", Body("officer@sample", null)).Json();
            http.DefaultRequestHeaders.Authorization = new("Bearer", (string)entry["accessToken"]!);
            Assert.True((bool)(await http.Send("GET", "/api/me").Json())["needsSecondFactor"]!);
            foreach (var path in new[] { "/api/desk", "/api/people", "/api/enterprises/e1", "/live/negotiate" })
                Assert.Equal(401, await http.Send(path == "/live/negotiate" ? "POST" : "GET", path).Status());
            Assert.Equal(200, await http.Send("GET", "/api/boards").Status()); // as everybody
            (typed, recovery, _) = await PutOn(http);
            Assert.Null((await http.Send("GET", "/api/me").Json())["needsSecondFactor"]);
            Assert.Equal(200, await http.Send("GET", "/api/desk").Status());

            using var firm = new HttpClient { BaseAddress = web.Address };
            var free = await firm.Send("POST", "/api/sign-in?token=true", Body("firm@sample", null)).Json();
            firm.DefaultRequestHeaders.Authorization = new("Bearer", (string)free["accessToken"]!);
            Assert.Equal(200, await firm.Send("GET", "/api/people").Status());
        }

        var stored = string.Concat(Directory.GetFiles(folder).Select(name => File.ReadAllText(name)));
        Assert.Contains("officer@sample", stored, StringComparison.Ordinal);
        var secret = Base32Encoding.ToBytes(typed);
        foreach (var form in new[] { typed, Convert.ToBase64String(secret), Convert.ToHexString(secret) })
            Assert.DoesNotContain(form.TrimEnd('='), stored, StringComparison.OrdinalIgnoreCase);
        foreach (var code in recovery)
        {
            Assert.DoesNotContain(code, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                code.Replace("-", "", StringComparison.Ordinal),
                stored,
                StringComparison.OrdinalIgnoreCase
            );
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Puts the second factor on, as its owner does.</summary>
    private static async Task<(string App, IReadOnlyList<string> Recovery, long Step)> PutOn(HttpClient http)
    {
        var password = $$"""{"password":"{{WebProcess.Password}}"}""";
        var offer = await http.Send("POST", "/api/me/second-factor", password).Json();
        var app = (string)offer["secret"]!;
        Assert.Contains($"secret={app}", (string)offer["address"]!, StringComparison.Ordinal);
        var picture = offer["picture"]!.AsArray();
        Assert.All(picture, row => Assert.Equal(picture.Count, ((string)row!).Length));
        Assert.Equal(
            422,
            await http.Send("POST", "/api/me/second-factor/confirm", """{"code":"not a code"}""").Status()
        );
        var step = StepNow();
        var answer = await http.Send("POST", "/api/me/second-factor/confirm", $$"""{"code":"{{CodeOf(app, step)}}"}""")
            .Json();
        Assert.Equal(409, await http.Send("POST", "/api/me/second-factor", password).Status());
        return (app, [.. answer["codes"]!.AsArray().Select(code => (string)code!)], step);
    }

    private static long StepNow() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30;

    private static string CodeOf(string app, long step) =>
        new Totp(Base32Encoding.ToBytes(app)).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * 30).UtcDateTime);

    private static string Body(string email, string? code, string password = WebProcess.Password) =>
        new JsonObject
        {
            ["email"] = email,
            ["password"] = password,
            ["code"] = code,
        }.ToJsonString();

    /// <summary>The status, and whether a code was the error.</summary>
    private static async Task<(int Status, bool NeedsCode)> Enter(HttpClient http, string email, string? code)
    {
        using var answer = await http.Send("POST", "/api/sign-in", Body(email, code));
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Contains("\"code\"", StringComparison.Ordinal));
    }
}
