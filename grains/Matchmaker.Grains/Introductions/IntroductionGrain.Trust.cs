using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Introductions;

// Whose mailbox answers for a side, and whose word makes its consent count.
internal sealed partial class IntroductionGrain
{
    private const int MaxRecounts = 5;

    public async Task<Introduction> Vouch(Caller caller, long expected, Side side)
    {
        var stored = await Authorize(caller);
        if (caller.IsOffice)
            await CheckInterest(caller, stored.Record, stored.Visibility, "vouch");
        else if (stored.Record.SideOf(caller) != side)
            throw new ForbiddenException();
        if ((caller.IsOffice ? stored.Record : stored.Record.For(side)).Version != expected)
            throw new VersionException();
        if (IntroductionView.BrokersOf(stored.Record).Contains(caller.Email!, StringComparer.Ordinal))
            throw new ForbiddenException(new FieldError("", "vouchAsBroker"));
        var on = stored.Record.On(side);
        var mailbox = on.Consent?.By ?? on.Mailbox ?? throw new ConflictException(new("", "nothingToVouchFor"));
        var role = caller.IsOffice ? VoucherRole.Office : VoucherRole.Party;
        if (await AccountOf(on.Party, mailbox) is { } account)
        {
            var own = caller.IsOffice ? null : await AccountOf($"{caller.Party}", caller.Email!);
            if (VouchRules.RefusalOf(caller, account, own) is { } reason)
                throw new ForbiddenException(new FieldError("", reason));
            await GrainFactory.Account(mailbox).AddVouch(new(caller.Email!, role, time.GetUtcNow()));
            await _sources.RecountConsents(GrainFactory, account.Party!.Value);
            return await Get(caller);
        }

        if (on.MailboxBy == caller.Email)
            throw new ForbiddenException(new FieldError("", "vouchForOwnInvitation"));
        if (!caller.IsOffice && await VoucherOf(stored.Record, side, caller.Email!) is null)
            throw new ForbiddenException(new FieldError("", "notVouchedFor"));
        var vouched = Moves(caller.Email!).VouchForMailbox(stored.Record, side, role);
        return await Save(caller, stored, await Recounted(vouched, Moves(caller.Email!)));
    }

    // It runs beside another call, since a vouch that this introduction passes on comes back here.
    public async Task RecountConsents()
    {
        for (var left = MaxRecounts; await Read() is { } stored; left--)
        {
            var next = await Recounted(stored.Record, Moves(Caller.System.Email!));
            if (next == stored.Record)
                return;
            try
            {
                await Save(Caller.System, stored, next);
                return;
            }
            catch (VersionException) when (left > 1)
            {
                // A concurrent change: count again with the new state.
            }
        }
    }

    private async Task<Introduction> Recounted(Introduction introduction, IntroductionMoves moves)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            if (introduction.On(side).Consent is { } consent)
                introduction = moves.CountConsent(introduction, side, await VoucherOf(introduction, side, consent.By));
        }

        return introduction;
    }

    /// <summary>Whose word makes a mailbox's consent count for a side; null: it does not count.</summary>
    private async Task<string?> VoucherOf(Introduction introduction, Side side, string mailbox)
    {
        var (on, other) = (introduction.On(side), introduction.On(side.Other()));
        var account = await AccountOf(on.Party, mailbox);
        var isForeign =
            !(account is not null && VouchRules.IsSample(account))
            && (
                await office.Include(mailbox)
                || await IsOthers(mailbox, PartyId.Parse(other.Party), other.Consent?.By, other.Mailbox)
            );
        var brokers = IntroductionView.BrokersOf(introduction);
        return isForeign ? null
            : account is not null ? VouchRules.VoucherOf(account, brokers)
            : on.Mailbox == mailbox ? VouchRules.VoucherOf(on.MailboxVouches ?? [], on.MailboxBy, brokers)
            : null;
    }

    private async Task<bool> IsOthers(string mailbox, PartyId? party, params string?[] others) =>
        (party is { } known ? await _sources.People(known) : [])
            .Concat(others.OfType<string>())
            .Any(address => Email.Mailbox(address) == Email.Mailbox(mailbox));

    /// <summary>The party's account of that address; null: it has none.</summary>
    private async Task<Account?> AccountOf(string? party, string address) =>
        await _sources.Account(address) is { Party: { } own } account && (await _sources.Party(party))?.Party == own
            ? account
            : null;

    /// <summary>Both sides with the mailboxes that are asked.</summary>
    private async Task<(Participant Seeker, Participant Counterpart)> Mailboxes(
        Caller caller,
        Introduction introduction,
        PartyFacts seeker,
        PartyFacts counterpart,
        Offer offer,
        ValidationErrors broken
    )
    {
        var choice = new MailboxChoice(caller.Email!, IntroductionView.BrokersOf(introduction), broken);
        var asked = (
            Seeker: await WithMailbox(choice, introduction.Seeker, seeker, offer.SeekerMailbox, "seekerMailbox"),
            Counterpart: await WithMailbox(
                choice,
                introduction.Counterpart,
                counterpart,
                offer.CounterpartMailbox,
                "counterpartMailbox"
            )
        );
        if (asked.Counterpart.Mailbox is { } first && await IsOthers(first, seeker.Party, asked.Seeker.Mailbox))
            broken.Add("counterpartMailbox", "otherPartysMailbox");
        else if (asked.Seeker.Mailbox is { } second && await IsOthers(second, counterpart.Party))
            broken.Add("seekerMailbox", "otherPartysMailbox");
        return asked;
    }

    private async Task<Participant> WithMailbox(
        MailboxChoice choice,
        Participant side,
        PartyFacts party,
        string? given,
        string path
    )
    {
        var typed = given is null ? null : Email.Normal(given);
        if (await _sources.Accounts(party.Party) is { Count: > 0 } accounts)
        {
            // Without a choice the party is asked where its consent counts, if there is such an account.
            var asked = typed is null
                ? accounts.FirstOrDefault(account => VouchRules.VoucherOf(account, choice.Brokers) is not null)
                    ?? accounts[0]
                : accounts.FirstOrDefault(account => account.Id == typed);
            if (asked is null)
                choice.Broken.Add(path, await office.Include(typed!) ? "officersMailbox" : "notTheirMailbox");
            return side with { Mailbox = asked?.Id, MailboxBy = null, MailboxVouches = null };
        }

        if (typed is null)
            choice.Broken.Add(path, "noMailbox");
        else if (!Email.IsValid(typed))
            choice.Broken.Add(path, "notAnEmail");
        else if (await office.Include(typed))
            choice.Broken.Add(path, "officersMailbox"); // an officer must not answer for a party
        return side with
        {
            Mailbox = typed,
            MailboxBy = typed is null ? null : choice.Officer,
            MailboxVouches = null,
        };
    }

    /// <param name="Officer">Who offers.</param>
    private sealed record MailboxChoice(string Officer, ImmutableArray<string> Brokers, ValidationErrors Broken);
}
