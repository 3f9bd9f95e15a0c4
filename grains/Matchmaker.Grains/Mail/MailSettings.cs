using MailKit.Security;
using Matchmaker.Contracts;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Matchmaker.Grains.Mail;

/// <summary>How mail goes out: section <c>Matchmaker:Smtp</c>, and <c>Matchmaker:PublicUrl</c>.</summary>
/// <param name="Site">Where people reach the system, without a slash at the end; links in mails start with it.</param>
/// <param name="Smtp">The server; null: none, so that letters wait and are shown to officers.</param>
internal sealed record MailSettings(string Site, SmtpSettings? Smtp)
{
    public const string SiteSetting = "Matchmaker:PublicUrl";
    public const string DefaultSite = "http://localhost:5080";

    /// <summary>Whom mails and invitations are from.</summary>
    public MailboxAddress From => Smtp?.From ?? new("Matchmaker", "matchmaker@localhost");

    /// <exception cref="SettingException">A value is wrong.</exception>
    public static MailSettings Of(IConfiguration settings)
    {
        var site = settings[SiteSetting] is { Length: > 0 } text ? text : DefaultSite;
        if (
            !Uri.TryCreate(site, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Query.Length > 0
            || url.Fragment.Length > 0
        )
            throw new SettingException(SiteSetting, "must be an address such as https://matchmaker.example.hk");
        return new(site.TrimEnd('/'), SmtpSettings.Of(settings));
    }
}

/// <summary>One mail server.</summary>
/// <param name="Port">1 to 65535; by default 25, 587 with startTls and 465 with tls.</param>
/// <param name="User">Null: it asks for none.</param>
/// <param name="Tls">
/// How the connection is encrypted: <c>none</c>, <c>startTls</c> or <c>tls</c>; by default startTls.
/// </param>
internal sealed record SmtpSettings(
    string Host,
    int Port,
    string? User,
    string? Password,
    MailboxAddress From,
    SecureSocketOptions Tls
)
{
    private const string Section = "Matchmaker:Smtp";

    /// <summary>Null: no host is set.</summary>
    /// <exception cref="SettingException">A value is wrong or missing.</exception>
    public static SmtpSettings? Of(IConfiguration settings)
    {
        var given = settings.GetSection(Section);
        if (given["Host"] is not { Length: > 0 } host)
            return given.GetChildren().Any(setting => !string.IsNullOrEmpty(setting.Value))
                ? throw Wrong("Host", "is missing, although other values are set")
                : null;
        var tls = TlsOf(given["Tls"]);
        var (user, password) = (Text(given["User"]), Text(given["Password"]));
        if (user is null != password is null)
            throw Wrong(user is null ? "User" : "Password", "is missing: user and password belong together");
        if (user is not null && tls is SecureSocketOptions.None)
            throw Wrong("Tls", "must be startTls or tls, because a password goes with it");
        if (
            !MailboxAddress.TryParse(given["From"] ?? "", out var from)
            || !Contracts.Accounts.Email.IsValid(from.Address)
        )
            throw Wrong("From", "must be an address such as Matchmaker <matchmaker@example.hk>");
        return new(host, PortOf(given["Port"], tls), user, password, from, tls);
    }

    private static SecureSocketOptions TlsOf(string? text) =>
        text switch
        {
            null or "" or "startTls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => throw Wrong("Tls", "must be none, startTls or tls"),
        };

    private static int PortOf(string? text, SecureSocketOptions tls) =>
        text is null or ""
            ? tls switch
            {
                SecureSocketOptions.None => 25,
                SecureSocketOptions.StartTls => 587,
                _ => 465,
            }
        : ushort.TryParse(text, out var port) && port > 0 ? port
        : throw Wrong("Port", "must be 1 to 65535");

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static SettingException Wrong(string name, string reason) => new($"{Section}:{name}", reason);
}
