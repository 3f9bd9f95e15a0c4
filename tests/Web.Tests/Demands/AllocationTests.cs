using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Matchmaker.Web.Tests.Demands;

/// <summary>Several projects and the few sites that suit them.</summary>
public sealed class AllocationTests(Site site)
{
    // Worse than any scores together.
    private const double Unplaced = -1_000;

    [Fact]
    public async Task Several_projects_get_the_best_of_what_stands_on_their_lists()
    {
        using var officer = await site.As("officer");
        var (party, building) = (Asking.Fresh("party"), Asking.Fresh("building"));
        string[] demands =
        [
            .. Enumerable.Range(0, 3).Select(_ => Asking.Fresh("demand")).Order(StringComparer.Ordinal),
        ];
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Makers"}""").Json();
        await officer.Send("PUT", $"/api/buildings/{building}", """{"public":true}""").Json();
        foreach (var (space, rent) in new[] { ("dear", 200), ("cheap", 100) })
            await officer
                .Send(
                    "PUT",
                    $"/api/buildings/{building}/spaces/{space}",
                    $$"""{"public":true,"status":"vacant","values":{"area":59998,"rent":{{rent}}} }"""
                )
                .Json();
        foreach (var (demand, at) in demands.Select((demand, at) => (demand, at)))
            await officer.Send("PUT", $"/api/demands/{demand}", Wanted(party, 150 + (100 * at))).Json();

        var report = await officer.Send("POST", "/api/allocations", Question(demands)).Json();

        var lists = new List<List<(string Space, double Score)>>();
        foreach (var demand in demands)
            lists.Add([.. await Accepted(officer, demand)]);
        var best = (
            from one in lists[0].Append(("", Unplaced))
            from two in lists[1].Append(("", Unplaced))
            from three in lists[2].Append(("", Unplaced))
            where new[] { one, two, three }.Where(pair => pair.Item1 != "").GroupBy(pair => pair.Item1).All(IsOne)
            select one.Item2 + two.Item2 + three.Item2
        ).Max();
        var placed = report["placed"]!
            .AsArray()
            .Select(node =>
                (Demand: (string)node!["demand"]!, Space: (string)node["space"]!, Score: (double)node["score"]!)
            )
            .ToList();
        Assert.All(
            placed,
            pair => Assert.Contains((pair.Space, pair.Score), lists[Array.IndexOf(demands, pair.Demand)])
        );
        Assert.True(placed.GroupBy(pair => pair.Space).All(IsOne));
        Assert.Equal(
            demands,
            placed.Select(pair => pair.Demand).Concat(report["unplaced"]!.AsArray().Select(id => (string)id!)).Order()
        );
        Assert.Equal(best, placed.Sum(pair => pair.Score) + ((3 - placed.Count) * Unplaced), 1e-3);
        Assert.Contains(
            report["placed"]!.AsArray(),
            placed => ((string)placed!["space"]!).StartsWith(building, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_held_for_another_project_is_taken()
    {
        using var officer = await site.As("officer");
        var (party, building) = (Asking.Fresh("party"), Asking.Fresh("building"));
        var (holder, rival) = (Asking.Fresh("demand-a"), Asking.Fresh("demand-b"));
        await officer.Send("PUT", $"/api/enterprises/{party}", """{"name":"Makers"}""").Json();
        await officer.Send("PUT", $"/api/buildings/{building}", """{"public":true}""").Json();
        await officer
            .Send(
                "PUT",
                $"/api/buildings/{building}/spaces/s1",
                """{"public":true,"status":"vacant","values":{"area":59999,"rent":1000}}"""
            )
            .Json();
        foreach (var demand in new[] { holder, rival })
            await officer.Send("PUT", $"/api/demands/{demand}", Wanted(party, 1500, 59999)).Json();
        var hold = $"/api/buildings/{building}/spaces/s1/hold";
        var until = TimeProvider.System.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var held = await officer.Send("POST", hold, $$"""{"demand":"{{holder}}","until":"{{until}}"}""");
        Assert.Equal(HttpStatusCode.Created, held.StatusCode);
        Assert.Equal("held", (string)(await Space())["status"]!);
        Assert.Equal([holder], await Placed());
        Assert.DoesNotContain($"{building}/s1", await Listed(rival));
        Assert.Contains($"{building}/s1", await Listed(holder));

        var released = await officer.Send("DELETE", hold, null);
        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal("vacant", (string)(await Space())["status"]!);
        Assert.Contains($"{building}/s1", await Listed(rival));
        Assert.Single(await Placed());

        Task<JsonObject> Space() => officer.Send("GET", $"/api/buildings/{building}/spaces/s1").Json();

        async Task<List<string>> Listed(string demand) =>
            [
                .. (await officer.Send("GET", $"/api/demands/{demand}/matches?top=500").Json())["matches"]!
                    .AsArray()
                    .Select(match => (string)match!["id"]!),
            ];

        // Who gets the space; spaces whose area is unknown are on both lists too.
        async Task<List<string>> Placed() =>
            [
                .. (await officer.Send("POST", "/api/allocations", Question([holder, rival])).Json())["placed"]!
                    .AsArray()
                    .Where(placed => (string)placed!["space"]! == $"{building}/s1")
                    .Select(placed => (string)placed!["demand"]!),
            ];
    }

    [Fact]
    public async Task What_is_not_a_set_of_visible_demands_is_refused()
    {
        using var officer = await site.As("officer");
        var (one, other) = (Asking.Fresh("demand"), Asking.Fresh("demand"));
        await officer.Send("PUT", $"/api/demands/{one}", Wanted("e1", 100)).Json();
        await officer.Send("PUT", $"/api/demands/{other}", Wanted("e1", 100)).Json();

        await Refused(HttpStatusCode.UnprocessableEntity, Question([one]));
        await Refused(HttpStatusCode.UnprocessableEntity, Question([one, one]));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            Question([.. Enumerable.Range(0, 1_001).Select(i => $"d{i}")])
        );
        await Refused(HttpStatusCode.NotFound, Question([one, Asking.Fresh("none")]));
        await Refused(HttpStatusCode.UnprocessableEntity, $$"""{"demands":["{{one}}",null]}""");
        await Refused(HttpStatusCode.UnprocessableEntity, """{"demands":null}""");

        async Task Refused(HttpStatusCode status, string question)
        {
            using var answer = await officer.Send("POST", "/api/allocations", question);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private static bool IsOne<T>(IEnumerable<T> pairs) => pairs.Count() == 1;

    private static async Task<IEnumerable<(string Space, double Score)>> Accepted(HttpClient officer, string demand) =>
        from match in (await officer.Send("GET", $"/api/demands/{demand}/matches?top=50").Json())["matches"]!.AsArray()
        select ((string)match!["id"]!, (double)match["score"]!);

    private static string Question(IEnumerable<string> demands) =>
        new JsonObject { ["demands"] = new JsonArray([.. demands.Select(id => JsonValue.Create(id))]) }.ToJsonString();

    // Rent decides the score, and above the limit the verdict.
    private static string Wanted(string party, int rent, int area = 59997) =>
        $$"""
            {"board":"sites","owner":"enterprises/{{party}}","name":"Works","criteria":[
              {"attribute":"area","op":"atLeast","limit":{{area}}},
              {"attribute":"rent","op":"atMost","limit":{{rent}},"ideal":50}]}
            """;
}
