using Matchmaker.Contracts.Accounts;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Accounts;

/// <summary>The mailboxes of the office: an officer must not answer for a party.</summary>
internal sealed class OfficeMailboxes(OfficeDomains domains, Database database)
{
    private readonly AccountRepository _accounts = new(database);

    /// <summary>Whether an address is of the office's domains, or the mailbox of an officer or admin.</summary>
    /// <param name="except">The account of an officer who leaves the office; null: nobody does.</param>
    public async Task<bool> Include(string address, string? except = null) =>
        domains.Includes(address)
        || (await _accounts.ListOffice()).Any(known =>
            known != except && Email.Mailbox(known) == Email.Mailbox(address)
        );
}
