namespace Matchmaker.Web.Tests.Programmes;

/// <summary>An enterprise that lands, and the facts of one that gets every grant.</summary>
internal static class Landings
{
    public const string Plant = """
        {"incorporatedInHongKong":true,"subvented":false,"newSmartProductionInHongKong":true,"highEndTechnology":true,"previousNiasProjects":0,"previousNiasGrants":0,
         "projects":[{"id":"plant","approvedCost":240000000,"kind":"newFacility"}]}
        """;

    public const string Facts = $$"""{"facts":{{Plant}} }""";

    /// <summary>A new enterprise of that industry, and one of its people.</summary>
    public static async Task<(string Id, HttpClient People)> Landing(this Site site, string industry)
    {
        using var officer = await site.As("officer");
        var id = (string)
            (
                await officer
                    .Send("POST", "/api/enterprises", $$"""{"name":{"en":"Lander"},"industry":"{{industry}}"}""")
                    .Json()
            )["id"]!;
        var (people, _, _) = await site.Newcomer($"\"role\":\"enterprise\",\"enterprise\":\"{id}\"");
        return (id, people);
    }
}
