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
    private static string Wanted(string party, int rent) =>
        $$"""
            {"board":"sites","owner":"enterprises/{{party}}","name":"Works","criteria":[
              {"attribute":"area","op":"atLeast","limit":59997},
              {"attribute":"rent","op":"atMost","limit":{{rent}},"ideal":50}]}
            """;
}
