using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Matchmaker.Cluster.Tests;

/// <summary>A cluster whose processes show certificates: who has none of its authority gets nothing, and keeps nobody else from being served.</summary>
public sealed class StrangerTests : IAsyncLifetime
{
    private const int SiloPort = 11_111;
    private const int GatewayPort = 30_000;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(6);

    private readonly Addresses _addresses = new();
    private readonly Authority _own = new();
    private readonly Authority _other = new();
    private readonly List<Child> _children = [];
    private Postgres? _postgres;
    private string _database = "";
    private WebHost? _web;

    public async ValueTask InitializeAsync()
    {
        _postgres = new(_addresses.Postgres, Addresses.FreePort(_addresses.Postgres));
        await _postgres.Create();
        await _postgres.NewDatabase(RunningCluster.Database);
        _database = _postgres.Setting(RunningCluster.Database);
        for (var i = 0; i < 2; i++)
            Start(new Silo($"silo {i}", _database, _addresses.Silo(i), null, _own.Silo($"silo-{i}")));
        _web = Start(new WebHost("web", _database, new Uri($"http://{_addresses.Web(0)}:5080"), _own.Web("web")));
        await _web.Serves(_children);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
            await child.DisposeAsync();
        await _postgres!.Destroy();
        _own.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Who_shows_no_certificate_of_the_cluster_gets_nothing_and_keeps_nobody_from_being_served()
    {
        var silent = Start(new WebHost("web without a certificate", _database, new Uri($"http://{_addresses.Web(1)}:5080")));
        var strange = Start(new WebHost("web of strangers", _database, new Uri($"http://{_addresses.Web(2)}:5080"), _other.Web("stranger")));
        foreach (var port in new[] { SiloPort, GatewayPort })
        {
            Assert.Equal("", await Said(port, Plain));
            Assert.Equal("", await Said(port, stream => Secured(stream, _other)));
        }

        await Served();
        Assert.False(await silent.IsReady());
        Assert.False(await strange.IsReady());
        Assert.All([silent, strange], web => Assert.DoesNotContain(web.Lines, line => line.Contains("Now listening", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_web_host_s_certificate_does_not_make_it_a_silo() =>
        Assert.Equal("", await Said(SiloPort, stream => Secured(stream, _own)));

    [Fact]
    public async Task A_silo_that_others_could_reach_starts_with_certificates_only_or_where_its_operator_says_that_nobody_else_is_there()
    {
        var open = Start(new Silo("open silo", _database, "192.0.2.7"));
        Assert.Equal(1, await open.Exit(TimeSpan.FromSeconds(30)));
        await Patience.Until("it says why", () => Task.FromResult(open.Lines.Count > 0));
        Assert.StartsWith("Matchmaker:Cluster:Certificate", Assert.Single(open.Lines), StringComparison.Ordinal);
    }

    private T Start<T>(T child)
        where T : Child
    {
        _children.Add(child);
        child.Start();
        return child;
    }

    /// <summary>For a while everybody who asks the web host of the cluster is answered.</summary>
    private async Task Served()
    {
        using var front = new Front([_web!.Address], await Front.SignIn(_web.Address, "officer@sample"), 0);
        var (diary, stop) = (new Diary(), new CancellationTokenSource(Watched));
        using (stop)
            await new Searcher(front, new(9), diary).Run(stop.Token);
        Assert.Equal([], diary.Errors.Select(error => error.Kind));
        Assert.InRange(diary.Successes, 10, int.MaxValue);
    }

    /// <summary>What a silo says to somebody who connects, other than that it hangs up.</summary>
    private async Task<string> Said(int port, Func<Stream, Task<Stream>> enter)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_addresses.Silo(0), port);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await using var stream = await enter(client.GetStream());
            var read = new byte[1_024];
            return Encoding.Latin1.GetString(read, 0, await stream.ReadAsync(read, patience.Token));
        }
        catch (Exception failure) when (failure is IOException or AuthenticationException)
        {
            return "";
        }
    }

    private static async Task<Stream> Plain(Stream line)
    {
        await line.WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        return line;
    }

    private static async Task<Stream> Secured(Stream line, Authority authority)
    {
        // Because a stranger does not care whom it talks to.
        var secured = new SslStream(line, false, (_, shown, _, _) => shown is not null);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "silo", ClientCertificates = [authority.Client("caller")] });
        await secured.WriteAsync(new byte[64]);
        return secured;
    }
}
