using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Pins;

/// <summary>A pin or demotion: it needs a reason and two officers without an interest.</summary>
internal sealed class PinGrain(Database database) : RecordGrain<Pin>(RecordKind.Pin, database), IPinGrain
{
    private readonly IntroductionSources _sources = new(database);

    public async Task<Pin> Approve(Caller caller, long expected, CancellationToken cancellation = default)
    {
        Invalidate();
        await EnsureLoaded();
        var before = WritePreconditions.Before(caller, RecordKind.Pin, Current, expected)!;
        if (before.Record.ProposedBy == caller.Email)
            throw new ConflictException(new("", "secondOfficer"));
        return (await Change(caller, before, before.Record with { ApprovedBy = caller.Email })).Record;
    }

    public override async Task<Pin> Get(Caller caller, CancellationToken cancellation = default)
    {
        Invalidate(); // its visibility follows its demand's owner
        return await base.Get(caller, cancellation);
    }

    protected override async ValueTask<Stored<Pin>> Decide(Caller caller, Pin body, Stored<Pin>? before, bool chosen)
    {
        var demand = await GrainFactory.Demand(body.Demand).Get(caller);
        var broken = new ValidationErrors();
        if (string.IsNullOrWhiteSpace(body.Reason))
            broken.Add("reason", "required");
        broken.CheckProse("reason", body.Reason, 2_000);
        if (before is not null && (body.Demand, body.Match) != (before.Record.Demand, before.Record.Match))
            broken.Add("match", "final");
        if (await GrainFactory.Index(demand.Board).MatchOf(caller, demand.Id, body.Match) is null)
            broken.Add("match", "notAMatch");
        broken.Throw();
        var (seeker, subject) = (await _sources.Party(demand.Owner), await _sources.Match(demand.Board, body.Match));
        var visibility = new Visibility(
            RecordKind.Pin,
            PartyId.Parse(demand.Owner),
            false,
            seeker?.Row.Visibility.Cleared
        );
        await CheckInterest(caller, visibility, demand, subject, body.Match);
        // The approval holds for the previous text: a change needs a new one.
        return new(body with { ProposedBy = caller.Email, ApprovedBy = null }, visibility);
    }

    protected override RecordWrite Write(Caller caller, Stored<Pin>? before, Stored<Pin>? next) =>
        WritePreconditions.Write(caller, RecordKind.Pin, Key, before, next, "", null, (next ?? before)!.Record.Demand);

    private async Task<Stored<Pin>> Change(Caller caller, Stored<Pin> before, Pin next)
    {
        var demand = await GrainFactory.Demand(next.Demand).Get(caller);
        await CheckInterest(
            caller,
            before.Visibility,
            demand,
            await _sources.Match(demand.Board, next.Match),
            next.Match
        );
        await Commit([Write(caller, before, before with { Record = next })]);
        return Accept(before with { Record = next });
    }

    private async Task CheckInterest(
        Caller caller,
        Visibility visibility,
        Demand demand,
        Subject? subject,
        string match
    )
    {
        var interests = (await Interests.Declared(GrainFactory, caller.Email!)).Interests;
        if (!Interests.Touch(interests, PartyId.Parse(demand.Owner), subject?.Counterpart, demand.Board, match))
            return;
        await Interests.LogRefusal(
            GrainFactory,
            caller,
            visibility,
            subject?.Counterpart,
            new()
            {
                Action = "pin",
                Demand = demand.Id,
                Match = match,
            }
        );
        throw new ForbiddenException(new FieldError("", "declaredInterest"));
    }
}
