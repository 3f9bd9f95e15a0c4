using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Matchmaker.Processes;

/// <summary>
/// A mail as it came. A parsed message reads its fields when they are asked for, and may not be asked by two tests at
/// once; a record may.
/// </summary>
/// <param name="To">The one mailbox it goes to.</param>
/// <param name="Text">The part in plain text; empty: it has none.</param>
public sealed record ReceivedMail(string Id, string From, string To, string Subject, string Text)
{
    private Lazy<ImmutableArray<CalendarFile>> _calendars = new([]);

    /// <summary>Its calendar parts; the method that a part's content type names is that of the file.</summary>
    public ImmutableArray<CalendarFile> Calendars => _calendars.Value;

    internal static ReceivedMail Of(MimeMessage message) =>
        new(
            message.MessageId ?? "",
            message.From.Mailboxes.Single().Address,
            message.To.Mailboxes.Single().Address,
            message.Subject ?? "",
            message.TextBody ?? ""
        )
        {
            _calendars = CalendarsOf([
                .. message
                    .BodyParts.OfType<TextPart>()
                    .Where(part => part.ContentType.IsMimeType("text", "calendar"))
                    .Select(part => (part.ContentType.Parameters["method"], part.Text)),
            ]),
        };

    private static Lazy<ImmutableArray<CalendarFile>> CalendarsOf(
        ImmutableArray<(string? Method, string Text)> parts
    ) => new(() => [.. parts.Select(part => Checked(part.Method, CalendarFile.Read(part.Text)))]);

    private static CalendarFile Checked(string? method, CalendarFile file) =>
        file.Method == method
            ? file
            : throw new FormatException($"The content type says {method}, the file {file.Method}.");
}

/// <summary>A mail server on this machine, which can be switched off and on, and told to refuse.</summary>
public sealed partial class MailServer
    : MessageStore,
        IMailboxFilter,
        IMailboxFilterFactory,
        IMessageStoreFactory,
        IAsyncDisposable
{
    private readonly Lock _guard = new();
    private readonly List<ReceivedMail> _mails = [];
    private readonly int _port = Ports.Free();
    private CancellationTokenSource? _running;
    private Task _server = Task.CompletedTask;

    /// <summary>Whether an address is refused for good.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>What the server says when it has a mail, before which it keeps it; null: yes.</summary>
    public Func<int, SmtpResponse>? Answers { get; set; }

    /// <summary>The settings by which a system sends its mail here.</summary>
    public (string Name, string Value)[] Settings =>
        [
            ("Matchmaker:Smtp:Host", "127.0.0.1"),
            ("Matchmaker:Smtp:Port", $"{_port}"),
            ("Matchmaker:Smtp:Tls", "none"),
            ("Matchmaker:Smtp:From", "Matchmaker <matchmaker@example.hk>"),
        ];

    /// <summary>As <see cref="Settings"/>, by their names in the environment of a process.</summary>
    public (string Name, string Value)[] Environment =>
        [.. Settings.Select(setting => (setting.Name.Replace(":", "__", StringComparison.Ordinal), setting.Value))];

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            lock (_guard)
                return [.. _mails];
        }
    }

    public static MailServer Started()
    {
        var server = new MailServer();
        server.Start();
        return server;
    }

    /// <summary>The token of the newest link that was mailed to an address; it waits for the mail.</summary>
    public async Task<string> Token(string address)
    {
        await Eventually.Until($"a link comes to {address}", () => TokensTo(address).Count > 0);
        return TokensTo(address)[^1];
    }

    /// <summary>The token of a link that comes to an address after what an act sends.</summary>
    public async Task<string> TokenAfter(string address, Func<Task> act)
    {
        var before = TokensTo(address).Count;
        await act();
        await Eventually.Until($"another link comes to {address}", () => TokensTo(address).Count > before);
        return TokensTo(address)[^1];
    }

    /// <summary>Waits until a mail with these words in its subject came to an address.</summary>
    public Task Told(string address, string subject) =>
        Eventually.Until($"{address} is told: {subject}", () => To(address, subject).Count > 0);

    /// <summary>What came to an address, in order.</summary>
    /// <param name="subject">Words of its subject.</param>
    public IReadOnlyList<ReceivedMail> To(string address, string subject) =>
        [.. Mails.Where(mail => mail.To == address && mail.Subject.Contains(subject, StringComparison.Ordinal))];

    public void Start()
    {
        var services = new ServiceProvider();
        services.Add((IMessageStoreFactory)this);
        services.Add((IMailboxFilterFactory)this);
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, _port)))
            .Build();
        _running = new();
        var stop = _running.Token;
        // On threads of the pool, because those of the tests wait for it.
        _server = Task.Run(() => new SmtpServer.SmtpServer(options, services).StartAsync(stop), CancellationToken.None);
    }

    public async Task Stop()
    {
        await (_running?.CancelAsync() ?? Task.CompletedTask);
        await _server.ContinueWith(_ => { }, TaskScheduler.Default);
        _running?.Dispose();
        _running = null;
    }

    public async ValueTask DisposeAsync() => await Stop();

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var stream = new MemoryStream(buffer.ToArray());
        var mail = ReceivedMail.Of(await MimeMessage.LoadAsync(stream, cancellationToken));
        lock (_guard)
        {
            _mails.Add(mail);
            return Answers?.Invoke(_mails.Count) ?? SmtpResponse.Ok;
        }
    }

    public Task<bool> CanAcceptFromAsync(
        ISessionContext context,
        IMailbox from,
        int size,
        CancellationToken cancellationToken
    ) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(
        ISessionContext context,
        IMailbox to,
        IMailbox from,
        CancellationToken cancellationToken
    ) => Task.FromResult(!Refuses($"{to.User}@{to.Host}"));

    IMailboxFilter ISessionContextInstanceFactory<IMailboxFilter>.CreateInstance(ISessionContext context) => this;

    IMessageStore ISessionContextInstanceFactory<IMessageStore>.CreateInstance(ISessionContext context) => this;

    private List<string> TokensTo(string address) =>
        [
            .. Mails
                .Where(mail => mail.To == address)
                .Select(mail => LinkToken().Match(mail.Text))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value),
        ];

    [GeneratedRegex("#token=([A-Za-z0-9._-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkToken();
}
