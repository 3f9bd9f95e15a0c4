namespace Matchmaker.Web.Tests.Operation;

/// <summary>Orleans' dashboard: admins see silos and calls; for everybody else it is not there.</summary>
public sealed class DashboardTests(Site site)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS"];

    private static readonly string[] Pages =
    [
        "",
        "/index.html",
        "/favicon.ico",
        "/index.min.js",
        "/index.css",
        "/fonts/fa-solid-900.woff2",
        "/img/OrleansLogo.png",
        "/",
    ];

    private static readonly string[] Figures =
    [
        "/version",
        "/DashboardCounters",
        "/ClusterStats",
        "/Reminders",
        "/Reminders/1",
        "/HistoricalStats/<silo>",
        "/SiloProperties/<silo>",
        "/SiloMetadata/<silo>",
        "/SiloStats/<silo>",
        "/SiloCounters/<silo>",
        "/GrainStats/Matchmaker.Grains.BuildingGrain",
        "/TopGrainMethods",
        "/LifecycleStages",
        "/GrainTypes",
    ];

    // What a grain holds, and the log.
    private static readonly string[] Closed =
    [
        "/GrainState",
        "/GrainState?grainId=e1&grainType=Matchmaker.Grains.EnterpriseGrain",
        "/grainstate?grainId=e1",
        "/Trace",
        "/trace",
        "/index.min.js.map",
        "/none",
    ];

    [Theory]
    [InlineData("anonymous")]
    [InlineData("enterprise")]
    [InlineData("firm")]
    [InlineData("owner")]
    [InlineData("officer")]
    public async Task Nobody_but_an_admin_learns_that_it_is_there(string who)
    {
        using var http = await site.As(who);
        var missing = await http.GetStringAnyway("/api/none");
        foreach (var path in Pages.Concat(Figures).Concat(Closed))
        {
            foreach (var method in Methods)
                Assert.True(await http.Send(method, $"/dashboard{path}").Status() == 404, $"{method} {path}");
            Assert.Equal(missing, await http.GetStringAnyway($"/Dashboard{path}"));
        }
    }

    [Fact]
    public async Task An_admin_sees_its_pages_and_figures_which_no_cache_keeps()
    {
        using var admin = await site.As("admin");
        var silo = await Silo(admin);
        // The path without a slash only redirects.
        foreach (var path in Pages.Concat(Figures).Where(path => path.Length > 0))
        {
            using var answer = await admin.GetAsync(
                $"/dashboard{path.Replace("<silo>", silo, StringComparison.Ordinal)}"
            );
            Assert.True((int)answer.StatusCode == 200, $"{path} {(int)answer.StatusCode}");
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task A_web_host_of_a_cluster_shows_the_cluster_s_silos()
    {
        var database = await SharedPostgres.NewDatabase();
        await using var silo = SiloProcess.Run(database);
        await using var web = await WebProcess.Run(database, ["--sample", "10", "--no-history"]).Ready(silo);
        using var admin = new HttpClient { BaseAddress = web.Address };
        Assert.Equal(404, await admin.Send("GET", "/dashboard/DashboardCounters").Status());
        var entry = await admin
            .Send(
                "POST",
                "/api/sign-in?token=true",
                $$"""{"email":"admin@sample","password":"{{WebProcess.Password}}"}"""
            )
            .Json();
        admin.DefaultRequestHeaders.Authorization = new("Bearer", (string)entry["accessToken"]!);

        var host = Assert.Single((await admin.Send("GET", "/dashboard/DashboardCounters").Json())["hosts"]!.AsArray());
        Assert.Equal("Active", (string)host!["status"]!);
        Assert.Equal(200, await admin.Send("GET", "/dashboard/").Status());
        foreach (var path in Closed)
            Assert.True(await admin.Send("GET", $"/dashboard{path}").Status() == 404, path);
    }

    [Fact]
    public async Task It_shows_no_record_and_no_log_to_an_admin_either()
    {
        using var admin = await site.As("admin");
        foreach (var path in Closed)
            Assert.True(await admin.Send("GET", $"/dashboard{path}").Status() == 404, path);
    }

    [Fact]
    public async Task Its_figures_name_no_party_no_person_and_no_project()
    {
        using var admin = await site.As("admin");
        var (word, silo) = (Asking.Fresh("unmistakable"), await Silo(admin));
        await admin.Send("PUT", $"/api/enterprises/{word}", $$"""{"name":"{{word}}"}""").Json();
        await admin.Send("POST", "/api/enterprises", $$"""{"name":"{{word}}","confidential":true}""").Json();
        await admin.Send("GET", $"/api/enterprises/{word}-none").Status();
        foreach (var path in Figures)
        {
            var text = await admin.GetStringAsync(
                $"/dashboard{path.Replace("<silo>", silo, StringComparison.Ordinal)}"
            );
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
            Assert.DoesNotContain("@sample", text, StringComparison.Ordinal);
        }
    }

    private static async Task<string> Silo(HttpClient admin) =>
        (string)(await admin.Send("GET", "/dashboard/DashboardCounters").Json())["hosts"]![0]!["siloAddress"]!;
}
