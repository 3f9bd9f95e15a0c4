using System.Collections.Immutable;
using System.Globalization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions.Meetings;
using Matchmaker.Grains.Mail;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Introductions;

internal sealed partial class IntroductionGrain
{
    // Read each time: its visibility follows the records of its parties.
    private async Task<Stored<Introduction>?> Read() =>
        RecordIds.IsValid(Key) && await _rows.Find(RecordKind.Introduction, Key) is { } row
            ? Stored<Introduction>.Of(row, RecordKind.Introduction)
            : null;

    /// <exception cref="NotFoundException">There is none, or the caller may not know of it.</exception>
    private async Task<Stored<Introduction>> Authorize(Caller caller)
    {
        if (await Read() is { } kept && kept.Record.AuthorizedView(caller, kept.Visibility) is not null)
            return kept;
        DeactivateOnIdle(); // requests for unknown ids must not fill the memory
        throw new NotFoundException();
    }

    /// <summary>Everything that an officer's act needs, in the one order of refusals.</summary>
    /// <param name="expected">Null: whatever its version.</param>
    /// <param name="act">Null: it moves nothing.</param>
    private async Task<Stored<Introduction>> AuthorizeOfficer(Caller caller, long? expected, IntroductionAct? act)
    {
        var stored = await Authorize(caller);
        if (!caller.IsOffice)
            throw new ForbiddenException();
        await CheckInterest(caller, stored.Record, stored.Visibility, act?.ToString().ToLowerInvariant() ?? "assign");
        if (expected is { } version && stored.Record.Version != version)
            throw new VersionException();
        if (act is { } move)
            IntroductionTable.After(stored.Record.State, move); // the state is checked before the body
        return stored;
    }

    /// <summary>As <see cref="AuthorizeOfficer"/>, for a party: an officer can never answer for one.</summary>
    private async Task<(Stored<Introduction> Stored, Side Side)> AuthorizeParty(Caller caller, long expected)
    {
        var stored = await Authorize(caller);
        var side = stored.Record.SideOf(caller) is { } own && !caller.IsOffice ? own : throw new ForbiddenException();
        return stored.Record.For(side).Version == expected ? (stored, side) : throw new VersionException();
    }

    /// <exception cref="NotFoundException">No such link, or it is spent, ended or over.</exception>
    /// <exception cref="ConflictException">Somebody else than the link's mailbox is signed in.</exception>
    private async Task<(Stored<Introduction> Stored, Side Side, ConsentLink Link)> FindByLink(
        string tokenHash,
        string? signedIn
    )
    {
        if (await Read() is { } stored)
        {
            foreach (var side in Enum.GetValues<Side>())
            {
                if (
                    IntroductionLinks.Of(stored.Record, side) is { } link
                    && link.TokenHash == tokenHash
                    && link.ExpiresAt > time.GetUtcNow()
                )
                    return signedIn is null || Email.Normal(signedIn) == Email.Normal(link.Mailbox)
                        ? (stored, side, link)
                        : throw new ConflictException(new("", "signOutFirst"));
            }
        }

        DeactivateOnIdle();
        throw new NotFoundException();
    }

    private async Task<(PartyFacts Seeker, PartyFacts Counterpart)> Parties(Introduction introduction) =>
        (
            await _sources.Party(introduction.Seeker.Party)
                ?? throw new InvalidException(new FieldError("seeker", "noSuchParty")),
            await _sources.Party(introduction.Counterpart.Party)
                ?? throw new InvalidException(new FieldError("counterpart", "noSuchParty"))
        );

    /// <exception cref="ForbiddenException">
    /// The officer has an interest in one of the sides; that they tried is in the journal.
    /// </exception>
    private async Task CheckInterest(Caller caller, Introduction introduction, Visibility visibility, string action)
    {
        if (!caller.IsOffice || !await Interests.Touch(GrainFactory, caller.Email!, introduction))
            return;
        await Interests.LogRefusal(
            GrainFactory,
            caller,
            visibility,
            PartyId.Parse(introduction.Counterpart.Party),
            new()
            {
                Action = action,
                Introduction = introduction.Id,
                Demand = introduction.Demand,
                Match = introduction.Match,
            }
        );
        throw new ForbiddenException(new FieldError("", "declaredInterest"));
    }

    /// <summary>Writes it with all that belongs to the change, and tells the desk.</summary>
    /// <returns>What the caller sees of it now.</returns>
    private async Task<Introduction> Save(
        Caller caller,
        Stored<Introduction> before,
        Introduction after,
        bool isNew = false,
        params IEnumerable<RecordWrite> along
    )
    {
        var was = isNew ? null : before.Record;
        var visibility = before.Visibility;
        if (await WritesOf(caller, was, after, visibility) is not { } change)
            return was!.AuthorizedView(caller, visibility) ?? was;
        var next = change.Introduction;
        var sequence = await GrainFactory.Commit([.. change.Writes, .. along]);
        await GrainFactory.WaitForProjections(RecordKind.Introduction, next, sequence);
        if (change.Writes.Any(write => write.Kind == RecordKind.Letter))
            await GrainFactory.Outbox().Wake();
        var kept = next with { Version = (was?.Version ?? before.Record.Version) + 1 };
        return kept.AuthorizedView(caller, visibility) ?? kept.For(kept.SideOf(caller) ?? Side.Seeker);
    }

    /// <summary>All that one commit writes for a change; null: nothing changes.</summary>
    /// <param name="was">Null: it is new.</param>
    private async Task<PreparedAct?> WritesOf(
        Caller caller,
        Introduction? was,
        Introduction after,
        Visibility visibility
    )
    {
        var told = await Told(was, after);
        var letters = told.Letters;
        var next = await WithLinks(
            Invitations.Sent(was, IntroductionView.Settled(was, told.Named, deadlines), told.Addressed),
            letters
        );
        if (was is not null && IntroductionView.Same(was, next))
            return null;
        return new(
            [
                Write(caller, was is null ? null : new(was, visibility), new(next, visibility)),
                .. letters.Select(letter =>
                    Letters.Write(letter, visibility with { Kind = RecordKind.Letter }, next.Counterpart.Party)
                ),
                .. await Guards(next),
            ],
            next
        );
    }

    /// <summary>An introduction after a change, with present names, and the letters that the change causes.</summary>
    /// <param name="was">Null: it is new.</param>
    private async Task<Correspondence> Told(Introduction? was, Introduction after)
    {
        var named = after.IsClosed ? after : await WithPresentNames(after);
        if (was is not null && Equals(was, after))
            return new(named, named, []);
        var addressed = named with { Officer = await StandInFor(named.Officer) };
        return new(named, addressed, IntroductionLetters.Of(was, addressed, time.GetUtcNow()));
    }

    /// <param name="Addressed">With the officer, or the stand-in, to whom letters go now.</param>
    private sealed record Correspondence(Introduction Named, Introduction Addressed, ImmutableArray<Letter> Letters);

    private RecordWrite Write(Caller caller, Stored<Introduction>? before, Stored<Introduction> next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Introduction,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key]),
            null,
            next.Record.Counterpart.Party
        );

    // The guards refuse the commit if a party becomes confidential at the same moment; this record would stay open.
    private async Task<IEnumerable<RecordWrite>> Guards(Introduction introduction) =>
        new[] { await _sources.Party(introduction.Seeker.Party), await _sources.Party(introduction.Counterpart.Party) }
            .OfType<PartyFacts>()
            .Where(party => party.Enterprise is not null)
            .Select(party => party.Guard);

    // Takes the present names, so that cards and letters use the name that a party uses itself.
    private async Task<Introduction> WithPresentNames(Introduction introduction)
    {
        var (seeker, counterpart) = (
            await _sources.Party(introduction.Seeker.Party),
            await _sources.Party(introduction.Counterpart.Party)
        );
        var subject = introduction.Match is null ? null : await _sources.Match(introduction.Board, introduction.Match);
        return introduction with
        {
            Seeker = introduction.Seeker with { Name = seeker?.Name ?? introduction.Seeker.Name },
            Counterpart = introduction.Counterpart with { Name = counterpart?.Name ?? introduction.Counterpart.Name },
            MatchName = subject?.Name ?? introduction.MatchName,
            Inside = (introduction.Inside ?? new()) with
            {
                MatchIsPublic = subject?.IsPublic ?? false,
                CounterpartIsPublic = counterpart?.IsPublic ?? false,
            },
        };
    }

    // The stand-in of an officer who is away: a letter to the officer would wait unread.
    private async Task<string?> StandInFor(string? officer) =>
        officer is null
            ? null
            : (await Interests.Declared(GrainFactory, officer))
                .Absences.FirstOrDefault(absence => absence.Holds(time.Today()))
                ?.StandIn
                ?? officer;

    // A side's new link ends the one before it.
    private async Task<Introduction> WithLinks(Introduction introduction, ImmutableArray<Letter> letters)
    {
        foreach (var letter in letters.Where(letter => letter.Link is not null))
        {
            var token = await links.Consent(introduction.Id, letter.Link!.Value, letter.Id);
            introduction = IntroductionLinks.With(
                introduction,
                letter.Link.Value,
                new(TokenHash.Of(token), letter.To, letter.At + IntroductionLinks.Life)
            );
        }

        return introduction;
    }

    private static void CheckProse(string path, string? text)
    {
        var broken = new ValidationErrors();
        broken.CheckProse(path, text, 2_000);
        broken.Throw();
    }

    private static void CheckConclusion(Conclusion conclusion)
    {
        var broken = new ValidationErrors();
        broken.CheckProse("reason", conclusion.Reason, 2_000);
        Check("jobs", conclusion.Jobs, 100_000, 0, "");
        Check("floorArea", conclusion.FloorArea, 1_000_000, 1, "m²");
        Check("investment", conclusion.Investment, 100_000_000_000, 0, "HKD");
        broken.Throw();

        void Check(string path, decimal? number, long most, int digits, string unit)
        {
            if (number is not { } stated)
                return;
            if (conclusion.Outcome is not IntroductionOutcome.Landed)
                broken.Add(path, "notTaken", IntroductionTable.Code(conclusion.Outcome));
            else if (stated < 0 || stated > most)
                broken.Add(path, "outOfRange", "0", most.ToString("N0", CultureInfo.InvariantCulture), unit);
            else if (decimal.Round(stated, digits) != stated)
                broken.Add(path, digits == 0 ? "notWhole" : "oneDecimal");
        }
    }

    private static void CheckPerson(Person? contact)
    {
        var broken = new ValidationErrors();
        broken.CheckText("contact.name", contact?.Name, 200);
        broken.CheckText("contact.email", contact?.Email, 200);
        broken.CheckText("contact.phone", contact?.Phone, 200);
        broken.Throw();
    }
}
