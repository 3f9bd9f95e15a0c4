using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Introductions;

internal sealed partial class IntroductionGrain
{
    public async Task<Introduction> Suggest(
        Caller caller,
        string demand,
        string match,
        CancellationToken cancellation = default
    )
    {
        var asked = await GrainFactory.Demand(demand).Get(caller, cancellation);
        var pair = await MatchDecisions.Find(_rows, demand, match);
        if (await FindOpen(pair) is { } open)
            return await GrainFactory.Introduction(open).Join(caller);
        if (await Read() is not null)
            throw new VersionException(); // a repeated request: the introduction exists
        var found = await GrainFactory.Index(asked.Board).MatchOf(caller, demand, match, cancellation);
        var subject = found is null ? null : await _sources.Match(asked.Board, match);
        var (seeker, counterpart) = await FindParties(asked, subject);

        var suggested = await Draft(caller, asked, match, found!, subject!, seeker, counterpart);
        await CheckInterest(caller, suggested, VisibilityOf(seeker, counterpart), "suggest");
        var visibility = VisibilityOf(seeker, counterpart);
        return await Save(
            caller,
            new(suggested, visibility),
            suggested,
            isNew: true,
            MatchDecisions.Write(
                caller,
                pair,
                demand,
                match,
                visibility,
                counterpart.Party,
                decision => decision with { Introduction = Key }
            )
        );
    }

    /// <exception cref="InvalidException">It is no match, or nobody is known to introduce.</exception>
    private async Task<(PartyFacts Seeker, PartyFacts Counterpart)> FindParties(Demand demand, Subject? subject)
    {
        if (subject is null)
            throw new InvalidException(new FieldError("match", "notAMatch"));
        var (seeker, counterpart) = (
            await _sources.Party(demand.Owner),
            subject.Counterpart is { } offering ? await _sources.Party(offering) : null
        );
        if (seeker is null || counterpart is null)
            throw new InvalidException(new FieldError("match", "noCounterpart"));
        return seeker.Party != counterpart.Party
            ? (seeker, counterpart)
            : throw new InvalidException(new FieldError("match", "ownParty"));
    }

    private async Task<Introduction> Draft(
        Caller caller,
        Demand demand,
        string matchId,
        Match match,
        Subject subject,
        PartyFacts seeker,
        PartyFacts counterpart
    )
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = Key,
            Demand = demand.Id,
            DemandName = demand.Name,
            Match = matchId,
            MatchName = subject.Name,
            Board = demand.Board,
            AskedBy = caller.IsOffice ? null : Side.Seeker,
            Officer = caller.IsOffice ? caller.Email : null,
            Seeker = new()
            {
                Party = seeker.Party.ToString(),
                Name = seeker.Name,
                Alias = await GrainFactory.Aliases(seeker.Party).For(counterpart.Party),
            },
            Counterpart = new()
            {
                Party = counterpart.Party.ToString(),
                Name = counterpart.Name,
                Alias = await GrainFactory.Aliases(counterpart.Party).For(seeker.Party),
            },
            Score = match.Score,
            Verdict = match.Verdict,
            CreatedAt = now,
            MovedAt = now,
            MovedBy = caller.Email,
            Inside = new(
                MatchIsPublic: subject.IsPublic,
                CounterpartIsPublic: counterpart.IsPublic,
                Industry: (seeker.Enterprise ?? counterpart.Enterprise)?.Industry,
                District: (subject.Values.GetValueOrDefault(Admission.District) as CodeValue)?.Code
            ),
        };
    }

    public async Task<Introduction> Join(Caller caller)
    {
        var stored = await Read() ?? throw new NotFoundException();
        // A refusal would reveal the introduction to a seeker who does not know of it, so the seeker may ask for it
        // too.
        if (stored.Record.SideOf(caller) is not Side.Seeker || stored.Record.Knows(Side.Seeker))
            throw new ConflictException(new("", "openIntroduction"));
        return await Save(caller, stored, stored.Record with { AskedBy = Side.Seeker });
    }

    /// <summary>The id of the pair's open introduction; null: it has none, or this is it.</summary>
    private async Task<string?> FindOpen(Stored<MatchDecision>? pair) =>
        pair?.Record.Introduction is { } known
        && known != Key
        && await _rows.Find(RecordKind.Introduction, known) is { Body: { } body }
        && !RecordJson.Read<Introduction>(body).IsClosed
            ? known
            : null;

    /// <summary>Who of the office may know of it: who may know of both sides.</summary>
    private static Visibility VisibilityOf(PartyFacts seeker, PartyFacts counterpart)
    {
        var (ofSeeker, ofCounterpart) = (seeker.Row.Visibility.Cleared, counterpart.Row.Visibility.Cleared);
        ImmutableArray<string>? cleared =
            ofSeeker is { } a && ofCounterpart is { } b
                ? [.. a.Intersect(b, StringComparer.OrdinalIgnoreCase)]
                : ofSeeker ?? ofCounterpart;
        return new(RecordKind.Introduction, seeker.Party, false, cleared);
    }
}
