using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Matchmaker.Web.Tests.Operation;

/// <summary>What a start says, and what stops it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-start").FullName;

    private string Database => $"Data Source={Path.Combine(_folder, "start.db")}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_second_process_on_one_file_stops_with_one_line_that_names_the_first()
    {
        await using var first = await WebProcess.Run(Database, []).Ready();
        await using var second = WebProcess.Run(Database, []);
        Assert.Equal(1, await second.Exit());
        Assert.Contains($"{first.Id}", Assert.Single(second.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=/dev/null/x.db")]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData("Sauce=x")]
    public async Task A_wrong_database_setting_stops_the_start_with_one_line_that_names_it(string database)
    {
        await using var web = WebProcess.Run(database, []);
        Assert.Equal(1, await web.Exit());
        Assert.StartsWith("Matchmaker:Database", Assert.Single(web.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("555", "644", "the folder {0} cannot be written by this process")]
    [InlineData("755", "444", "the file {0}/start.db cannot be written by this process")]
    public async Task A_read_only_folder_or_file_stops_the_start_with_one_line_that_names_it(
        string folder,
        string file,
        string reason
    )
    {
        var path = Path.Combine(_folder, "start.db");
        foreach (var ending in new[] { "", ".lock", ".holder" })
            await File.WriteAllTextAsync(path + ending, "", TestContext.Current.CancellationToken);
        await Command.Run("chmod", "644", path + ".lock", path + ".holder");
        await Command.Run("chmod", file, path);
        if (Command.IsRoot)
            await Command.Run("chown", "-R", "nobody", _folder);
        await Command.Run("chmod", folder, _folder);

        // To root no file is read-only.
        string[] user = Command.IsRoot ? ["setpriv", "--reuid=nobody", "--clear-groups"] : [];
        string[] start = [.. user, "dotnet", Built.Web, $"--Matchmaker:Database=Data Source={path}"];
        var (code, _, errors) = await Command.Try(start[0], start[1..]);
        await Command.Run("chmod", "755", _folder);

        Assert.Equal(1, code);
        Assert.Equal(
            $"Matchmaker:Database: {string.Format(CultureInfo.InvariantCulture, reason, _folder)}",
            errors.Trim()
        );
    }

    [Fact]
    public async Task A_host_is_not_ready_while_nothing_can_be_written()
    {
        await using var web = await WebProcess.Run(Database, []).Ready();
        using var http = new HttpClient { BaseAddress = web.Address };
        await using (var other = new SqliteConnection($"{Database};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var writer = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await Eventually.Until("it is not ready", async () => !await web.IsReady());
            using var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(503, (int)answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        await Eventually.Until("it is ready again", web.IsReady);
    }

    [Theory]
    [InlineData("Matchmaker:Smtp:Tls", "ssl")]
    [InlineData("Matchmaker:SecondFactor:Roles", "officer, boss")]
    [InlineData("Matchmaker:Keys:Certificate", "/no/such/file.pem")]
    [InlineData("Matchmaker:Oidc:Authority", "http://login.example.hk")]
    [InlineData("Matchmaker:PublicUrl", "matchmaker")]
    [InlineData("Matchmaker:Deadlines:Days:0", "0")]
    [InlineData("Matchmaker:Calendar:Holidays", "/no/such/file.csv")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_it(string name, string value)
    {
        await using var web = WebProcess.Run(
            Database,
            [],
            (name.Replace(":", "__", StringComparison.Ordinal), value),
            ("Matchmaker__Smtp__Host", "localhost"),
            ("Matchmaker__Smtp__From", "a@b.hk")
        );
        Assert.Equal(1, await web.Exit());
        Assert.StartsWith(name[..name.LastIndexOf(':')], Assert.Single(web.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ready_host_says_that_its_operator_has_nothing_to_do()
    {
        var path = Path.Combine(_folder, "holidays.csv");
        var days =
            from year in Enumerable.Range(2028, 72)
            from day in Enumerable.Range(1, 17)
            select $"{year}-03-{day:00}";
        await File.WriteAllLinesAsync(path, ["day", .. days], TestContext.Current.CancellationToken);
        await using var web = await WebProcess.Run(Database, [], ("Matchmaker__Calendar__Holidays", path)).Ready();
        using var http = new HttpClient { BaseAddress = web.Address };
        Assert.Equal(
            """{"warnings":[]}""",
            await http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Without_an_admin_a_start_prints_one_invitation_which_makes_the_first()
    {
        await using var web = await WebProcess.Run(Database, []).Ready();
        var link = await Line(web, "/invitation#token=");
        using var http = new HttpClient { BaseAddress = web.Address };
        var token = link.Split("token=")[1];
        Assert.Equal(
            200,
            await http.Send(
                    "POST",
                    "/api/invitations/accept",
                    $$"""{"token":"{{token}}","password":"a long enough password"}"""
                )
                .Status()
        );
        Assert.Equal(
            422,
            await http.Send(
                    "POST",
                    "/api/invitations/accept",
                    $$"""{"token":"{{token}}","password":"a long enough password"}"""
                )
                .Status()
        );
    }

    [Fact]
    public async Task Sample_data_is_used_again_its_accounts_only_with_the_option_and_never_mixed_with_other_data()
    {
        await using (await WebProcess.Run(Database, ["--sample", "30"]).Ready()) { }

        await using (var again = await WebProcess.Run(Database, ["--sample", "30"]).Ready())
            Assert.Equal(200, await SignIn(again));
        await using (var without = await WebProcess.Run(Database, []).Ready())
            Assert.Equal(401, await SignIn(without));

        var other = $"Data Source={Path.Combine(_folder, "other.db")}";
        await using (var web = await WebProcess.Run(other, []).Ready())
        {
            using var http = new HttpClient { BaseAddress = web.Address };
            var token = (await Line(web, "/invitation#token=")).Split("token=")[1];
            await http.Send(
                    "POST",
                    "/api/invitations/accept",
                    $$"""{"token":"{{token}}","password":"a long enough password","email":"me@x.hk"}"""
                )
                .Json();
            var entry = await http.Send(
                    "POST",
                    "/api/sign-in?token=true",
                    """{"email":"me@x.hk","password":"a long enough password"}"""
                )
                .Json();
            http.DefaultRequestHeaders.Authorization = new("Bearer", (string)entry["accessToken"]!);
            await http.Send("PUT", "/api/buildings/mine", "{}").Json();
        }

        await using var mixed = WebProcess.Run(other, ["--sample"]);
        Assert.Equal(1, await mixed.Exit());
        Assert.StartsWith("--sample", Assert.Single(mixed.Lines), StringComparison.Ordinal);
    }

    private static async Task<int> SignIn(WebProcess web)
    {
        using var http = new HttpClient { BaseAddress = web.Address };
        return await http.Send(
                "POST",
                "/api/sign-in?token=true",
                $$"""{"email":"officer@sample","password":"{{WebProcess.Password}}"}"""
            )
            .Status();
    }

    private static async Task<string> Line(WebProcess web, string part)
    {
        string? line = null;
        await Eventually.Until(
            $"the process prints {part}",
            () => (line = web.Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal))) is not null
        );
        return line!;
    }
}
