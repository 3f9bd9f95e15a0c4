using System.Net.Sockets;
using System.Text;

namespace Matchmaker.Web.Tests.Fuzzing;

/// <summary>Input that no reader can read, sent to every route that may read it.</summary>
public sealed class BadInputTests(FuzzedSystem system) : IClassFixture<FuzzedSystem>
{
    private static readonly string[] Bodies =
    [
        """{"\ud800":1}""",
        """{"a":{"\udc00\ud800":1}}""",
        """{"id":"\ud800","name":"\ud800","values":{"district":"\ud800","capabilities":["\ud800"]}}""",
        """{"id":"\u0000","name":"\u0000","owner":"\uffff"}""",
        """{"values":{"\ud800":1}}""",
        """{"a":1,"a":2}""",
        """{"a":1e400,"name":-1e999999999}""",
        "\"\\ud800\"",
        "[\"\\ud800\"]",
        "null",
        "",
        "{",
        new string('[', 3000),
    ];

    private static readonly IReadOnlyList<FuzzRoute> Routes = FuzzRoute.All(FuzzedSystem.Document);

    [Fact]
    public async Task Every_route_that_reads_a_body_refuses_one_that_is_not_text()
    {
        var wrong = new List<string>();
        foreach (var route in Routes.Where(route => route.Body is not null))
        {
            foreach (var who in new[] { "officer", "admin" })
            {
                foreach (var body in Bodies)
                    await Check(wrong, who, route, Filled(route, "none"), body, "application/json");
                await Check(wrong, who, route, Filled(route, "none"), "{}", "application/json; charset=utf-16");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("%20")]
    [InlineData("%E3%80%80")]
    [InlineData("%09")]
    [InlineData("%0A")]
    [InlineData("%7F")]
    [InlineData("%EF%BF%BF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%FF")]
    public async Task Every_route_with_an_id_refuses_one_that_is_no_name(string id)
    {
        var wrong = new List<string>();
        foreach (var route in Routes.Where(route => route.Path.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var who in FuzzedSystem.Roles)
                await Check(wrong, who, route, Filled(route, id), route.Body is null ? null : "{}", "application/json");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%EF%BF%BE")]
    [InlineData("%ED%A0%80")]
    [InlineData("%")]
    public async Task Every_route_with_a_query_reads_or_refuses_whatever_it_says(string value)
    {
        var wrong = new List<string>();
        foreach (var route in Routes.Where(route => route.Query.Count > 0 && route.Body is null && !route.TakesFile))
        {
            foreach (var name in route.Query)
            {
                using var answer = await system.As("admin").GetAsync($"{Filled(route, "none")}?{name}={value}");
                Look(wrong, $"{route} {name}", answer, await answer.Content.ReadAsStringAsync(), mayAccept: true);
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"\ud800":1}]}""", 400)]
    [InlineData("""{"\ud800":1,"type":"FeatureCollection","features":[]}""", 400)]
    [InlineData("""{"type":"\ud800","features":[]}""", 422)]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"id":"x","name_en":"\ud800"}}]}""", 200)]
    [InlineData("""{"type":"FeatureCollection","features":[{"id":"\ud800","properties":{}}]}""", 200)]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"id":"x","source":"\u0000"}}]}""", 200)]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"geometry":{"type":"\ud800","coordinates":[1,2]}}]}""",
        200
    )]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"id":"x","uses":{"\ud800":1}}}]}""", 400)]
    public async Task A_file_with_half_a_character_rejects_its_row_or_is_unreadable(string file, int expected)
    {
        foreach (var kind in new[] { "buildings", "firms", "centres" })
        {
            using var answer = await system
                .As("officer")
                .PostAsync(
                    $"/api/imports/{kind}",
                    new StringContent(file, Encoding.UTF8, "application/geo+json"),
                    TestContext.Current.CancellationToken
                );

            Assert.Equal(expected, (int)answer.StatusCode);
            if (expected == 200)
                Assert.NotEmpty((await answer.Json())["rejected"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFF")]
    [InlineData("7FFFFFFFFFFFFFFF")]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_chunk_that_no_body_has_is_a_bad_request(string size)
    {
        foreach (var route in Routes.Where(route => route.Body is not null || route.TakesFile))
        {
            var answer = await Raw(
                $"{route.Method} {Filled(route, "none")} HTTP/1.1\r\nHost: {system.Address.Authority}\r\n"
                    + $"Authorization: Bearer {system.Token("admin")}\r\nContent-Type: application/json\r\n"
                    + $"Transfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n"
            );

            Assert.Matches("^HTTP/1.1 4(00|03|04|12|13|15|22) ", answer);
        }
    }

    private async Task Check(
        List<string> wrong,
        string who,
        FuzzRoute route,
        string path,
        string? body,
        string contentType
    )
    {
        using var message = new HttpRequestMessage(new(route.Method), path);
        if (body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var answer = await system.As(who).SendAsync(message);
        Look(wrong, $"{who} {route} {path} {body}", answer, await answer.Content.ReadAsStringAsync(), mayAccept: false);
    }

    private static void Look(List<string> wrong, string what, HttpResponseMessage answer, string text, bool mayAccept)
    {
        var status = (int)answer.StatusCode;
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        if (!(status is 400 or 401 or 403 or 404 or 412 or 415 or 422 && isProblem) && !(mayAccept && status == 200))
            wrong.Add($"{what}: {status} {text}");
    }

    private static string Filled(FuzzRoute route, string id) =>
        string.Join('/', route.Path.Split('/').Select(part => part.StartsWith('{') ? id : part));

    private async Task<string> Raw(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(system.Address.Host, system.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "closed";
    }
}
