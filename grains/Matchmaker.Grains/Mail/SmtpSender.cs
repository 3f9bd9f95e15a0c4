using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Matchmaker.Grains.Mail;

/// <summary>One connection to the mail server, made when the first mail goes out.</summary>
internal sealed class SmtpSender(SmtpSettings settings) : IDisposable
{
    private const int PatienceMs = 30_000;

    private readonly SmtpClient _client = new() { Timeout = PatienceMs };

    /// <summary>
    /// Why the server can be spoken to no more, so that the next mails need not be tried; null: it can.
    /// </summary>
    public string? Trouble { get; private set; }

    public async Task<Delivery> Send(MimeMessage mail, CancellationToken cancellation)
    {
        try
        {
            await Connect(cancellation);
        }
        // A server that refuses every sender says nothing about this mail.
        catch (Exception closed)
            when ((closed is SmtpCommandException || IsTrouble(closed)) && !cancellation.IsCancellationRequested)
        {
            return Lost(closed);
        }

        try
        {
            await _client.SendAsync(mail, cancellation);
            return Delivery.Taken;
        }
        catch (SmtpCommandException refused)
        {
            return new(OneLine(refused), IsFinal: (int)refused.StatusCode >= 500);
        }
        catch (Exception lost) when (IsTrouble(lost) && !cancellation.IsCancellationRequested)
        {
            return Lost(lost);
        }
    }

    public async Task Leave(CancellationToken cancellation)
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(quit: true, cancellation);
    }

    public void Dispose() => _client.Dispose();

    private async Task Connect(CancellationToken cancellation)
    {
        if (_client.IsConnected)
            return;
        await _client.ConnectAsync(settings.Host, settings.Port, settings.Tls, cancellation);
        if (settings is { User: { } user, Password: { } password })
            await _client.AuthenticateAsync(user, password, cancellation);
    }

    private Delivery Lost(Exception failure)
    {
        Trouble = OneLine(failure);
        return new(Trouble, IsFinal: false);
    }

    private static bool IsTrouble(Exception failure) =>
        failure
            is SocketException
                or IOException
                or TimeoutException
                or OperationCanceledException
                or ProtocolException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or AuthenticationException
                or SslHandshakeException
                or NotSupportedException;

    private static string OneLine(Exception failure) => failure.Message.ReplaceLineEndings(" ");
}

/// <summary>What became of a mail.</summary>
/// <param name="Failure">What the server, or the way to it, said; null: the server took it.</param>
/// <param name="IsFinal">Whether it will say so each time.</param>
internal sealed record Delivery(string? Failure, bool IsFinal)
{
    public static readonly Delivery Taken = new(null, false);
}
