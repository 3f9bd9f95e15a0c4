namespace Matchmaker.Web.Tests.Accounts;

/// <summary>What somebody settles for the own account, and how letters keep to it.</summary>
public sealed class SettingsTests(Site site)
{
    [Fact]
    public async Task The_owner_alone_settles_name_language_and_letters_and_stays_signed_in()
    {
        var (http, email, _) = await site.Newcomer("\"role\":\"firm\",\"firm\":\"f1\"");
        var before = await http.Send("GET", "/api/me/settings").Json();
        Assert.Equal((true, true), ((bool)before["digests"]!, (bool)before["programmes"]!));
        var body = """{"name":" 陳大文 ","language":"zh-Hant","digests":false}""";
        Assert.Equal(412, await http.Send("PUT", "/api/me/settings", body, "\"99\"").Status());
        var after = await http.Send("PUT", "/api/me/settings", body, $"\"{before["version"]}\"").Json();
        Assert.Equal(
            ("陳大文", "zh-Hant", false, true),
            ((string?)after["name"], (string?)after["language"], (bool)after["digests"]!, (bool)after["programmes"]!)
        );
        Assert.Equal(200, await http.Send("GET", "/api/me").Status());

        using var colleague = await site.As("firm");
        Assert.Contains("陳大文", await colleague.GetStringAnyway("/api/people"), StringComparison.Ordinal);
        using var admin = await site.As("admin");
        var put = await admin
            .Send(
                "PUT",
                $"/api/accounts/{email}",
                """{"role":"firm","firm":"f2","name":"Somebody Else","noDigests":false}""",
                $"\"{after["version"]}\""
            )
            .Json();
        Assert.Equal(("陳大文", true), ((string?)put["name"], (bool)put["noDigests"]!));
        http.Dispose();
    }

    [Theory]
    [InlineData("""{"language":"fr"}""", "language")]
    [InlineData("""{"name":"a\u0007b"}""", "name")]
    [InlineData("""{"digests":"no"}""", "digests")]
    [InlineData("""{"role":"admin"}""", "role")]
    public async Task What_is_no_setting_is_refused(string body, string field)
    {
        using var http = await site.As("owner");
        var version = (await http.Send("GET", "/api/me/settings").Json())["version"];
        using var answer = await http.Send("PUT", "/api/me/settings", body, $"\"{version}\"");
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.NotNull((await answer.Json())["errors"]![field]);
    }

    [Theory]
    [InlineData("en", "Your password was changed", "密碼")]
    [InlineData("zh-Hant", "您的密碼已更改", "password")]
    [InlineData("zh-Hans", "您的密码已更改", "帳戶")]
    public async Task A_letter_is_in_the_language_that_its_reader_chose_and_so_is_the_link_s_page(
        string language,
        string subject,
        string foreign
    )
    {
        var (http, email, _) = await site.Newcomer();
        var version = (await http.Send("GET", "/api/me/settings").Json())["version"];
        await http.Send("PUT", "/api/me/settings", $$"""{"language":"{{language}}"}""", $"\"{version}\"").Json();
        var change = $$"""{"password":"{{WebProcess.Password}}","newPassword":"another long password"}""";
        Assert.Equal(204, await http.Send("POST", "/api/me/password", change).Status());
        await site.Mail.Told(email, subject);
        var letter = site.Mail.To(email, subject)[^1];
        Assert.Equal(subject, letter.Subject);
        Assert.DoesNotContain(foreign, letter.Text, StringComparison.Ordinal);
        using var officer = await site.As("officer");
        var listed = (await officer.Send("GET", "/api/letters?limit=500").Json())["items"]!.AsArray();
        Assert.Contains(listed, item => (string?)item!["to"] == email && (string?)item["subject"] == subject);
        http.Dispose();
    }

    [Fact]
    public async Task Who_accepts_an_invitation_gets_letters_in_the_language_of_that_page()
    {
        var email = $"{Asking.Fresh("new")}@x.hk";
        using var admin = await site.As("admin");
        await admin.Send("POST", "/api/invitations", $$"""{"email":"{{email}}","role":"officer"}""").Json();
        using var guest = await site.As("anonymous");
        var body = $$"""{"token":"{{await site.Mail.Token(email)}}","password":"{{WebProcess.Password}}"}""";
        await guest.Send("POST", "/api/invitations/accept", body, null, ("Accept-Language", "zh-Hans")).Json();
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await site.SignIn(email, WebProcess.Password));
        Assert.Equal("zh-Hans", (string?)(await http.Send("GET", "/api/me/settings").Json())["language"]);
    }
}
