using System.Collections.Frozen;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Matchmaker.Grains.Accounts;

/// <summary>
/// The domains of the office's mailboxes: none of them answers for a party. They are those of the setting
/// <c>Matchmaker:OfficeDomains</c>, separated by commas, and that of the mail server's <c>From</c>.
/// </summary>
internal sealed class OfficeDomains
{
    public const string Setting = "Matchmaker:OfficeDomains";

    private readonly FrozenSet<string> _domains;

    private OfficeDomains(IEnumerable<string> domains) => _domains = domains.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="SettingException">A value is not a domain.</exception>
    public static OfficeDomains Of(IConfiguration settings)
    {
        var given = (settings[Setting] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(domain => domain.ToLowerInvariant())
            .ToList();
        if (given.Any(domain => !Email.IsValid($"office@{domain}")))
            throw new SettingException(Setting, "must be domains such as office.example.hk, separated by commas");
        return new(
            MailboxAddress.TryParse(settings["Matchmaker:Smtp:From"], out var from)
                ? given.Append(Email.DomainOf(from.Address))
                : given
        );
    }

    /// <summary>Whether the address is of one of the domains.</summary>
    public bool Includes(string address) => _domains.Contains(Email.DomainOf(address));
}
