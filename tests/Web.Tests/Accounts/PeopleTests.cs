using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Accounts;

/// <summary>Who receives an invitation's link, who may use a consent's, and who vouches, from outside.</summary>
public sealed class PeopleTests(Site site)
{
    [Fact]
    public async Task An_invitation_s_link_reaches_the_invited_mailbox_alone()
    {
        using var officer = await site.As("officer");
        using var admin = await site.As("admin");
        var email = $"{Asking.Fresh("invited")}@x.hk";
        using var answer = await officer.Send(
            "POST",
            "/api/invitations",
            $$"""{"email":"{{email}}","role":"enterprise","enterprise":"e1"}""",
            headers: ("Host", "elsewhere.example")
        );
        Assert.Equal(["expiresAt"], (await answer.Json()).Select(property => property.Key));
        var token = await site.Mail.Token(email);
        var mail = site.Mail.Mails.Single(mail => mail.To == email);
        Assert.DoesNotContain("elsewhere.example", mail.Text, StringComparison.Ordinal);
        foreach (var reader in new[] { officer, admin })
            await Asking.NowhereToldTo(reader, token, "enterprises/e1");
    }

    [Fact]
    public async Task Without_a_mail_server_an_admin_hands_out_a_party_s_first_invitation_alone()
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-people").FullName;
        await using (
            var web = await WebProcess.Run($"Data Source={folder}/a.db", ["--sample", "5", "--no-history"]).Ready()
        )
        {
            using var admin = await SignedIn(web, "admin@sample");
            using var officer = await SignedIn(web, "officer@sample");
            var owner = (string)
                (await officer.Send("POST", "/api/owners", """{"name":"Harbour Estates"}""").Json())["id"]!;
            await Invite(officer, "first@harbour.hk", "owner", owner);
            await Invite(officer, "second@e1.hk", "enterprise", "e1");

            var first = await LetterTo(admin, "first@harbour.hk");
            Assert.Contains("/invitation#token=", first, StringComparison.Ordinal);
            var token = first.Split("#token=")[1].Split('\n')[0].Trim();
            Assert.DoesNotContain(token, await LetterTo(officer, "first@harbour.hk"), StringComparison.Ordinal);
            // The sample enterprise has an account: whoever reads the link could answer for it.
            Assert.Contains("#token=…", await LetterTo(admin, "second@e1.hk"), StringComparison.Ordinal);

            using var guest = new HttpClient { BaseAddress = web.Address };
            await guest
                .Send(
                    "POST",
                    "/api/invitations/accept",
                    $$"""{"token":"{{token}}","password":"{{WebProcess.Password}}"}"""
                )
                .Json();
            Assert.Contains("#token=…", await LetterTo(admin, "first@harbour.hk"), StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("firm@sample", """{"role":"firm","firm":"f2"}""")]
    [InlineData(null, """{"role":"firm","firm":"f2","sample":true}""")]
    public async Task An_admin_makes_no_account_that_counts_as_a_sample(string? known, string body)
    {
        var folder = Directory.CreateTempSubdirectory("matchmaker-people").FullName;
        await using (
            var web = await WebProcess.Run($"Data Source={folder}/a.db", ["--sample", "5", "--no-history"]).Ready()
        )
        {
            using var admin = await SignedIn(web, "admin@sample");
            var email = known ?? "own@private.hk";
            var tag = known is null
                ? null
                : $"\"{(await admin.Send("GET", $"/api/accounts/{email}").Json())["version"]}\"";
            await admin.Send("PUT", $"/api/accounts/{email}", body, tag).Json();
            Assert.Contains(email, await Addresses(admin));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_new_account_waits_in_the_office_s_list_until_somebody_else_vouches()
    {
        var (http, email, _) = await site.Newcomer("\"role\":\"enterprise\",\"enterprise\":\"e1\"");
        using var officer = await site.As("officer");
        using var inviter = await site.As("admin");
        using var people = await site.As("enterprise");
        using var stranger = await site.As("firm");
        Assert.Contains(email, await Addresses(officer));
        Assert.Contains(email, await Addresses(people));
        Assert.DoesNotContain(email, await Addresses(stranger));
        var path = $"/api/people/{email}/vouch";
        Assert.Equal(403, await inviter.Send("POST", path).Status());
        Assert.Equal(403, await http.Send("POST", path).Status());
        Assert.Equal(404, await stranger.Send("POST", path).Status());
        Assert.Equal(404, await officer.Send("POST", "/api/people/nobody@x.hk/vouch").Status());
        var vouched = await people.Send("POST", path).Json();
        Assert.Equal("enterprise@sample", (string?)vouched["vouchedBy"]);
        Assert.DoesNotContain(email, await Addresses(officer));
        Assert.Equal(404, await stranger.Send("POST", $"/api/people/{email}/object").Status());
        var objected = await people.Send("POST", $"/api/people/{email}/object").Json();
        Assert.Null(objected["vouchedBy"]);
        Assert.Contains(email, await Addresses(officer));
        http.Dispose();
    }

    private static async Task<IReadOnlyList<string>> Addresses(HttpClient http) =>
        [
            .. (await http.Send("GET", "/api/people").Json())["items"]!
                .AsArray()
                .Select(account => (string)account!["email"]!),
        ];

    private static Task<JsonObject> Invite(HttpClient office, string email, string role, string party) =>
        office
            .Send("POST", "/api/invitations", $$"""{"email":"{{email}}","role":"{{role}}","{{role}}":"{{party}}"}""")
            .Json();

    private static async Task<string> LetterTo(HttpClient office, string email) =>
        (await office.Send("GET", "/api/letters?limit=500").Json())["items"]!
            .AsArray()
            .Where(letter => (string?)letter!["to"] == email)
            .Select(letter => (string)letter!["text"]!)
            .First();

    private static async Task<HttpClient> SignedIn(WebProcess web, string email)
    {
        var http = new HttpClient { BaseAddress = web.Address };
        var body = $$"""{"email":"{{email}}","password":"{{WebProcess.Password}}"}""";
        var token = (string)(await http.Send("POST", "/api/sign-in?token=true", body).Json())["accessToken"]!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}
