namespace Matchmaker.Web.Tests.Setup;

/// <summary>
/// What the office has on its desk: an introduction that neither side knows of yet with a pin, and a confidential
/// project with another, for which the sample officer is cleared and the sample admin is not.
/// </summary>
public sealed class OfficeScene(Site site) : IAsyncLifetime
{
    public const string Missing = "00000000000000000000000000000000";

    // A visit is at most half a year ahead.
    private static string Day => $"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal) { ["none"] = Missing };

    public async ValueTask InitializeAsync()
    {
        using var officer = await site.As("officer");
        var (building, party) = (Asking.Fresh("desk"), Asking.Fresh("party"));
        await officer
            .Send("PUT", $"/api/buildings/{building}", """{"public":true,"owner":"owners/o2","values":{}}""")
            .Json();
        await officer
            .Send("PUT", $"/api/buildings/{building}/spaces/s1", """{"public":true,"values":{"area":100}}""")
            .Json();
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Nobody's"}""").Json();
        _ids["party"] = party;
        _ids["project"] = (string)
            (await officer.Send("POST", "/api/enterprises", """{"name":"Hush","confidential":true}""").Json())["id"]!;
        foreach (var (prefix, owner) in new[] { ("", party), ("project-", _ids["project"]) })
        {
            var demand = _ids[$"{prefix}demand"] = (string)
                (
                    await officer
                        .Send(
                            "POST",
                            "/api/demands",
                            $$"""{"board":"sites","owner":"enterprises/{{owner}}","criteria":[]}"""
                        )
                        .Json()
                )["id"]!;
            var pair = $"\"demand\":\"{demand}\",\"match\":\"{building}/s1\"";
            _ids[$"{prefix}introduction"] = (string)
                (await officer.Send("POST", "/api/introductions", $"{{{pair}}}").Json())["id"]!;
            _ids[$"{prefix}visit"] = (string)
                (
                    await officer
                        .Send(
                            "POST",
                            "/api/visits",
                            $$"""
                            {
                              "owner": "enterprises/{{owner}}",
                              "window": {"from": "{{Day}}T13:00:00+08:00", "to": "{{Day}}T18:00:00+08:00"},
                              "stops": [{"introduction": "{{_ids[$"{prefix}introduction"]}}"}]
                            }
                            """
                        )
                        .Json()
                )["id"]!;
            _ids[$"{prefix}pin"] = (string)
                (
                    await officer
                        .Send("POST", "/api/pins", $$"""{{{pair}},"kind":"demote","reason":"Too loud."}""")
                        .Json()
                )["id"]!;
        }

        _ids["space"] = $"{building}/s1";
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public string Fill(string text) =>
        _ids.Aggregate(text, (filled, id) => filled.Replace($"<{id.Key}>", id.Value, StringComparison.Ordinal));
}
