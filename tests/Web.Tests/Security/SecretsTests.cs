using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Security;

/// <summary>Nothing that a process prints, at whatever level, holds a secret.</summary>
public sealed class SecretsTests
{
    private const string DatabasePassword = "plum-database-secret";
    private const string MailPassword = "plum-mail-secret";
    private const string SamplePassword = "plum sample secret";
    private const string WrongPassword = "plum wrong secret";

    private static readonly (string Name, string Value)[] Talkative =
    [
        ("Logging__LogLevel__Default", "Trace"),
        ("Logging__LogLevel__Orleans", "Trace"),
        ("Logging__LogLevel__Npgsql", "Trace"),
        ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
        ("Logging__LogLevel__Microsoft.AspNetCore.DataProtection", "Trace"),
        ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Trace"),
        ("Logging__Console__FormatterOptions__IncludeScopes", "true"),
        ("Matchmaker__SamplePassword", SamplePassword),
    ];

    // Nothing listens there; a password asks for an encrypted connection.
    private static readonly (string Name, string Value)[] MailWithPassword =
    [
        ("Matchmaker__Smtp__Host", "127.0.0.1"),
        ("Matchmaker__Smtp__Port", "1"),
        ("Matchmaker__Smtp__From", "a@b.hk"),
        ("Matchmaker__Smtp__User", "plum-mailer"),
        ("Matchmaker__Smtp__Password", MailPassword),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_silo_and_a_web_host_that_log_all_they_can_print_no_secret(bool mailArrives)
    {
        var database = $"{await SharedPostgres.NewDatabase()};Password={DatabasePassword}";
        await using var mail = MailServer.Started();
        (string, string)[] settings = [.. Talkative, .. mailArrives ? mail.Environment : MailWithPassword];
        await using var silo = SiloProcess.Run(database, settings);
        await using var web = await WebProcess.Run(database, ["--sample", "20", "--no-history"], settings).Ready(silo);
        var tokens = await Use(web, mailArrives ? mail : null);

        var printed = silo.Lines.Concat(web.Lines).ToList();
        Assert.Contains(printed, line => line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains(
            silo.Lines,
            line => line.Contains("trce", StringComparison.Ordinal) || line.Contains("dbug", StringComparison.Ordinal)
        );
        foreach (
            var secret in new[]
            {
                DatabasePassword,
                MailPassword,
                SamplePassword,
                WrongPassword,
                Uri.EscapeDataString(SamplePassword),
            }.Concat(tokens)
        )
            Assert.DoesNotContain(printed, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2;Password=plum-secret")]
    [InlineData("Host=127.0.0.1;Password=plum-secret;Sauce=x")]
    [InlineData("Host=127.0.0.1;Password=word;plum-secret=x")]
    [InlineData("Host=127.0.0.1;Password=word;plum-secret")]
    [InlineData("Host=127.0.0.1;Port=plum-secret;Pwd=word")]
    [InlineData("Data Source=<file>;Password=plum-secret")]
    [InlineData("Data Source=<file>;Password=word;plum-secret=x")]
    public async Task A_wrong_database_setting_is_told_without_its_password(string database)
    {
        var setting = database.Replace(
            "<file>",
            Path.Combine(Path.GetTempPath(), $"{Asking.Fresh("secrets")}.db"),
            StringComparison.Ordinal
        );
        await using var web = WebProcess.Run(setting, []);
        await using var silo = SiloProcess.Run(setting);
        foreach (var process in new ChildProcess[] { web, silo })
        {
            Assert.Equal(1, await process.Exit());
            var line = Assert.Single(process.Lines);
            Assert.StartsWith("Matchmaker:Database: ", line, StringComparison.Ordinal);
            Assert.DoesNotContain("plum-secret", line, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Matchmaker__Smtp__Port", "0")]
    [InlineData("Matchmaker__Smtp__User", "")]
    [InlineData("Matchmaker__Smtp__Tls", "none")]
    [InlineData("Matchmaker__SamplePassword", "plum")]
    public async Task A_wrong_setting_is_told_in_one_line_without_a_password(string name, string value)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Asking.Fresh("secrets")}.db");
        await using var web = WebProcess.Run(
            $"Data Source={file}",
            ["--sample", "1", "--no-history"],
            [
                .. Talkative
                    .Concat(MailWithPassword)
                    .Where(setting =>
                        setting.Name != name && !setting.Name.StartsWith("Logging", StringComparison.Ordinal)
                    ),
                (name, value),
            ]
        );
        Assert.Equal(1, await web.Exit());
        var line = Assert.Single(web.Lines);
        Assert.StartsWith("Matchmaker:", line, StringComparison.Ordinal);
        Assert.DoesNotContain("plum", line, StringComparison.Ordinal);
    }

    // Everything in which a secret travels: sign-in, wrong sign-in, cookie, bearer, the hub's address, an invitation's
    // link and its acceptance.
    private static async Task<IReadOnlyList<string>> Use(WebProcess web, MailServer? mail)
    {
        using var browser = new HttpClient { BaseAddress = web.Address };
        Assert.Equal(
            401,
            await browser
                .Send("POST", "/api/sign-in", $$"""{"email":"admin@sample","password":"{{WrongPassword}}"}""")
                .Status()
        );
        var body = $$"""{"email":"admin@sample","password":"{{SamplePassword}}"}""";
        using var entry = await browser.Send("POST", "/api/sign-in", body);
        var cookie = entry
            .Headers.GetValues("Set-Cookie")
            .First(set => set.StartsWith("matchmaker=", StringComparison.Ordinal))
            .Split(';')[0]["matchmaker=".Length..];
        await browser.Send("GET", "/api/me").Json();

        using var system = new HttpClient { BaseAddress = web.Address };
        var bearer = (string)(await system.Send("POST", "/api/sign-in?token=true", body).Json())["accessToken"]!;
        system.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(web.Address, $"/live?access_token={bearer}"), HttpTransportType.WebSockets)
            .Build();
        await hub.StartAsync();
        await system.Send("POST", "/api/invitations", """{"email":"plum@x.hk","role":"officer"}""").Json();
        if (mail is null)
            return [cookie, bearer];
        var invitation = await mail.Token("plum@x.hk");
        await browser.Send("GET", $"/tc/invitation?token={invitation}").Status();
        await browser.Send("GET", $"/api/invitations/accept?token={invitation}").Status();
        await browser
            .Send(
                "POST",
                "/api/invitations/accept",
                $$"""{"token":"{{invitation}}","password":"{{SamplePassword}} 2"}"""
            )
            .Json();
        return [cookie, bearer, invitation];
    }
}
