using System.Diagnostics;

namespace Matchmaker.Web.Tests.Accounts;

/// <summary>
/// Guessing a password takes longer and longer; its owner is not kept out by it, and the time of an answer does not
/// tell whether there is an account.
/// </summary>
public sealed class SignInTests(SignInTests.ProxiedSite site) : IClassFixture<SignInTests.ProxiedSite>
{
    private const string Wrong = "this is not the password";
    private const int Free = 5;
    private const int Pairs = 200;
    private const double MostArea = 0.6;

    [Fact]
    public async Task Who_guesses_waits_and_is_refused_while_the_owner_gets_in_and_is_told()
    {
        using var stranger = From("192.0.2.1");
        using var owner = From("192.0.2.1");
        Assert.Equal(200, await SignIn(owner, "firm@sample", WebProcess.Password).Status()); // leaves its cookie
        foreach (var email in new[] { "firm@sample", "nobody@x.hk" })
        {
            var (answers, wait) = await Guess(stranger, email);
            Assert.Equal(Enumerable.Repeat(401, Free), answers.Take(Free));
            Assert.Equal(429, answers[^1]);
            Assert.InRange(wait!.Value, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15));
        }

        Assert.Equal(200, await SignIn(owner, "firm@sample", WebProcess.Password).Status());
        using var elsewhere = From("192.0.2.2");
        Assert.Equal(200, await SignIn(elsewhere, "firm@sample", WebProcess.Password).Status());
        using var officer = From("192.0.2.3");
        officer.DefaultRequestHeaders.Authorization = new("Bearer", await Token(officer, "officer"));
        await Eventually.Until(
            "the owner is told",
            async () =>
                (await officer.GetStringAnyway("/api/letters")).Contains(
                    "sign-ins to your account firm@sample",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task The_last_admin_is_never_locked_out()
    {
        using var stranger = From("192.0.2.4");
        for (var i = 0; i < Free + 4; i++)
            Assert.Equal(401, await SignIn(stranger, "admin@sample", Wrong).Status());
        Assert.Equal(200, await SignIn(stranger, "admin@sample", WebProcess.Password).Status());
    }

    [Fact]
    public async Task A_password_that_is_too_long_is_refused_before_any_work()
    {
        using var http = From("192.0.2.5");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 4 * Free; i++)
            Assert.Equal(401, await SignIn(http, "owner@sample", new string('x', 201)).Status());
        Bounds.AtMost(TimeSpan.FromSeconds(1), clock.Elapsed, "refusing passwords that are too long");
        Assert.Equal(200, await SignIn(http, "owner@sample", WebProcess.Password).Status());
    }

    [Theory]
    [InlineData("/api/sign-in", 401, "203.0.113")]
    [InlineData("/api/password-resets", 204, "198.51.100")]
    public async Task The_time_of_an_answer_does_not_tell_whether_there_is_an_account(
        string path,
        int status,
        string network
    )
    {
        using var warm = From("192.0.2.6");
        for (var i = 0; i < Free; i++)
            await Ask(warm, path, $"warm{i}@x.hk").Status();
        var (known, unknown) = (new TimeSpan[Pairs], new TimeSpan[Pairs]);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Pairs),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (pair, _) =>
            {
                // Each pair comes from an address of its own; one of it names an account that was never named.
                using var http = From($"{network}.{pair}");
                var isFirst = pair % 4 < 2;
                if (isFirst)
                    known[pair] = await Time(http, path, "enterprise@sample", status);
                unknown[pair] = await Time(http, path, $"nobody{pair}@x.hk", status);
                if (!isFirst)
                    known[pair] = await Time(http, path, "enterprise@sample", status);
            }
        );
        var area = known.Average(first =>
            unknown.Average(second =>
                first > second ? 1
                : first == second ? 0.5
                : 0
            )
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"{path}: the area under the curve is {area:0.000}");
        Assert.InRange(area, 1 - MostArea, MostArea);
    }

    /// <summary>Guesses until it is told to wait.</summary>
    private static async Task<(List<int> Answers, TimeSpan? Wait)> Guess(HttpClient http, string email)
    {
        var (answers, wait) = (new List<int>(), (TimeSpan?)null);
        while (answers.Count < 4 * Free && (answers.Count == 0 || answers[^1] == 401))
        {
            using var answer = await SignIn(http, email, Wrong);
            answers.Add((int)answer.StatusCode);
            wait = answer.Headers.RetryAfter?.Delta;
        }

        return (answers, wait);
    }

    private static async Task<TimeSpan> Time(HttpClient http, string path, string email, int status)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(status, await Ask(http, path, email).Status());
        return clock.Elapsed;
    }

    private static Task<HttpResponseMessage> Ask(HttpClient http, string path, string email) =>
        http.Send(
            "POST",
            path,
            path == "/api/sign-in"
                ? $$"""{"email":"{{email}}","password":"{{Wrong}}"}"""
                : $$"""{"email":"{{email}}"}"""
        );

    private static async Task<string> Token(HttpClient http, string who) =>
        (string)
            (
                await http.Send(
                        "POST",
                        "/api/sign-in?token=true",
                        $$"""{"email":"{{who}}@sample","password":"{{WebProcess.Password}}"}"""
                    )
                    .Json()
            )["accessToken"]!;

    private static Task<HttpResponseMessage> SignIn(HttpClient http, string email, string password) =>
        http.Send("POST", "/api/sign-in", $$"""{"email":"{{email}}","password":"{{password}}"}""");

    private HttpClient From(string address)
    {
        var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return http;
    }

    /// <summary>A system behind a proxy that says where each attempt comes from: each test has addresses of its own.
    /// </summary>
    public sealed class ProxiedSite : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-sign-in").FullName;
        private WebProcess? _web;

        public Uri Address => _web!.Address;

        public async ValueTask InitializeAsync() =>
            _web = await WebProcess
                .Run(
                    $"Data Source={Path.Combine(_folder, "web.db")}",
                    ["--sample", "5", "--no-history"],
                    ("Matchmaker__Proxies", "127.0.0.1")
                )
                .Ready();

        public async ValueTask DisposeAsync()
        {
            await _web!.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
