namespace Matchmaker.Web.Tests.Search;

/// <summary>Facets over HTTP, of demands that are saved and that are not.</summary>
public sealed class FacetTests(Site site)
{
    // No other space is of such a size; those of unknown size, which other tests make, state no load.
    private const string Wanted = """
        [{"attribute":"area","op":"atLeast","limit":59000},{"attribute":"area","op":"atMost","limit":59500}]
        """;

    [Fact]
    public async Task Facets_count_what_the_caller_may_see()
    {
        using var officer = await site.As("officer");
        await Building(officer);
        foreach (var (who, hidden) in new[] { ("officer", 1), ("anonymous", 0), ("enterprise", 0) })
        {
            using var http = await site.As(who);
            var report = await http.Send(
                    "POST",
                    "/api/boards/sites/facets",
                    $$"""{"criteria":{{Wanted}},"attributes":["pointLoad","uses","area"],"bins":2}"""
                )
                .Json();
            var (load, area) = (report["facets"]![0]!, report["facets"]![2]!);

            Assert.Equal("pointLoad", (string)load["attribute"]!);
            Assert.Equal((31, 31 + hidden), ((int)load["min"]!, (int)load["max"]!));
            Assert.Equal(1 + hidden, load["bins"]!.AsArray().Sum(bin => (int)bin!["count"]!));
            Assert.Equal((int)report["count"]!, 1 + hidden + (int)load["unknown"]!["count"]!);
            Assert.Equal(59_001 + hidden, (int)area["max"]!);
            Assert.Equal(2, area["bins"]!.AsArray().Count);
            Assert.Equal(1 + hidden, area["bins"]!.AsArray().Sum(bin => (int)bin!["count"]!));
            Assert.Contains(
                report["facets"]![1]!["values"]!.AsArray(),
                entry => (string)entry!["code"]! == "production" && (int)entry["count"]! > hidden
            );
        }
    }

    [Fact]
    public async Task A_saved_demand_has_the_facets_of_its_criteria()
    {
        using var officer = await site.As("officer");
        await Building(officer);
        var (party, demand) = (Asking.Fresh("party"), Asking.Fresh("demand"));
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Facets"}""").Json();
        await officer
            .Send(
                "PUT",
                $"/api/demands/{demand}",
                $$"""{"board":"sites","owner":"enterprises/{{party}}","criteria":{{Wanted}}}"""
            )
            .Json();

        var saved = await officer.Send("GET", $"/api/demands/{demand}/facets?attributes=pointLoad&bins=5").Json();
        var free = await officer
            .Send(
                "POST",
                "/api/boards/sites/facets",
                $$"""{"criteria":{{Wanted}},"attributes":["pointLoad"],"bins":5}"""
            )
            .Json();
        var first = await officer.Send("GET", $"/api/demands/{demand}/facets").Json();

        Assert.Equal(free["facets"]![0]!["bins"]!.ToJsonString(), saved["facets"]![0]!["bins"]!.ToJsonString());
        Assert.Equal(12, first["facets"]!.AsArray().Count);
        Assert.Equal("area", (string)first["facets"]![0]!["attribute"]!);
        Assert.Equal(422, await officer.Send("GET", $"/api/demands/{demand}/facets?attributes=location").Status());
        Assert.Equal(422, await officer.Send("GET", $"/api/demands/{demand}/facets?bins=0").Status());
    }

    [Theory]
    [InlineData("""{"criteria":[],"attributes":["area","location"]}""", "attributes[1]")]
    [InlineData("""{"criteria":[],"bins":101}""", "bins")]
    [InlineData("""{"criteria":[],"asOf":"1999-12-31"}""", "asOf")]
    [InlineData("""{"criteria":[{"attribute":"area","op":"is","value":true}]}""", "criteria[0].op")]
    public async Task What_is_no_question_is_named(string body, string path)
    {
        using var http = await site.As("anonymous");
        using var answer = await http.Send("POST", "/api/boards/sites/facets", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.NotNull((await answer.Json())["errors"]![path]);
        Assert.Equal(404, await http.Send("POST", "/api/boards/mars/facets", body).Status());
    }

    /// <summary>Two spaces larger than any other: one public, one not.</summary>
    private static async Task Building(HttpClient http)
    {
        await http.Send("PUT", "/api/buildings/faceted", """{"public":true,"values":{}}""").Status();
        foreach (
            var (space, isPublic, values) in new[]
            {
                ("a", "true", """{"area":59001,"pointLoad":31,"uses":{"production":"fits"}}"""),
                ("b", "false", """{"area":59002,"pointLoad":32,"uses":{"production":"needsPermission"}}"""),
            }
        )
            await http.Send(
                    "PUT",
                    $"/api/buildings/faceted/spaces/{space}",
                    $$"""{"public":{{isPublic}},"values":{{values}}}"""
                )
                .Status();
    }
}
