namespace Matchmaker.Web.Tests;

/// <summary>Records of the office's: a public building, one that is not, and an enterprise with a demand that belong to nobody signed in.</summary>
internal sealed class Scene
{
    public string Open { get; } = Asking.Fresh("open");

    public string Hidden { get; } = Asking.Fresh("hidden");

    public string Party { get; } = Asking.Fresh("party");

    public string Demand { get; } = Asking.Fresh("demand");

    private string Space { get; } = Asking.Fresh("space");

    public static async Task<Scene> Set(Site site)
    {
        var scene = new Scene();
        using var officer = await site.As("officer");
        await officer.Send("PUT", $"/api/buildings/{scene.Open}", """{"public":true,"values":{"district":"kwunTong"}}""").Json();
        await officer.Send("PUT", $"/api/buildings/{scene.Open}/spaces/secret", """{"values":{"area":100}}""").Json();
        await officer.Send("PUT", $"/api/buildings/{scene.Hidden}", """{"values":{}}""").Json();
        await officer.Send("PUT", $"/api/buildings/{scene.Hidden}/spaces/s1", """{"public":true,"values":{"area":100}}""").Json();
        await officer.Send("PUT", $"/api/enterprises/{scene.Party}", """{"name":"Nobody's"}""").Json();
        await officer.Send("PUT", $"/api/demands/{scene.Demand}", $$"""{"board":"sites","owner":"enterprises/{{scene.Party}}","criteria":[]}""").Json();
        return scene;
    }

    public string Fill(string path) => path
        .Replace("{open}", Open, StringComparison.Ordinal)
        .Replace("{hidden}", Hidden, StringComparison.Ordinal)
        .Replace("{party}", Party, StringComparison.Ordinal)
        .Replace("{demand}", Demand, StringComparison.Ordinal)
        .Replace("{fresh}", Space, StringComparison.Ordinal)
        .Replace("{none}", "no-such-thing", StringComparison.Ordinal);
}
