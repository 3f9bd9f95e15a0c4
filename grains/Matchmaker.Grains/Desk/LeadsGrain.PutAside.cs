using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Desk;

/// <summary>Officers' decisions that a lead is not for now, or not suitable.</summary>
internal sealed partial class LeadsGrain
{
    public async Task PutAside(Caller caller, string demand, string match, DateTimeOffset? until, string? reason)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var sought = await GrainFactory.Demand(demand).Get(caller);
        CheckAside(until, reason);
        var (seeker, subject) = (await _sources.Party(sought.Owner), await _sources.Match(sought.Board, match));
        if (seeker is null || subject is null)
            throw new InvalidException(new FieldError("match", "notAMatch"));
        var visibility = new Visibility(RecordKind.MatchDecision, seeker.Party, false, seeker.Row.Visibility.Cleared);
        await CheckInterest(caller, visibility, seeker, subject, sought, match);
        var found = await GrainFactory.Index(sought.Board).MatchOf(caller, demand, match);
        var before = await MatchDecisions.Find(_rows, demand, match);
        var sequence = await GrainFactory.Commit([
            MatchDecisions.Write(
                caller,
                before,
                demand,
                match,
                visibility,
                subject.Counterpart,
                decision =>
                    reason is null
                        ? Later(decision, caller.Email!, until!.Value)
                        : decision with
                        {
                            Unsuitable = Unsuitable.Of(found, caller.Email!, Time.GetUtcNow(), reason),
                        }
            ),
        ]);
        await WaitForProjection(sequence);
        await FlushAll();
    }

    private static MatchDecision Later(MatchDecision decision, string officer, DateTimeOffset until)
    {
        var later = decision.Later ?? ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);
        return decision with { Later = later.SetItem(officer, until.ToUniversalTime()) };
    }

    private async Task CheckInterest(
        Caller caller,
        Visibility visibility,
        PartyFacts seeker,
        Subject subject,
        Demand demand,
        string match
    )
    {
        var interests = (await Interests.Declared(GrainFactory, caller.Email!)).Interests;
        if (!Interests.Touch(interests, seeker.Party, subject.Counterpart, demand.Board, match))
            return;
        await Interests.LogRefusal(
            GrainFactory,
            caller,
            visibility,
            subject.Counterpart,
            new()
            {
                Action = "putAside",
                Demand = demand.Id,
                Match = match,
            }
        );
        throw new ForbiddenException(new FieldError("", "declaredInterest"));
    }

    private void CheckAside(DateTimeOffset? until, string? reason)
    {
        var broken = new ValidationErrors();
        if (until is null && string.IsNullOrWhiteSpace(reason))
            broken.Add("reason", "required");
        if (until <= Time.GetUtcNow())
            broken.Add("until", "notInTheFuture");
        broken.CheckProse("reason", reason, 2_000);
        broken.Throw();
    }
}
