using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Encrypts what silos and web hosts say to each other, and lets in only who shows a certificate of the cluster's own authority: between silos
/// one for servers, at the gateway one for clients. Names are not compared, because the authority issues for nothing else.
/// </summary>
internal sealed partial class MutualTls(Certificates certificates, ILogger<MutualTls> log)
{
    // Because whoever connects and says nothing would hold a place.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    public void On(SiloConnectionOptions options)
    {
        options.ConfigureSiloOutboundConnection(connection => connection.Use(next => context => Call(context, next)));
        options.ConfigureSiloInboundConnection(connection =>
            connection.Use(next => context => Answer(context, next, Certificates.ForServers))
        );
        options.ConfigureGatewayInboundConnection(connection =>
            connection.Use(next => context => Answer(context, next, Certificates.ForClients))
        );
    }

    public void On(ClientConnectionOptions options) =>
        options.ConfigureConnection(connection => connection.Use(next => context => Call(context, next)));

    private Task Call(ConnectionContext context, ConnectionDelegate next) =>
        Secure(
            context,
            next,
            (stream, cancellation) =>
                stream.AuthenticateAsClientAsync(
                    new()
                    {
                        TargetHost = "",
                        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                        ClientCertificates = [certificates.Own],
                        CertificateChainPolicy = certificates.Policy(),
                        RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                            IsOfCluster(certificate, errors, Certificates.ForServers),
                    },
                    cancellation
                )
        );

    private Task Answer(ConnectionContext context, ConnectionDelegate next, string purpose) =>
        Secure(
            context,
            next,
            (stream, cancellation) =>
                stream.AuthenticateAsServerAsync(
                    new()
                    {
                        ServerCertificate = certificates.Own,
                        ClientCertificateRequired = true,
                        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                        CertificateChainPolicy = certificates.Policy(),
                        RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                            IsOfCluster(certificate, errors, purpose),
                    },
                    cancellation
                )
        );

    private static bool IsOfCluster(X509Certificate? certificate, SslPolicyErrors errors, string purpose) =>
        certificate is X509Certificate2 shown
        && (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None
        && Certificates.Serves(shown, purpose);

    private async Task Secure(
        ConnectionContext context,
        ConnectionDelegate next,
        Func<SslStream, CancellationToken, Task> shakeHands
    )
    {
        var plain = context.Transport;
        await using var stream = new SslStream(new PipesStream(plain));
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.ConnectionClosed);
            patience.CancelAfter(MaxWait);
            await shakeHands(stream, patience.Token);
        }
        catch (Exception failure)
            when (failure
                    is AuthenticationException
                        or IOException
                        or OperationCanceledException
                        or InvalidOperationException
            )
        {
            LogRefused(log, context.RemoteEndPoint?.ToString(), failure.Message);
            context.Abort();
            return;
        }

        context.Transport = new Pipes(PipeReader.Create(stream), PipeWriter.Create(stream));
        try
        {
            await next(context);
        }
        finally
        {
            context.Transport = plain;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection with {Remote} was refused: {Why}")]
    private static partial void LogRefused(ILogger log, string? remote, string why);

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
