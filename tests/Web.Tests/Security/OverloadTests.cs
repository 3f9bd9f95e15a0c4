using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Matchmaker.Web.Tests.Security;

/// <summary>
/// More than a web host can do: who comes too late is told so at once, and who does not listen is let go.
/// </summary>
public sealed class OverloadTests : IAsyncLifetime
{
    private const int Unfinishable = 1_400;

    // Of one account (web/Load/WorkLimits.cs).
    private const int FilesAtOnceAndWaiting = 2 + 4;
    private const int TooMany = 6;
    private const int Rows = 1_000;
    private const int Demands = 40;
    private const int Edits = 200;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaker-overload").FullName;
    private WebProcess? _web;

    private Uri Address => _web!.Address;

    public async ValueTask InitializeAsync() =>
        _web = await WebProcess
            .Run($"Data Source={Path.Combine(_folder, "web.db")}", ["--sample", "20", "--no-history"])
            .Ready();

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Bodies_that_do_not_come_take_nobodys_place()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Unfinishable; i++)
                slow.Add(await Unfinished());
            var start = TimeProvider.System.GetTimestamp();
            Assert.Equal(200, await Match(http));
            Bounds.AtMost(Soon, TimeProvider.System.GetElapsedTime(start), "an answer beside them");
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Files_beyond_an_accounts_queue_are_refused_at_once_and_others_are_served_meanwhile()
    {
        using var officer = new HttpClient
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new("Bearer", await SignIn()) },
        };
        var files = Enumerable.Range(0, FilesAtOnceAndWaiting + TooMany).Select(file => Import(officer, file)).ToList();
        using var first = await await Task.WhenAny(files);
        Assert.Equal(429, (int)first.StatusCode);
        Assert.InRange(first.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal(200, await Match(officer));
        using var admin = new HttpClient
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new("Bearer", await SignIn("admin")) },
        };
        Assert.Equal(200, await Import(admin, -1, rows: 1).Status());
        var answers = await Task.WhenAll(files);
        Assert.Equal(new HashSet<int> { 200, 429 }, [.. answers.Select(answer => (int)answer.StatusCode)]);
        Assert.InRange(answers.Count(answer => (int)answer.StatusCode == 200), FilesAtOnceAndWaiting, files.Count - 1);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_disconnected_and_slows_nobody()
    {
        var token = await SignIn();
        using var officer = new HttpClient
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new("Bearer", token) },
        };
        await officer
            .Send("PUT", "/api/buildings/crowded", """{"public":true,"values":{"district":"kwunTong"}}""")
            .Json();
        var demands = new List<string>();
        for (var i = 0; i < Demands; i++)
            demands.Add(
                (string)
                    (
                        await officer
                            .Send(
                                "POST",
                                "/api/demands",
                                """{"board":"sites","owner":"enterprises/e1","criteria":[{"attribute":"rent","op":"atMost","limit":400,"ideal":50,"strength":"prefer"}]}"""
                            )
                            .Json()
                    )["id"]!
            );
        using var deaf = await Deaf(token, demands);
        await using var fast = new HubConnectionBuilder()
            .WithUrl(
                new Uri(Address, "/live"),
                options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)
            )
            .Build();
        var (arrived, closed) = (new List<long>(), false);
        fast.On<string, JsonElement>(
            "Matches",
            (_, events) => arrived.Add(events[0].GetProperty("sequence").GetInt64())
        );
        fast.Closed += _ => Task.FromResult(closed = true);
        await fast.StartAsync();
        var first = (await fast.InvokeAsync<JsonElement>("Watch", demands[0], null)).GetProperty("sequence").GetInt64();

        var (version, worst) = ((string?)null, TimeSpan.Zero);
        for (var i = 0; i < Edits; i++)
        {
            var (sent, count) = (TimeProvider.System.GetTimestamp(), arrived.Count);
            var body = string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"public":true,"status":"vacant","values":{"area":700,"rent":{{{100 + i}}}}}"""
            );
            var changed = await officer.Send("PUT", "/api/buildings/crowded/spaces/s", body, version).Json();
            version = $"\"{changed["version"]}\"";
            await Eventually.Until(
                $"the reader is told of change {i}",
                () => Task.FromResult(arrived.Count > count),
                interval: TimeSpan.FromMilliseconds(2)
            );
            worst = worst > TimeProvider.System.GetElapsedTime(sent) ? worst : TimeProvider.System.GetElapsedTime(sent);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"the reader was told of each change after at most {worst.TotalMilliseconds:0} ms"
        );
        Bounds.AtMost(Soon, worst, "a change on its way to the reader");
        Assert.False(closed);
        Assert.Equal(Enumerable.Range(1, Edits).Select(i => first + i), arrived);
        Assert.InRange(await Heard(deaf), 1, (Edits * Demands) - 1);
    }

    /// <summary>A request whose body does not come.</summary>
    private async Task<TcpClient> Unfinished()
    {
        var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        await client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /api/boards/sites/match HTTP/1.1\r\nHost: {Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n"
                )
            );
        return client;
    }

    private static Task<int> Match(HttpClient http) =>
        http.Send("POST", "/api/boards/sites/match", "{\"criteria\":[]}").Status();

    /// <summary>A file that takes a while.</summary>
    private static async Task<HttpResponseMessage> Import(HttpClient http, int file, int rows = Rows)
    {
        var csv = new StringBuilder("id,name_en\n");
        for (var row = 0; row < rows; row++)
            csv.Append(CultureInfo.InvariantCulture, $"b{file}-{row},Building {row} of file {file}\n");
        using var content = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv");
        return await http.PostAsync("/api/imports/buildings", content);
    }

    private async Task<string> SignIn(string who = "officer")
    {
        using var http = new HttpClient { BaseAddress = Address };
        return (string)
            (
                await http.Send(
                        "POST",
                        "/api/sign-in?token=true",
                        $$"""{"email":"{{who}}@sample","password":"{{WebProcess.Password}}"}"""
                    )
                    .Json()
            )["accessToken"]!;
    }

    /// <summary>Watches and never reads, with little room on its side for what arrives.</summary>
    private async Task<ClientWebSocket> Deaf(string token, IEnumerable<string> demands)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096, NoDelay = true };
                await tcp.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(tcp, ownsSocket: true);
            },
        };
        await socket.ConnectAsync(
            new UriBuilder(Address) { Scheme = "ws", Path = "/live" }.Uri,
            new HttpMessageInvoker(handler, disposeHandler: false),
            CancellationToken.None
        );
        await Say("""{"protocol":"json","version":1}""");
        foreach (var (i, demand) in demands.Index())
            await Say($$"""{"type":1,"invocationId":"{{i}}","target":"Watch","arguments":["{{demand}}",null]}""");
        return socket;

        Task Say(string message) =>
            socket.SendAsync(
                Encoding.UTF8.GetBytes(message + "\u001e"),
                WebSocketMessageType.Text,
                endOfMessage: true,
                CancellationToken.None
            );
    }

    /// <summary>Reads what is left until the line ends, which it must.</summary>
    /// <returns>How many messages came.</returns>
    private static async Task<int> Heard(ClientWebSocket socket)
    {
        var (buffer, count) = (new byte[65_536], 0);
        using var patience = new CancellationTokenSource(Timeout);
        while (true)
        {
            try
            {
                var read = await socket.ReceiveAsync(buffer, patience.Token);
                count += buffer.AsSpan(0, read.Count).Count((byte)0x1e);
                if (read.MessageType is WebSocketMessageType.Close)
                    return count;
            }
            catch (WebSocketException)
            {
                return count;
            }
        }
    }
}
