using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Grains.Accounts;

/// <summary>
/// One account of each role, for trying out; the web host sets their password at each start with sample data.
/// </summary>
public static class SampleAccounts
{
    public const string Officer = "officer@sample";
    public const string Admin = "admin@sample";
    public const string Enterprise = "enterprise@sample";
    public const string Firm = "firm@sample";
    public const string Owner = "owner@sample";

    // A domain that exists nowhere: no server takes mail for it.
    private const string InventedDomain = ".sample";

    private static Account[] Office =>
        [new() { Id = Officer, Role = Role.Officer }, new() { Id = Admin, Role = Role.Admin }];

    /// <summary>
    /// Whether an address is of the invented people below <c>.sample</c>, who read nothing; the accounts above are for
    /// people who try the system out.
    /// </summary>
    public static bool IsInvented(string address) =>
        Email.DomainOf(address).EndsWith(InventedDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the accounts of the office that do not exist yet.</summary>
    public static Task SetOffice(IGrainFactory grains) => SetAll(grains, Office);

    /// <summary>Makes those that do not exist yet. The three parties must exist.</summary>
    /// <param name="enterprise">The id of the party of <see cref="Enterprise"/>; likewise the others.</param>
    public static Task Set(IGrainFactory grains, string enterprise, string firm, string owner) =>
        SetAll(
            grains,
            [
                .. Office,
                new()
                {
                    Id = Enterprise,
                    Role = Role.Enterprise,
                    Enterprise = enterprise,
                },
                new()
                {
                    Id = Firm,
                    Role = Role.Firm,
                    Firm = firm,
                },
                new()
                {
                    Id = Owner,
                    Role = Role.Owner,
                    Owner = owner,
                },
            ]
        );

    private static async Task SetAll(IGrainFactory grains, Account[] accounts)
    {
        foreach (var account in accounts)
        {
            if (await grains.Account(account.Id).Standing() is null)
                await grains.Account(account.Id).Put(Caller.System, account with { Sample = true }, null, []);
        }
    }
}
