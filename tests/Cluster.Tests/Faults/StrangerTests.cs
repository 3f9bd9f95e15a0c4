using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Matchmaker.Cluster.Tests.Load;
using Matchmaker.Cluster.Tests.Processes;

namespace Matchmaker.Cluster.Tests.Faults;

/// <summary>
/// A cluster whose processes show certificates: who has none of its authority gets nothing, and keeps nobody else from
/// being served.
/// </summary>
public sealed class StrangerTests(GuardedCluster cluster) : IClassFixture<GuardedCluster>
{
    private const int SiloPort = 11_111;
    private const int GatewayPort = 30_000;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_client_without_a_certificate_of_the_cluster_gets_no_answer_and_disturbs_nobody()
    {
        var silent = cluster.Start(
            new WebProcess(
                "web without a certificate",
                cluster.Database,
                cluster.AddressOfWeb(1),
                RunningCluster.Sample
            )
        );
        var strange = cluster.Start(
            new WebProcess(
                "web of strangers",
                cluster.Database,
                cluster.AddressOfWeb(2),
                RunningCluster.Sample,
                cluster.Other.Web("stranger")
            )
        );
        foreach (var port in new[] { SiloPort, GatewayPort })
        {
            Assert.Equal("", await Said(port, Plain));
            Assert.Equal("", await Said(port, stream => Secured(stream, cluster.Other)));
        }

        await Served();
        Assert.False(await silent.IsReady());
        Assert.False(await strange.IsReady());
        Assert.All(
            [silent, strange],
            web => Assert.DoesNotContain(web.Lines, line => line.Contains("Now listening", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_web_host_s_certificate_does_not_make_it_a_silo() =>
        Assert.Equal("", await Said(SiloPort, stream => Secured(stream, cluster.Own)));

    [Fact]
    public async Task A_silo_on_a_public_address_starts_only_with_certificates_or_the_explicit_plain_setting()
    {
        var open = cluster.Start(new SiloProcess("open silo", cluster.Database, "192.0.2.7"));
        Assert.Equal(1, await open.Exit(TimeSpan.FromSeconds(30)));
        await Eventually.Until("it says why", () => open.Lines.Count > 0);
        Assert.StartsWith("Matchmaker:Cluster:Certificate", Assert.Single(open.Lines), StringComparison.Ordinal);
    }

    /// <summary>For a while everybody who asks the web host of the cluster is answered.</summary>
    private async Task Served()
    {
        using var front = new Front(
            [cluster.Web.Address],
            await Front.SignIn(cluster.Web.Address, "officer@sample"),
            0
        );
        using var stop = new CancellationTokenSource();
        var log = new WriteLog();
        var searching = new Searcher(front, new(9), log).Run(stop.Token);
        await Eventually.Pause(Watched);
        await Eventually.Until("ten searches have succeeded", () => log.Successes >= 10);
        await stop.CancelAsync();
        await searching;
        Assert.Equal([], log.Errors.Select(error => error.Kind));
    }

    /// <summary>What a silo says to somebody who connects, other than that it hangs up.</summary>
    private async Task<string> Said(int port, Func<Stream, Task<Stream>> enter)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(cluster.AddressOfSilo, port);
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
        // A stranger accepts whatever certificate the other side shows.
        var secured = new SslStream(line, false, (_, shown, _, _) => shown is not null);
        await secured.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "silo",
                ClientCertificates = [authority.Client("caller")],
            }
        );
        await secured.WriteAsync(new byte[64]);
        return secured;
    }
}
