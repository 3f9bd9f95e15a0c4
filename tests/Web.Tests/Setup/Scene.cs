namespace Matchmaker.Web.Tests.Setup;

/// <summary>
/// Records of the office's: a public building, one that is not, and an enterprise with a demand that belong to nobody
/// signed in.
/// </summary>
internal sealed class Scene
{
    public string Open { get; } = Asking.Fresh("open");

    public string Hidden { get; } = Asking.Fresh("hidden");

    public string Party { get; } = Asking.Fresh("party");

    public string Demand { get; } = Asking.Fresh("demand");

    /// <summary>A need that the enterprise publishes, and one that it does not.</summary>
    public string Need { get; private set; } = "";

    public string HiddenNeed { get; private set; } = "";

    private string Space { get; } = Asking.Fresh("space");

    public static async Task<Scene> Set(Site site)
    {
        var scene = new Scene();
        using var officer = await site.As("officer");
        await officer
            .Send("PUT", $"/api/buildings/{scene.Open}", """{"public":true,"values":{"district":"kwunTong"}}""")
            .Json();
        await officer.Send("PUT", $"/api/buildings/{scene.Open}/spaces/secret", """{"values":{"area":100}}""").Json();
        await officer.Send("PUT", $"/api/buildings/{scene.Hidden}", """{"values":{}}""").Json();
        await officer
            .Send("PUT", $"/api/buildings/{scene.Hidden}/spaces/s1", """{"public":true,"values":{"area":100}}""")
            .Json();
        await officer.Send("PUT", $"/api/enterprises/{scene.Party}", """{"name":"Nobody's"}""").Json();
        await officer
            .Send(
                "PUT",
                $"/api/demands/{scene.Demand}",
                $$"""{"board":"sites","owner":"enterprises/{{scene.Party}}","criteria":[]}"""
            )
            .Json();
        scene.Need = await Publish(officer, scene, isPublic: true);
        scene.HiddenNeed = await Publish(officer, scene, isPublic: false);
        return scene;
    }

    private static async Task<string> Publish(HttpClient officer, Scene scene, bool isPublic)
    {
        var body =
            $$"""{"owner":"enterprises/{{scene.Party}}","name":"Secret pumps","source":"Secret buyer","public":{{(isPublic ? "true" : "false")}},"values":{"needs":["process/machining"]} }""";
        return (string)(await officer.Send("POST", "/api/opportunities", body).Json())["id"]!;
    }

    public string Fill(string path) =>
        path.Replace("{need}", Need, StringComparison.Ordinal)
            .Replace("{hidden-need}", HiddenNeed, StringComparison.Ordinal)
            .Replace("{none-need}", new string('0', 32), StringComparison.Ordinal)
            .Replace("{open}", Open, StringComparison.Ordinal)
            .Replace("{hidden}", Hidden, StringComparison.Ordinal)
            .Replace("{party}", Party, StringComparison.Ordinal)
            .Replace("{demand}", Demand, StringComparison.Ordinal)
            .Replace("{fresh}", Space, StringComparison.Ordinal)
            .Replace("{none}", "no-such-thing", StringComparison.Ordinal);
}
