namespace Matchmaker.Web.Tests.Accounts;

/// <summary>How somebody changes a password, or sets it anew by a mailed link.</summary>
public sealed class PasswordTests(Site site)
{
    private const int Free = 5;
    private const string Next = "another long password";

    [Fact]
    public async Task Who_changes_the_own_password_stays_signed_in_here_alone_and_is_told_by_mail()
    {
        var (http, email, _) = await site.Newcomer();
        using var other = new HttpClient { BaseAddress = site.Address };
        other.DefaultRequestHeaders.Authorization = new("Bearer", await site.SignIn(email, WebProcess.Password));

        var wrong = await Change(http, "not the password");
        Assert.Equal((422, true), wrong);
        Assert.Equal((422, false), await Change(http, WebProcess.Password, "short"));
        Assert.Equal(200, await other.Send("GET", "/api/me").Status());
        Assert.Equal((204, false), await Change(http, WebProcess.Password));

        Assert.Equal(200, await http.Send("GET", "/api/me").Status());
        Assert.Equal(401, await other.Send("GET", "/api/me").Status());
        Assert.Equal(401, await Enter(email, WebProcess.Password));
        Assert.Equal(200, await Enter(email, Next));
        await site.Mail.Told(email, "Your password was changed");
        http.Dispose();
    }

    [Fact]
    public async Task A_link_sets_the_password_anew_once_ends_all_sessions_and_signs_nobody_in()
    {
        var (http, email, _) = await site.Newcomer();
        var token = await Wish(email);
        using var guest = await site.As("anonymous");
        Assert.Equal(422, await Reset(guest, token, "short"));
        Assert.Equal(422, await Reset(guest, new string('0', 64), Next));
        Assert.Equal(204, await Reset(guest, token, Next));
        Assert.Equal(422, await Reset(guest, token, "a third long password"));

        Assert.Equal(401, await guest.Send("GET", "/api/me").Status());
        Assert.Equal(401, await http.Send("GET", "/api/me").Status());
        Assert.Equal(401, await Enter(email, WebProcess.Password));
        Assert.Equal(200, await Enter(email, Next));
        await site.Mail.Told(email, "Your password was changed");
        http.Dispose();
    }

    [Fact]
    public async Task The_link_reaches_the_account_s_own_mailbox_alone_in_the_language_of_the_page()
    {
        var (http, email, _) = await site.Newcomer("\"role\":\"firm\",\"firm\":\"f1\"");
        var token = await Wish(email, "zh-Hans");
        var mails = site.Mail.Mails.Where(mail => mail.Text.Contains(token, StringComparison.Ordinal));
        var mail = Assert.Single(mails);
        Assert.Equal(email, mail.To);
        Assert.Contains($"/sc/reset#token={token}", mail.Text);
        Assert.Contains("只能使用一次，1 小时内有效", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 小時", mail.Text, StringComparison.Ordinal);
        foreach (var who in new[] { "officer", "admin" })
        {
            using var office = await site.As(who);
            await Asking.NowhereToldTo(office, token, "firms/f1");
        }

        http.Dispose();
    }

    [Fact]
    public async Task Nobody_who_is_signed_in_as_another_uses_the_link_and_setting_a_password_vouches_for_nobody()
    {
        var (http, email, _) = await site.Newcomer("\"role\":\"enterprise\",\"enterprise\":\"e1\"");
        var token = await Wish(email);
        foreach (var who in new[] { "officer", "admin", "firm" })
        {
            using var other = await site.As(who);
            Assert.Equal(409, await Reset(other, token, Next));
        }

        Assert.Equal(401, await Enter(email, Next));
        using var guest = await site.As("anonymous");
        Assert.Equal(204, await Reset(guest, token, Next));
        using var officer = await site.As("officer");
        Assert.Contains(email, await officer.GetStringAnyway("/api/people"), StringComparison.Ordinal);
        http.Dispose();
    }

    [Fact]
    public async Task The_answer_to_a_wish_is_the_same_whether_or_not_there_is_an_account()
    {
        var (http, email, _) = await site.Newcomer();
        http.Dispose();
        foreach (var address in new[] { email, $"{Asking.Fresh("nobody")}@x.hk" })
        {
            using var guest = await site.As("anonymous");
            for (var i = 0; i < Free; i++)
                Assert.Equal(204, await Wished(guest, address));
            // Each further wish that is granted doubles the wait for the next one.
            await Eventually.Until("it must wait", async () => await Wished(guest, address) == 429);
        }

        await site.Mail.Told(email, "Set a new password");
        using var admin = await site.As("admin");
        await admin.Send("POST", "/api/invitations", $$"""{"email":"{{email}}","role":"officer"}""").Json();
        await Eventually.Until("a later letter comes", () => Links("/invitation#").Count == 2);
        Assert.Single(Links("/reset#"));

        List<ReceivedMail> Links(string page) =>
            [.. site.Mail.Mails.Where(mail => mail.To == email && mail.Text.Contains(page, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Another_site_can_neither_wish_for_a_link_nor_use_one()
    {
        using var guest = await site.As("anonymous");
        var origin = ("Origin", "https://elsewhere.example");
        Assert.Equal(
            403,
            await guest.Send("POST", "/api/password-resets", """{"email":"a@b.hk"}""", null, origin).Status()
        );
        Assert.Equal(
            403,
            await guest
                .Send("POST", "/api/password-resets/accept", """{"token":"x","password":"x"}""", null, origin)
                .Status()
        );
        Assert.Equal(422, await guest.Send("POST", "/api/password-resets", """{"email":"no address"}""").Status());
    }

    private async Task<string> Wish(string email, string language = "en")
    {
        using var guest = await site.As("anonymous");
        return await site.Mail.TokenAfter(email, async () => Assert.Equal(204, await Wished(guest, email, language)));
    }

    private static Task<int> Wished(HttpClient http, string email, string language = "en") =>
        http.Send("POST", "/api/password-resets", $$"""{"email":"{{email}}"}""", null, ("Accept-Language", language))
            .Status();

    private static Task<int> Reset(HttpClient http, string token, string password) =>
        http.Send("POST", "/api/password-resets/accept", $$"""{"token":"{{token}}","password":"{{password}}"}""")
            .Status();

    /// <summary>The status, and whether the old password was the error.</summary>
    private static async Task<(int Status, bool OldWrong)> Change(HttpClient http, string old, string next = Next)
    {
        using var answer = await http.Send(
            "POST",
            "/api/me/password",
            $$"""{"password":"{{old}}","newPassword":"{{next}}"}"""
        );
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Contains("\"password\":", StringComparison.Ordinal));
    }

    private async Task<int> Enter(string email, string password)
    {
        using var http = await site.As("anonymous");
        return await http.Send("POST", "/api/sign-in", $$"""{"email":"{{email}}","password":"{{password}}"}""")
            .Status();
    }
}
