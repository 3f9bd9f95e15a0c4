namespace Matchmaker.Web.Tests.Security;

/// <summary>Every route of introductions, desk, figures, journal, pins and clearance as every role.</summary>
public sealed class OfficeAccessTests(Site site, OfficeScene scene) : IClassFixture<OfficeScene>
{
    private static readonly string[] Roles = ["anonymous", "enterprise", "firm", "owner", "officer", "admin"];
    private static readonly string[] Verbs =
    [
        "offer",
        "consent",
        "withdraw",
        "decline",
        "introduce",
        "meet",
        "meetings",
        "times",
        "conclude",
        "restart",
        "assign",
        "aftercare",
        "preview",
    ];

    private static readonly int[] Office = [401, 403, 403, 403, 200, 200];
    private static readonly int[] Hidden = [401, 404, 404, 404, 200, 200];
    private static readonly int[] Secret = [401, 404, 404, 404, 200, 404];
    private static readonly int[] Admins = [401, 403, 403, 403, 403, 200];
    private static readonly int[] Unversioned = [401, 404, 404, 404, 412, 412];

    /// <summary>
    /// Method, path, body, and the status for each role in the order of <see cref="Roles"/>; 0: it depends.
    /// </summary>
    public static TheoryData<string, string, string?, int[]> Routes
    {
        get
        {
            var routes = new TheoryData<string, string, string?, int[]>
            {
                { "GET", "/api/introductions", null, [401, 200, 200, 200, 200, 200] },
                { "GET", "/api/introductions?state=lost", null, [401, 422, 422, 422, 422, 422] },
                { "GET", "/api/introductions/<introduction>", null, Hidden },
                { "GET", "/api/introductions/<project-introduction>", null, Secret },
                { "GET", "/api/introductions/<introduction>/story", null, Hidden },
                { "GET", "/api/introductions/<project-introduction>/story", null, Secret },
                { "GET", "/api/introductions/<none>/story", null, [401, 404, 404, 404, 404, 404] },
                { "GET", "/api/desk/recent", null, Office },
                { "POST", "/api/introductions", "{}", [401, 422, 422, 422, 422, 422] },
                {
                    "POST",
                    "/api/introductions",
                    """{"demand":"<none>","match":"<space>"}""",
                    [401, 404, 404, 404, 404, 404]
                },
                {
                    "POST",
                    "/api/introductions",
                    """{"demand":"<demand>","match":"<space>"}""",
                    [401, 404, 404, 404, 409, 409]
                },
                {
                    "POST",
                    "/api/introductions",
                    """{"demand":"<project-demand>","match":"<space>"}""",
                    [401, 404, 404, 404, 409, 404]
                },
                { "PUT", "/api/introductions/<introduction>/meetings/m1", Story.Meeting, Unversioned },
                {
                    "PUT",
                    "/api/introductions/<project-introduction>/meetings/m1",
                    Story.Meeting,
                    [401, 404, 404, 404, 412, 404]
                },
                { "DELETE", "/api/introductions/<introduction>/meetings/m1", null, Unversioned },
                {
                    "DELETE",
                    "/api/introductions/<project-introduction>/meetings/m1",
                    null,
                    [401, 404, 404, 404, 412, 404]
                },
                { "POST", "/api/introductions/<introduction>/notes", "{}", [401, 404, 404, 404, 422, 422] },
                { "POST", "/api/introductions/<project-introduction>/notes", "{}", [401, 404, 404, 404, 422, 404] },
                { "POST", "/api/consents", "{}", [422, 422, 422, 422, 422, 422] },
                { "POST", "/api/consents", """{"token":"x","answer":"yes"}""", [404, 404, 404, 404, 404, 404] },
                {
                    "POST",
                    "/api/consents",
                    $$"""{"token":"<introduction>.s.{{new string('a', 64)}}","answer":"yes"}""",
                    [404, 404, 404, 404, 404, 404]
                },
                {
                    "POST",
                    "/api/consents/look",
                    $$"""{"token":"<introduction>.c.{{new string('a', 64)}}"}""",
                    [404, 404, 404, 404, 404, 404]
                },
                { "GET", "/api/desk", null, Office },
                { "POST", "/api/desk/later", "{}", [401, 403, 403, 403, 422, 422] },
                {
                    "POST",
                    "/api/desk/later",
                    """{"demand":"<project-demand>","match":"<space>"}""",
                    [401, 403, 403, 403, 204, 404]
                },
                {
                    "POST",
                    "/api/desk/unsuitable",
                    """{"demand":"<demand>","match":"<space>","reason":" "}""",
                    [401, 403, 403, 403, 422, 422]
                },
                { "POST", "/api/desk/handover", """{"to":"nobody@x.hk"}""", [401, 403, 403, 403, 422, 422] },
                { "GET", "/api/letters", null, Office },
                { "GET", "/api/letters?limit=0", null, [401, 403, 403, 403, 422, 422] },
                { "GET", "/api/introductions/<introduction>/meetings/m1.ics", null, [401, 404, 404, 404, 404, 404] },
                { "GET", "/api/officers", null, Office },
                { "GET", "/api/officers/officer@sample", null, Office },
                { "GET", "/api/officers/firm@sample", null, [401, 403, 403, 403, 404, 404] },
                {
                    "PUT",
                    "/api/officers/admin@sample",
                    """{"interests":["rockets/r1"]}""",
                    [401, 403, 403, 403, 403, 422]
                },
                { "PUT", "/api/officers/nobody@x.hk", "{}", [401, 403, 403, 403, 404, 404] },
                { "GET", "/api/figures", null, Office },
                { "GET", "/api/figures?from=2026-02-30", null, [401, 0, 0, 0, 422, 422] },
                { "GET", "/api/figures?from=2026-02-02&to=2026-02-01", null, [401, 403, 403, 403, 422, 422] },
                { "GET", "/api/figures?from=0001-01-01&to=0001-01-02", null, [401, 0, 0, 0, 422, 422] },
                { "GET", "/api/figures?board=nowhere", null, [401, 403, 403, 403, 422, 422] },
                { "GET", "/api/figures/fairness", null, Office },
                { "GET", "/api/figures/fairness?to=1", null, [401, 0, 0, 0, 422, 422] },
                { "GET", "/api/figures/introductions?figure=open", null, Office },
                { "GET", "/api/figures/introductions?figure=happiness", null, [401, 403, 403, 403, 422, 422] },
                { "GET", "/api/figures/introductions", null, [401, 403, 403, 403, 422, 422] },
                { "GET", "/api/upgrades/district", null, Hidden },
                { "GET", "/api/upgrades/district/firms?figure=firms", null, Hidden },
                { "GET", "/api/upgrades/district/firms?figure=gold", null, [401, 404, 404, 404, 422, 422] },
                { "GET", "/api/upgrades/district.xlsx?language=zh-Hant", null, Hidden },
                { "GET", "/api/exports/figures.csv", null, Office },
                { "GET", "/api/exports/figures.xlsx?language=zh-Hant", null, Office },
                { "GET", "/api/exports/figures.xlsx?language=fr", null, [401, 0, 0, 0, 422, 422] },
                { "GET", "/api/journal?of=firms/f1", null, Admins },
                { "GET", "/api/journal", null, [401, 403, 403, 403, 403, 422] },
                { "GET", "/api/journal?of=firms/f1&after=x", null, [401, 403, 403, 403, 403, 422] },
                { "GET", "/api/journal/verification", null, Admins },
                { "GET", "/api/exports/journal.csv?of=firms/f1", null, Admins },
                { "GET", "/api/gates/0.csv", null, Admins },
                { "GET", "/api/steps/0.csv", null, Admins },
                { "GET", "/api/pins", null, [401, 200, 200, 200, 200, 200] },
                { "GET", "/api/pins/<pin>", null, Hidden },
                { "GET", "/api/pins/<project-pin>", null, Secret },
                { "POST", "/api/pins", "{}", [401, 403, 403, 403, 422, 422] },
                { "DELETE", "/api/pins/<pin>", null, [401, 403, 403, 403, 412, 412] },
                { "DELETE", "/api/pins/<project-pin>", null, [401, 403, 403, 403, 412, 404] },
                { "POST", "/api/pins/<pin>/approve", null, [401, 403, 403, 403, 412, 412] },
                { "POST", "/api/pins/<project-pin>/approve", null, [401, 403, 403, 403, 412, 404] },
                { "GET", "/api/visits", null, [401, 200, 200, 200, 200, 200] },
                { "GET", "/api/visits/<visit>", null, Hidden },
                { "GET", "/api/visits/<project-visit>", null, Secret },
                { "GET", "/api/visits/<visit>/plan", null, Hidden },
                { "GET", "/api/visits/<project-visit>/plan", null, Secret },
                { "POST", "/api/visits", "{}", [401, 403, 403, 403, 422, 422] },
                { "PUT", "/api/visits/<visit>", "{}", [401, 403, 403, 403, 422, 422] },
                { "DELETE", "/api/visits/<visit>", null, [401, 403, 403, 403, 412, 412] },
                { "DELETE", "/api/visits/<project-visit>", null, [401, 403, 403, 403, 412, 404] },
                { "POST", "/api/visits/<visit>/book", null, Unversioned },
                { "POST", "/api/visits/<project-visit>/book", null, [401, 404, 404, 404, 412, 404] },
                { "POST", "/api/visits/<visit>/cancel", null, Unversioned },
                { "POST", "/api/visits/<project-visit>/cancel", null, [401, 404, 404, 404, 412, 404] },
                { "POST", "/api/visits/<visit>/ask", null, Unversioned },
                { "POST", "/api/visits/<project-visit>/ask", null, [401, 404, 404, 404, 412, 404] },
                { "GET", "/api/demands/<demand>/pins", null, Hidden },
                { "GET", "/api/demands/<project-demand>/pins", null, Secret },
                { "GET", "/api/demands/d1/pins", null, [401, 403, 404, 404, 200, 200] },
                { "GET", "/api/enterprises/<project>", null, Secret },
                { "GET", "/api/enterprises/<project>/clearance", null, Secret },
                {
                    "PUT",
                    "/api/enterprises/<project>/clearance",
                    """{"officers":[]}""",
                    [401, 404, 404, 404, 412, 404]
                },
                { "GET", "/api/enterprises/<party>/clearance", null, [401, 404, 404, 404, 404, 404] },
                { "GET", "/api/enterprises/e1/clearance", null, [401, 404, 404, 404, 404, 404] },
            };
            foreach (var verb in Verbs)
            {
                routes.Add("POST", $"/api/introductions/<introduction>/{verb}", null, Unversioned);
                routes.Add(
                    "POST",
                    $"/api/introductions/<project-introduction>/{verb}",
                    null,
                    [401, 404, 404, 404, 412, 404]
                );
                routes.Add("POST", $"/api/introductions/<none>/{verb}", null, [401, 404, 404, 404, 404, 404]);
            }

            return routes;
        }
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Each_role_gets_what_it_may(string method, string path, string? body, int[] expected)
    {
        for (var i = 0; i < Roles.Length; i++)
        {
            using var http = await site.As(Roles[i]);
            var status = await http.Send(method, scene.Fill(path), body is null ? null : scene.Fill(body)).Status();
            if (expected[i] != 0)
                Assert.True(
                    expected[i] == status,
                    $"{method} {path} {body} as {Roles[i]}: {status} instead of {expected[i]}"
                );
        }
    }

    public static TheoryData<string, string, string?> Twins
    {
        get
        {
            var paths = new TheoryData<string, string, string?>
            {
                { "GET", "/api/introductions/<hidden-introduction>", null },
                { "GET", "/api/introductions/<hidden-introduction>/story", null },
                { "PUT", "/api/introductions/<hidden-introduction>/meetings/m1", Story.Meeting },
                { "GET", "/api/introductions/<hidden-introduction>/meetings/m1.ics", null },
                { "POST", "/api/introductions", """{"demand":"<hidden-demand>","match":"<space>"}""" },
                { "POST", "/api/consents/look", $$"""{"token":"<hidden-introduction>.c.{{new string('a', 64)}}"}""" },
                { "GET", "/api/pins/<hidden-pin>", null },
                { "DELETE", "/api/pins/<hidden-pin>", null },
                { "POST", "/api/pins/<hidden-pin>/approve", null },
                { "POST", "/api/pins", """{"demand":"<hidden-demand>","match":"<space>","kind":"pin","reason":"x"}""" },
                { "GET", "/api/visits/<hidden-visit>", null },
                { "GET", "/api/visits/<hidden-visit>/plan", null },
                { "DELETE", "/api/visits/<hidden-visit>", null },
                { "POST", "/api/visits/<hidden-visit>/book", """{"times":[]}""" },
                { "POST", "/api/visits/<hidden-visit>/cancel", null },
                { "POST", "/api/visits/<hidden-visit>/ask", null },
                { "GET", "/api/demands/<hidden-demand>/pins", null },
                { "GET", "/api/demands/<hidden-demand>/matches", null },
                { "POST", "/api/desk/later", """{"demand":"<hidden-demand>","match":"<space>"}""" },
                { "POST", "/api/desk/unsuitable", """{"demand":"<hidden-demand>","match":"<space>","reason":"x"}""" },
                { "GET", "/api/enterprises/<hidden>", null },
                { "GET", "/api/enterprises/<hidden>/clearance", null },
                { "PUT", "/api/enterprises/<hidden>/clearance", """{"officers":["admin@sample"]}""" },
                { "DELETE", "/api/enterprises/<hidden>", null },
                { "GET", "/api/journal?of=enterprises/<hidden>", null },
                { "GET", "/api/exports/journal.csv?of=enterprises/<hidden>", null },
                { "POST", "/api/invitations", """{"email":"a@b.hk","role":"enterprise","enterprise":"<hidden>"}""" },
            };
            foreach (var verb in Verbs)
                paths.Add("POST", $"/api/introductions/<hidden-introduction>/{verb}", "{}");
            return paths;
        }
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task What_may_not_be_known_answers_byte_for_byte_as_what_does_not_exist(
        string method,
        string path,
        string? body
    )
    {
        foreach (var role in new[] { "enterprise", "firm", "owner", "admin" })
        {
            using var http = await site.As(role);
            var missing = await AccessTests.Trace(http, method, Named("none", path)!, Named("none", body));
            Assert.Equal(
                missing,
                await AccessTests.Trace(http, method, Named("project", path)!, Named("project", body))
            );
            if (role != "admin")
                Assert.Equal(
                    missing,
                    await AccessTests.Trace(http, method, Named("party", path)!, Named("party", body))
                );
        }
    }

    // The places of a hidden thing, filled with those of a project, of what a party does not know, or of nothing.
    private string? Named(string which, string? text) =>
        text is null
            ? null
            : scene.Fill(
                which switch
                {
                    "none" => System.Text.RegularExpressions.Regex.Replace(text, "<hidden[a-z-]*>", "<none>"),
                    "project" => text.Replace("<hidden>", "<project>", StringComparison.Ordinal)
                        .Replace("<hidden-", "<project-", StringComparison.Ordinal),
                    _ => text.Replace("<hidden>", "<party>", StringComparison.Ordinal)
                        .Replace("<hidden-", "<", StringComparison.Ordinal),
                }
            );
}
