using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

/// <summary>Whose consent counts, and from when: accounts, typed mailboxes, objections.</summary>
public sealed class VouchTests
{
    private const string Password = "a hash";

    [Theory, OnBoth]
    public async Task Consents_of_two_accounts_that_one_officer_invited_wait_for_a_second_officer(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var seeker = await Invited(system, "fake-seeker@mail", Role.Enterprise, enterprise: "e1");
        var counterpart = await Invited(system, "fake-owner@mail", Role.Owner, owner: "o1");
        var (grain, _) = await cast.Offered();
        await grain.Consent(seeker, (await grain.Get(seeker)).Version, null);
        await grain.Consent(counterpart, (await grain.Get(counterpart)).Version, null);

        var waiting = await grain.Get(Some.Officer);
        Assert.Equal((IntroductionState.Offered, Holder.Officer), (waiting.State, waiting.Holder));
        Assert.False(waiting.Seeker.Consent!.Counts);
        // The side reads nothing of the other's answer, nor that both have given theirs.
        Assert.Equal(Holder.Counterpart, (await grain.Get(seeker)).Holder);
        await Refused("vouchForOwnInvitation", () => system.Grains.People().Vouch(Some.Officer, seeker.Email!));
        await Refused("vouchAsBroker", () => grain.Vouch(Some.Officer, waiting.Version, Side.Seeker));
        await Refused("vouchForOneself", () => system.Grains.People().Vouch(seeker, seeker.Email!));
        await Refused("notVouchedFor", () => system.Grains.People().Vouch(seeker, cast.Seeker.Email!));
        Assert.Equal(
            [counterpart.Email, seeker.Email],
            (await system.Grains.People().List(Some.Colleague)).Select(account => account.Email)
        );

        await system.Grains.People().Vouch(Some.Colleague, seeker.Email!);
        Assert.Equal(IntroductionState.Offered, (await grain.Get(Some.Officer)).State);
        var card = await grain.Get(Some.Officer);
        await grain.Vouch(Some.Colleague, card.Version, Side.Counterpart);
        var agreed = await grain.Get(Some.Officer);
        Assert.Equal(IntroductionState.Agreed, agreed.State);
        Assert.Equal(Some.Colleague.Email, agreed.Seeker.Consent!.VouchedBy);
        Assert.Empty(await system.Grains.People().List(Some.Colleague));
    }

    [Fact]
    public async Task A_vouched_colleague_confirms_a_new_account_and_is_told_of_it()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var added = await Invited(system, "new@enterprises", Role.Enterprise, enterprise: "e1");
        Assert.Contains(
            (await system.Grains.Outbox().List(Some.Colleague, null, 50)).Items,
            letter =>
                letter.To == cast.Seeker.Email && letter.Text.Contains("new@enterprises", StringComparison.Ordinal)
        );
        var people = await system.Grains.People().List(cast.Seeker);
        Assert.Equal(
            [(cast.Seeker.Email!, Some.Colleague.Email), ("new@enterprises", null)],
            people.Select(account => (account.Email, account.VouchedBy))
        );
        Assert.Equal(cast.Seeker.Email, (await system.Grains.People().Vouch(cast.Seeker, added.Email!)).VouchedBy);
    }

    [Fact]
    public async Task After_an_objection_only_a_later_word_of_the_office_counts()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var added = await Invited(system, "unknown@mail", Role.Enterprise, enterprise: "e1");
        await system.Grains.People().Vouch(Some.Colleague, added.Email!);
        await Assert.ThrowsAsync<NotFoundException>(() =>
            system.Grains.People().RaiseObjection(cast.Counterpart, added.Email!)
        );
        var objected = await system.Grains.People().RaiseObjection(cast.Seeker, added.Email!);
        Assert.Null(objected.VouchedBy);
        Assert.Equal(cast.Seeker.Email, objected.Objection!.By);
        Assert.Contains(
            (await system.Grains.Outbox().List(Some.Colleague, null, 50)).Items,
            letter =>
                letter.To == Some.Officer.Email && letter.Subject.Contains("unknown@mail", StringComparison.Ordinal)
        );
        system.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            Some.Colleague.Email,
            (await system.Grains.People().Vouch(Some.Colleague, added.Email!)).VouchedBy
        );
    }

    [Fact]
    public async Task An_objection_makes_a_consent_wait_that_counted_before()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var added = await Invited(system, "unknown@mail", Role.Enterprise, enterprise: "e1");
        await system.Grains.People().Vouch(Some.Colleague, added.Email!);
        var (grain, _) = await cast.Offered();
        await grain.Consent(added, (await grain.Get(added)).Version, null);
        Assert.True((await grain.Get(Some.Officer)).Seeker.Consent!.Counts);

        await system.Grains.People().RaiseObjection(cast.Seeker, added.Email!);
        await grain.Consent(cast.Counterpart, (await grain.Get(cast.Counterpart)).Version, null);

        var waiting = await grain.Get(Some.Officer);
        Assert.Equal(IntroductionState.Offered, waiting.State);
        Assert.False(waiting.Seeker.Consent!.Counts);
    }

    [Theory]
    [InlineData("officer+private@office", "officersMailbox")]
    [InlineData("someone@own.office.hk", "officersMailbox")]
    [InlineData("E1+tag@enterprises", "otherPartysMailbox")]
    public async Task A_typed_mailbox_is_neither_the_office_s_nor_the_other_side_s(string mailbox, string reason)
    {
        await using var system = await TestSystem.On(Store.Sqlite, ("Matchmaker:OfficeDomains", "own.office.hk"));
        var (_, grain, suggested) = await WithoutOwnerAccount(system);
        var refusal = await Assert.ThrowsAsync<InvalidException>(() =>
            grain.Offer(Some.Officer, suggested.Version, new(CounterpartMailbox: mailbox))
        );
        Assert.Equal(("counterpartMailbox", reason), (refusal.Errors[0].Path, refusal.Errors[0].Code));
    }

    [Theory]
    [InlineData("somebody@else", "notTheirMailbox")]
    [InlineData("officer+private@office", "officersMailbox")]
    public async Task A_party_with_accounts_is_asked_at_one_of_them(string mailbox, string reason)
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var grain = cast.New();
        var suggested = await grain.Suggest(Some.Officer, Cast.Demand, Cast.Match);
        var refusal = await Assert.ThrowsAsync<InvalidException>(() =>
            grain.Offer(Some.Officer, suggested.Version, new(SeekerMailbox: mailbox))
        );
        Assert.Equal(("seekerMailbox", reason), (refusal.Errors[0].Path, refusal.Errors[0].Code));
    }

    [Fact]
    public async Task A_typed_mailbox_counts_once_an_officer_vouched_who_neither_typed_it_nor_brokers()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var (cast, grain, suggested) = await WithoutOwnerAccount(system);
        var offered = await grain.Offer(Some.Officer, suggested.Version, new(CounterpartMailbox: "lee@harbour"));
        Assert.Equal(Some.Officer.Email, offered.Counterpart.MailboxBy);
        // The card goes to a colleague: whoever typed the mailbox still does not vouch for it.
        var assigned = await grain.Assign(Some.Officer, offered.Version, Some.OtherOfficer.Email!);
        await Refused("vouchAsBroker", () => grain.Vouch(Some.Officer, assigned.Version, Side.Counterpart));
        await Refused("vouchAsBroker", () => grain.Vouch(Some.OtherOfficer, assigned.Version, Side.Counterpart));
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            grain.Vouch(cast.Seeker, assigned.Version, Side.Counterpart)
        );
        var vouched = await grain.Vouch(Some.Colleague, assigned.Version, Side.Counterpart);
        Assert.Equal([Some.Colleague.Email!], vouched.Counterpart.MailboxVouches!.Value.Select(vouch => vouch.By));
    }

    private static async Task<(Cast Cast, IIntroductionGrain Grain, Introduction Suggested)> WithoutOwnerAccount(
        TestSystem system
    )
    {
        var cast = await Cast.Set(system);
        var owner = system.Grains.Account(cast.Counterpart.Email!);
        await owner.Delete(Caller.System, (await owner.Get(Some.Admin)).Version);
        var grain = cast.New();
        return (cast, grain, await grain.Suggest(Some.Officer, Cast.Demand, Cast.Match));
    }

    private static async Task<Caller> Invited(
        TestSystem system,
        string email,
        Role role,
        string? enterprise = null,
        string? owner = null
    )
    {
        var hash = email;
        await system
            .Grains.Accounts()
            .Invite(Some.Officer, new(email, role, Enterprise: enterprise, Owner: owner), hash);
        return (await system.Grains.People().Accept(hash, null, Password)).Caller;
    }

    private static async Task Refused(string reason, Func<Task> call) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ForbiddenException>(call)).Reason?.Code);
}
