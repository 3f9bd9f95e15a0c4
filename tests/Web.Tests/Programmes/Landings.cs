namespace Matchmaker.Web.Tests.Programmes;

/// <summary>Parties that apply, and the facts of one that gets every grant.</summary>
internal static class Landings
{
    public const string Plant = """
        {"incorporatedInHongKong":true,"subvented":false,"newSmartProductionInHongKong":true,"highEndTechnology":true,"previousNiasProjects":0,"previousNiasGrants":0,
         "projects":[{"id":"plant","approvedCost":240000000,"kind":"newFacility"}]}
        """;

    public const string Facts = $$"""{"facts":{{Plant}} }""";

    /// <summary>A new enterprise of that industry, and one of its people.</summary>
    public static Task<(string Id, HttpClient People)> Landing(this Site site, string industry) =>
        site.Applying("enterprises", industry);

    /// <summary>A new enterprise or public firm of that industry, and one of its people.</summary>
    /// <param name="collection"><c>enterprises</c> or <c>firms</c>.</param>
    /// <param name="industry">A code of the list <c>industry</c>.</param>
    public static async Task<(string Id, HttpClient People)> Applying(
        this Site site,
        string collection,
        string industry
    )
    {
        using var officer = await site.As("officer");
        var record =
            collection == "firms"
                ? $$$"""{"name":{"en":"Works"},"public":true,"values":{"industries":["strategic/{{{industry}}}"]}}"""
                : $$"""{"name":{"en":"Lander"},"industry":"{{industry}}"}""";
        var id = (string)(await officer.Send("POST", $"/api/{collection}", record).Json())["id"]!;
        var role = collection.TrimEnd('s');
        var (people, _, _) = await site.Newcomer($"\"role\":\"{role}\",\"{role}\":\"{id}\"");
        return (id, people);
    }
}
