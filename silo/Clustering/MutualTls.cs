using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Connections.Security;

namespace Matchmaker.Silo.Clustering;

/// <summary>
/// Mutual TLS between silos and web hosts. Each side shows a certificate of the cluster's own authority: for servers on
/// the silo port, for clients on the gateway port. Names are not compared, since the authority issues certificates for
/// this cluster only.
/// </summary>
internal sealed partial class MutualTls(Certificates certificates, ILogger<MutualTls> log)
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);

    public void On(SiloConnectionOptions options)
    {
        options.ConfigureSiloOutboundConnection(UseClientTls);
        options.ConfigureSiloInboundConnection(connection => UseServerTls(connection, Certificates.ForServers));
        options.ConfigureGatewayInboundConnection(connection => UseServerTls(connection, Certificates.ForClients));
    }

    public void On(ClientConnectionOptions options) => options.ConfigureConnection(UseClientTls);

    private void UseClientTls(IConnectionBuilder connection)
    {
        connection.Use(next => context => LogFailedHandshake(context, next));
        connection.UseClientTls(Options(Certificates.ForServers));
    }

    private void UseServerTls(IConnectionBuilder connection, string purpose)
    {
        connection.Use(next => context => LogFailedHandshake(context, next));
        connection.UseServerTls(Options(purpose));
    }

    /// <param name="purpose">The purpose that the other side's certificate must state.</param>
    private TlsOptions Options(string purpose) =>
        new()
        {
            HandshakeTimeout = HandshakeTimeout,
            // Read for each connection, so that a renewed certificate needs no restart.
            LocalServerCertificateSelector = (_, _) => certificates.Own,
            LocalClientCertificateSelector = (_, _, _, _, _) => certificates.Own,
            OnAuthenticateAsServer = (_, options) =>
                ((SslServerAuthenticationOptions)options.SslServerAuthenticationOptions).CertificateChainPolicy =
                    certificates.Policy(),
            OnAuthenticateAsClient = (_, options) =>
            {
                options.TargetHost = "";
                ((SslClientAuthenticationOptions)options.SslClientAuthenticationOptions).CertificateChainPolicy =
                    certificates.Policy();
            },
            RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
            RemoteCertificateValidation = (certificate, _, errors) => IsOfCluster(certificate, errors, purpose),
        };

    private static bool IsOfCluster(X509Certificate2 certificate, SslPolicyErrors errors, string purpose) =>
        (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None
        && Certificates.Serves(certificate, purpose);

    // Orleans logs why a handshake failed, but not with whom.
    private async Task LogFailedHandshake(ConnectionContext context, ConnectionDelegate next)
    {
        await next(context);
        if (context.Features.Get<ITlsApplicationProtocolFeature>() is null)
            LogRefused(log, context.RemoteEndPoint?.ToString());
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The TLS handshake with {Remote} failed; the connection is closed"
    )]
    private static partial void LogRefused(ILogger log, string? remote);
}
