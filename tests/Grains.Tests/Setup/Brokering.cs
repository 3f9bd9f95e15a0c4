using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Grains.Tests.Setup;

/// <summary>Parties with accounts, and an introduction of the two that an officer has put to both sides.</summary>
internal static class Brokering
{
    /// <summary>Of enterprise and firm of that number: <c>seekerN@own</c> and <c>makerN@own</c> are asked.</summary>
    public static async Task<Introduction> Offered(TestSystem system, int number = 1)
    {
        var (seeker, maker, demand) = ($"e{number}", $"f{number}", $"d{number}");
        await system.Grains.Enterprise(seeker).Put(Some.Officer, Some.Enterprise(), null, true);
        await system
            .Grains.Firm(maker)
            .Put(Some.Officer, Some.Firm(("certifications", Some.Tags("iso-9001"))), null, true);
        await Account(
            system,
            new()
            {
                Id = $"seeker{number}@own",
                Role = Role.Enterprise,
                Enterprise = seeker,
            }
        );
        await Account(
            system,
            new()
            {
                Id = $"maker{number}@own",
                Role = Role.Firm,
                Firm = maker,
            }
        );
        await Account(system, new() { Id = Some.Officer.Email!, Role = Role.Officer });
        await system
            .Grains.Demand(demand)
            .Put(Some.Person(seeker), Some.Seeks("partners", Some.Covers("certifications", "iso-9001")), null, true);
        var grain = system.Grains.Introduction(Some.Id(number));
        var suggested = await grain.Suggest(Some.Officer, demand, maker);
        return await grain.Offer(Some.Officer, suggested.Version, new());
    }

    /// <summary>The same, when both have agreed and are introduced.</summary>
    public static async Task<Introduction> Introduced(TestSystem system)
    {
        var grain = system.Grains.Introduction((await Offered(system)).Id);
        foreach (
            var party in new[]
            {
                Some.Person() with
                {
                    Email = "seeker1@own",
                },
                Some.Maker() with
                {
                    Email = "maker1@own",
                },
            }
        )
            await grain.Consent(party, (await grain.Get(party)).Version, null);
        return await grain.Introduce(Some.Officer, (await grain.Get(Some.Officer)).Version);
    }

    /// <summary>Makes a record unreadable.</summary>
    public static Task Spoil(TestSystem system, string introduction) =>
        system.Database.Write(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE record SET body = '{' WHERE kind = 'introduction' AND id = @introduction",
                    new { introduction },
                    transaction
                )
        );

    /// <summary>An account, vouched for where it is a party's; one that exists stays.</summary>
    public static async Task Account(TestSystem system, Account account)
    {
        if (await system.Grains.Account(account.Id).Standing() is null)
            await system.Grains.Account(account.Id).Put(Caller.System, account, null, []);
        if (account.Party is not null)
            await system.Grains.People().Vouch(Some.Colleague, account.Id);
    }
}
