using Matchmaker.Contracts;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Shortlists;

/// <summary>A link reads a sheet while it holds, and never more than the people of the demand were shown.</summary>
public sealed class LinkTests
{
    [Theory, OnBoth]
    public async Task A_link_is_read_until_its_last_instant(Store store)
    {
        await using var system = await Kept.Start(store);
        var made = (await Kept.Keep(system, Some.Officer, 1, "b1/hidden", "b1/s2", "b1/s1")).Record;
        var grain = system.Grains.Shortlist(made.Id);
        var link = await grain.Share(Some.Person(), 1);

        var sheet = await Read(system, link);
        Assert.Equal(["b1/s2", "b1/s1"], sheet.Items.Select(item => item.Item));
        Assert.All(sheet.Items, item => Assert.Empty(item.Records));
        Assert.Equal(("sites", link.ExpiresAt), (Assert.Single(sheet.Boards).Board, sheet.ExpiresAt));

        system.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await Read(system, link);
        system.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<NotFoundException>(() => Read(system, link));
        Assert.Empty(await grain.Links(Some.Person()));
    }

    [Theory, OnBoth]
    public async Task Links_of_a_project_that_becomes_confidential_hold_only_for_its_own(Store store)
    {
        await using var system = await Kept.Start(store);
        var (secret, demand) = (Some.Id(77), Some.Id(78));
        await system.Grains.Enterprise(secret).Put(Some.Officer, Some.Enterprise(), null, false);
        await system.Grains.Demand(demand).Put(Some.Person(secret), Some.Seeks("sites"), null, false);
        var grain = system.Grains.Shortlist(Some.Id(79));
        await grain.Put(Some.Person(secret), new() { Demand = demand, Items = [new("b1/s1")] }, null, false);
        var own = await grain.Share(Some.Person(secret), 7);
        var cleared = await grain.Share(Some.Officer, 7);
        var uncleared = await grain.Share(Some.OtherOfficer, 7);

        await system.Grains.Enterprise(secret).Put(Some.Officer, Some.Enterprise(isConfidential: true), 1, false);

        await Read(system, own);
        await Read(system, cleared);
        await Assert.ThrowsAsync<NotFoundException>(() => Read(system, uncleared));
        await Assert.ThrowsAsync<NotFoundException>(() => grain.Share(Some.OtherOfficer, 7));
        await Assert.ThrowsAsync<NotFoundException>(() => grain.EndLink(Some.OtherOfficer, own.Id));

        await grain.EndLink(Some.Person(secret), own.Id);
        await Assert.ThrowsAsync<NotFoundException>(() => Read(system, own));
        await system.Grains.Enterprise(secret).Delete(Some.Officer, 2);
        await Assert.ThrowsAsync<NotFoundException>(() => Read(system, cleared));
        Assert.Equal(0, await Kept.Count(system, RecordKind.SheetLink));
    }

    [Theory, OnBoth]
    public async Task A_token_is_kept_as_a_hash_and_names_one_link(Store store)
    {
        await using var system = await Kept.Start(store);
        var first = (await Kept.Keep(system, Some.Person(), 1, "b1/s1")).Record;
        var second = (await Kept.Keep(system, Some.Person(), 2, "b1/s2")).Record;
        var link = await system.Grains.Shortlist(first.Id).Share(Some.Person(), 7);
        var other = await system.Grains.Shortlist(second.Id).Share(Some.Person(), 7);

        // The secret of one link does not open another, nor another shortlist.
        var mixed = $"{other.Id}.{TokenOf(link).Split('.')[1]}";
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.SharedSheets().Read(mixed));
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.Shortlist(second.Id).ReadByLink(link.Id, TokenOf(link))
        );
        await Assert.ThrowsAsync<NotFoundException>(() => system.Grains.Shortlist(first.Id).Share(Some.Maker(), 7));
        Assert.Equal(0, await Kept.Holding(system, TokenOf(link).Split('.')[1]));
        for (var i = 1; i < 20; i++)
            await system.Grains.Shortlist(first.Id).Share(Some.Person(), 7);
        await Assert.ThrowsAsync<ConflictException>(() => system.Grains.Shortlist(first.Id).Share(Some.Person(), 7));
    }

    private static Task<SharedSheet> Read(TestSystem system, MadeLink link) =>
        system.Grains.SharedSheets().Read(TokenOf(link));

    private static string TokenOf(MadeLink link) => link.Link.Split("#token=")[1];
}
