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

    /// <summary>Makes those that do not exist yet. The three parties must exist.</summary>
    /// <param name="enterprise">The id of the party of <see cref="Enterprise"/>; likewise the others.</param>
    public static async Task Set(IGrainFactory grains, string enterprise, string firm, string owner)
    {
        Account[] accounts =
        [
            new() { Id = Officer, Role = Role.Officer },
            new() { Id = Admin, Role = Role.Admin },
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
        ];
        foreach (var account in accounts)
        {
            if (await grains.Account(account.Id).Standing() is null)
                await grains.Account(account.Id).Put(Caller.System, account with { Sample = true }, null, []);
        }
    }
}
