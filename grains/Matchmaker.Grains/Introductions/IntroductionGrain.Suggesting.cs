using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Results;

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
        if (await OpenOne(pair) is { } open)
            return await GrainFactory.Introduction(open).Join(caller);
        if (await Read() is not null)
            throw new VersionException(); // a repeat: what the first one made is there
        var found = await GrainFactory.Index(asked.Board).MatchOf(caller, demand, match, cancellation);
        var subject = found is null ? null : await _sources.Match(asked.Board, match);
        var (seeker, counterpart) = await Sought(asked, subject);

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
                one => one with { Introduction = Key }
            )
        );
    }

    /// <exception cref="InvalidException">It is no match, or nobody is known to introduce.</exception>
    private async Task<(PartyFacts Seeker, PartyFacts Counterpart)> Sought(Demand demand, Subject? subject)
    {
        if (subject is null)
            throw new InvalidException(new FieldError("match", "notAMatch"));
        var (seeker, counterpart) = (await _sources.Party(demand.Owner), await _sources.Party(subject.Counterpart));
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
                Party = seeker.Party,
                Name = seeker.Name,
                Alias = await GrainFactory.Aliases(seeker.Party).For(counterpart.Party),
            },
            Counterpart = new()
            {
                Party = counterpart.Party,
                Name = counterpart.Name,
                Alias = await GrainFactory.Aliases(counterpart.Party).For(seeker.Party),
            },
            Score = match.Score,
            Verdict = match.Verdict,
            CreatedAt = now,
            MovedAt = now,
            MovedBy = caller.Email,
            Inside = new(MatchIsPublic: subject.IsPublic, CounterpartIsPublic: counterpart.IsPublic),
        };
    }

    public async Task<Introduction> Join(Caller caller)
    {
        var it = await Read() ?? throw new NotFoundException();
        // Because a side that knows nothing of it must not learn of it by a refusal, it may ask for it all the same.
        if (it.Record.SideOf(caller) is not Side.Seeker || it.Record.Knows(Side.Seeker))
            throw new ConflictException(new("", "openIntroduction"));
        return await Save(caller, it, it.Record with { AskedBy = Side.Seeker });
    }

    /// <summary>The id of the pair's open introduction; null: it has none, or this is it.</summary>
    private async Task<string?> OpenOne(Stored<MatchDecision>? pair) =>
        pair?.Record.Introduction is { } known
        && known != Key
        && await _rows.Find(RecordKind.Introduction, known) is { Body: { } body }
        && !RecordJson.Read<Introduction>(body).IsClosed
            ? known
            : null;

    /// <summary>Who of the office may know of it: who may know of both sides.</summary>
    private static Visibility VisibilityOf(PartyFacts seeker, PartyFacts counterpart)
    {
        var (one, other) = (seeker.Row.Visibility.Cleared, counterpart.Row.Visibility.Cleared);
        ImmutableArray<string>? cleared =
            one is { } a && other is { } b ? [.. a.Intersect(b, StringComparer.OrdinalIgnoreCase)] : one ?? other;
        return new(RecordKind.Introduction, seeker.Party, false, cleared);
    }
}
