using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Matchmaker.Web.Tests.Attacks;

/// <summary>
/// No caller stops another: whoever sends slowly, reads slowly or asks without end waits for itself, and others are
/// served about as fast as without it.
/// </summary>
public sealed class AttackTests
{
    private const string Question =
        """{"criteria":[{"attribute":"rent","op":"atMost","limit":400,"ideal":50,"strength":"prefer"}]}""";

    /// <summary>Many limits that nearly everything keeps, each to be relaxed in turn.</summary>
    private const string Dearest = """
        {"nearMisses":true,"top":500,"criteria":[
        {"attribute":"rent","op":"atMost","limit":90,"ideal":1,"strength":"must"},
        {"attribute":"area","op":"atLeast","limit":300,"ideal":3000,"strength":"must"},
        {"attribute":"headroom","op":"atLeast","limit":3,"strength":"must"},
        {"attribute":"leaseMonths","op":"atLeast","limit":36,"strength":"must"}]}
        """;

    [Fact]
    public async Task Two_thousand_bodies_that_trickle_in_stop_nobody()
    {
        await using var site = await new AttackedSite(60).Start();
        using var http = await site.As("anonymous");
        await Comparison.AtMostTwice(
            "a search while 2 000 bodies trickle in",
            async () => Assert.Equal(200, await Match(http)),
            () =>
                Attack.Begin(
                    2_000,
                    site.Address,
                    $"POST /api/boards/sites/match HTTP/1.1\r\nHost: {site.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n",
                    async (socket, stop) =>
                    {
                        while (true)
                        {
                            await Attack.Trickle(stop);
                            await Attack.Send(socket, " ", stop);
                        }
                    }
                )
        );
    }

    [Fact]
    public async Task Five_hundred_clients_that_hardly_read_their_exports_stop_nobody()
    {
        await using var site = await new AttackedSite(3_000).Start();
        using var officer = await site.As("officer");
        await Comparison.AtMostTwice(
            "an import, an export and a search beside 500 slow readers",
            async () =>
            {
                using var import = await officer.PostAsync(
                    "/api/imports/buildings?dryRun=true",
                    new StringContent("id,name_en\nb-slow,Slow\n", Encoding.UTF8, "text/csv")
                );
                Assert.Equal(200, (int)import.StatusCode);
                Assert.Equal(200, await officer.Send("GET", "/api/exports/centres.csv").Status());
                Assert.Equal(200, await Match(officer));
            },
            () =>
                Attack.Begin(
                    500,
                    site.Address,
                    $"GET /api/exports/spaces.geojson HTTP/1.1\r\nHost: {site.Address.Authority}\r\n\r\n",
                    async (socket, stop) =>
                    {
                        var bit = new byte[16];
                        while (await socket.ReceiveAsync(bit, stop) > 0)
                            await Attack.Trickle(stop);
                        throw new IOException("The host ended the answer.");
                    }
                )
        );
    }

    [Fact]
    public async Task Two_hundred_hub_connections_that_never_read_stop_nobody()
    {
        await using var site = await new AttackedSite(400).Start();
        using var officer = await site.As("officer");
        await officer
            .Send("PUT", "/api/buildings/crowded", """{"public":true,"values":{"district":"kwunTong"}}""")
            .Json();
        using var enterprise = await site.As("enterprise");
        var demands = (await enterprise.Send("GET", "/api/demands").Json())["items"]!
            .AsArray()
            .Select(demand => (string)demand!["id"]!)
            .ToList();
        var token = await site.Token("enterprise");
        var (version, rent) = ((string?)null, 100);
        await Comparison.AtMostTwice(
            "a change and a search beside 200 deaf connections",
            async () =>
            {
                var body = $$$"""{"public":true,"status":"vacant","values":{"area":700,"rent":{{{++rent}}}}}""";
                var changed = await officer.Send("PUT", "/api/buildings/crowded/spaces/s", body, version).Json();
                version = $"\"{changed["version"]}\"";
                Assert.Equal(200, await Match(officer));
            },
            () => Attack.Begin(200, (underWay, stop) => NeverRead(site, token, demands, underWay, stop))
        );
    }

    [Fact]
    public async Task A_caller_who_asks_the_dearest_question_without_end_stops_nobody()
    {
        await using var site = await new AttackedSite(1_000).Start();
        using var officer = await site.As("officer");
        using var greedy = await site.As("firm");
        using var stranger = await site.As("anonymous");
        await stranger.Send("POST", "/api/boards/sites/match", Dearest).Json();
        var next = 0;
        await Comparison.AtMostTwice(
            "a search and a list beside endless questions",
            async () =>
            {
                Assert.Equal(200, await Match(officer));
                Assert.Equal(200, await officer.Send("GET", "/api/buildings?limit=20").Status());
            },
            () =>
                Attack.Begin(
                    32,
                    async (underWay, stop) =>
                    {
                        var http = Interlocked.Increment(ref next) % 2 == 0 ? greedy : stranger;
                        underWay();
                        while (!stop.IsCancellationRequested)
                        {
                            using var body = new StringContent(Dearest, Encoding.UTF8, "application/json");
                            using var _ = await http.PostAsync("/api/boards/sites/match", body, stop);
                        }
                    }
                )
        );
    }

    private static Task<int> Match(HttpClient http) => http.Send("POST", "/api/boards/sites/match", Question).Status();

    private static async Task NeverRead(
        AttackedSite site,
        string token,
        IReadOnlyCollection<string> demands,
        Action underWay,
        CancellationToken stop
    )
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
                new NetworkStream(await Attack.Connect(site.Address, cancellation), ownsSocket: true),
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        try
        {
            await socket.ConnectAsync(
                new UriBuilder(site.Address) { Scheme = "ws", Path = "/live" }.Uri,
                invoker,
                stop
            );
            await Say("""{"protocol":"json","version":1}""");
            underWay();
            while (true)
            {
                foreach (var demand in demands)
                    await Say($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{demand}}",null]}""");
                await Attack.Trickle(stop);
            }
        }
        catch (WebSocketException ended)
        {
            throw new IOException("The host let go of it.", ended);
        }

        Task Say(string message) =>
            socket.SendAsync(
                Encoding.UTF8.GetBytes(message + "\u001e"),
                WebSocketMessageType.Text,
                endOfMessage: true,
                stop
            );
    }
}
