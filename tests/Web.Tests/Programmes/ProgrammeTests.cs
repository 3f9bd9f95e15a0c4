using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Programmes;

/// <summary>Programmes through HTTP, as anybody.</summary>
public sealed class ProgrammeTests(Site site)
{
    [Fact]
    public async Task Every_programme_is_there_with_sources_that_are_there()
    {
        using var http = await site.As("anonymous");
        var list = await http.Send("GET", "/api/programmes").Json();
        var sources = list["sources"]!.AsArray().Select(source => (string)source!["code"]!).ToHashSet();
        Assert.Equal(22, list["items"]!.AsArray().Count);
        Assert.All(
            list["items"]!.AsArray(),
            programme =>
                Assert.All(programme!["sources"]!.AsArray(), source => Assert.Contains((string)source!, sources))
        );
        Assert.Equal(
            "新型工業加速計劃",
            (string)
                list["items"]!.AsArray().Single(programme => (string)programme!["id"]! == "nias")!["name"]!["zhHant"]!
        );
    }

    [Fact]
    public async Task An_assessment_says_verdict_amount_and_shortfall_and_what_changes_when()
    {
        using var http = await site.As("anonymous");
        var answer = await Assess(
            http,
            """
            {"on":"2025-02-18","facts":{"incorporatedInHongKong":true,"strategicIndustry":"lifeAndHealth","subvented":false,"newSmartProductionInHongKong":true,
              "highEndTechnology":true,"previousNiasProjects":0,"projects":[{"id":"plant","approvedCost":250000000,"kind":"newFacility"}],"approvedNiasProject":false}}
            """
        );
        var nias = One(answer, "nias");
        Assert.Equal(
            ("ineligible", null, "2024-09-16", 200_000_000),
            ((string)nias["verdict"]!, nias["amount"], (string)nias["version"]!, (long)nias["cap"]!)
        );
        var cost = nias["conditions"]!.AsArray().Single(condition => (string)condition!["id"]! == "approvedCost")!;
        Assert.Equal(
            ("unmet", 250_000_000, 300_000_000, 50_000_000, "S01"),
            (
                (string)cost["outcome"]!,
                (long)cost["actual"]!,
                (long)cost["required"]!,
                (long)cost["shortfall"]!,
                (string)cost["source"]!
            )
        );
        Assert.Contains("50,000,000", (string)cost["text"]!["zhHant"]!, StringComparison.Ordinal);
        var change = Assert.Single(nias["changesOn"]!.AsArray())!;
        Assert.Equal(
            ("2025-11-18", "eligible", 83_333_333),
            ((string)change["on"]!, (string)change["verdict"]!, (long)change["amount"]!)
        );
        Assert.Equal("ineligible", (string)One(answer, "techtas-nias")["verdict"]!);
        Assert.Equal("informationOnly", (string)One(answer, "itif")["verdict"]!);
        Assert.Equal(0, (long)answer["package"]!["total"]!);
        Assert.Contains("manufacturer", answer["asks"]!.AsArray().Select(fact => (string)fact!));
    }

    [Fact]
    public async Task Another_reading_of_an_open_point_can_be_asked_for()
    {
        using var http = await site.As("anonymous");
        const string Facts = """
            "on":"2025-02-18","facts":{"incorporatedInHongKong":true,"strategicIndustry":"aiAndData","subvented":false,"newSmartProductionInHongKong":true,
              "highEndTechnology":true,"previousNiasProjects":0,"previousNiasGrants":0,"projects":[{"id":"plant","approvedCost":200000000,"kind":"newFacility"}]}
            """;
        Assert.Equal("ineligible", (string)One(await Assess(http, $"{{{Facts}}}"), "nias")["verdict"]!);
        var other = One(await Assess(http, $$$"""{{{{Facts}}},"readings":{"threshold":"B"}}"""), "nias");
        Assert.Equal(("eligible", 66_666_666), ((string)other["verdict"]!, (long)other["amount"]!));
    }

    [Fact]
    public async Task The_accelerator_is_judged_for_an_institution_and_information_to_everybody_else()
    {
        using var http = await site.As("anonymous");
        const string Everybody = """{"id":"iaps","verdict":"informationOnly","conditions":[]}""";
        foreach (var facts in new[] { "{}", """{"manufacturer":true,"trainingCosts":1000}""" })
            Assert.Equal(
                Everybody,
                One(await Assess(http, $$"""{"on":"2026-02-18","facts":{{facts}}}"""), "iaps").ToJsonString()
            );
        const string Institution = """
            {"startUpServiceInstitution":true,"acceleratorBaseInHongKong":true,"acceleratorCost":60000000,"acceleratorContribution":OWN,"previousAcceleratorGrants":0}
            """;
        var paid = Institution.Replace("OWN", "40000000", StringComparison.Ordinal);
        var answer = await Assess(http, $$"""{"on":"2026-02-18","facts":{{paid}}}""");
        var pilot = One(answer, "iaps");
        Assert.Equal(
            ("eligible", 20_000_000, 30_000_000, "2026-01-29"),
            ((string)pilot["verdict"]!, (long)pilot["amount"]!, (long)pilot["cap"]!, (string)pilot["version"]!)
        );
        Assert.Equal(0, (long)answer["package"]!["total"]!);
        var less = Institution.Replace("OWN", "39999999", StringComparison.Ordinal);
        var shortOf = One(await Assess(http, $$"""{"on":"2026-02-18","facts":{{less}}}"""), "iaps");
        var share = shortOf["conditions"]!
            .AsArray()
            .Single(condition => (string)condition!["id"]! == "acceleratorContribution")!;
        Assert.Equal(("ineligible", 1), ((string)shortOf["verdict"]!, (long)share["shortfall"]!));
        var before = One(await Assess(http, $$"""{"on":"2025-02-18","facts":{{paid}}}"""), "iaps");
        Assert.Equal(
            ["2026-01-29 eligible", "2026-05-01 ineligible"],
            before["changesOn"]!.AsArray().Select(change => $"{(string)change!["on"]!} {(string)change["verdict"]!}")
        );
        Assert.Equal(
            "ineligible",
            (string)One(await Assess(http, $$"""{"on":"2026-11-30","facts":{{paid}}}"""), "iaps")["verdict"]!
        );
    }

    [Theory]
    [InlineData("""{"facts":{}}""", "on")]
    [InlineData("""{"on":"2025-02-18"}""", "facts")]
    [InlineData("""{"on":"18 Feb","facts":{}}""", "on")]
    [InlineData("""{"on":"2025-02-18","facts":{"manufacturer":"yes"}}""", "facts.manufacturer")]
    [InlineData("""{"on":"2025-02-18","facts":{"strategicIndustry":"fintech"}}""", "facts.strategicIndustry")]
    [InlineData("""{"on":"2025-02-18","facts":{"trainingCosts":-1}}""", "facts.trainingCosts")]
    [InlineData("""{"on":"2025-02-18","facts":{"trainingCosts":1.5}}""", "facts.trainingCosts")]
    [InlineData("""{"on":"2025-02-18","facts":{"acceleratorCost":-1}}""", "facts.acceleratorCost")]
    [InlineData("""{"on":"2025-02-18","facts":{"acceleratorBaseInHongKong":1}}""", "facts.acceleratorBaseInHongKong")]
    [InlineData(
        """{"on":"2025-02-18","facts":{"projects":[{"id":"a","approvedCost":1,"kind":"smartLine"},{"id":"a","approvedCost":1,"kind":"smartLine"}]}}""",
        "facts.projects[1].id"
    )]
    [InlineData(
        """{"on":"2025-02-18","facts":{"projects":[{"id":"a","kind":"smartLine"}]}}""",
        "facts.projects[0].approvedCost"
    )]
    [InlineData(
        """{"on":"2025-02-18","facts":{"researchTalents":[{"degree":"doctor","months":0,"scheme":"rth"}]}}""",
        "facts.researchTalents[0].months"
    )]
    [InlineData(
        """{"on":"2025-02-18","facts":{"researchTalents":[{"degree":"professor","months":3,"scheme":"rth"}]}}""",
        "facts.researchTalents[0].degree"
    )]
    [InlineData("""{"on":"2025-02-18","facts":{},"readings":{"threshold":"D"}}""", "readings.threshold")]
    [InlineData("""{"on":"2025-02-18","facts":{"colour":"red"}}""", "facts.colour")]
    public async Task What_no_applicant_can_mean_is_refused_at_its_place(string body, string path)
    {
        using var http = await site.As("anonymous");
        using var answer = await http.Send("POST", "/api/programmes/assess", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(
            path,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["errors"]!
                .AsObject()
                .Select(error => error.Key)
        );
    }

    private static async Task<JsonNode> Assess(HttpClient http, string body) =>
        await http.Send("POST", "/api/programmes/assess", body).Json();

    private static JsonNode One(JsonNode answer, string programme) =>
        answer["programmes"]!.AsArray().Single(node => (string)node!["id"]! == programme)!;
}
