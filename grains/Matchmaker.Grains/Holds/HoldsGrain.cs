using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Listings;
using Matchmaker.Grains.Officers;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Boards;
using Orleans.Concurrency;

namespace Matchmaker.Grains.Holds;

/// <summary>Decides who may hold a space; its building decides whether it can be held.</summary>
[StatelessWorker]
internal sealed class HoldsGrain(Database database, TimeProvider time) : Grain, IHoldsGrain
{
    private readonly HoldRows _holds = new(database);
    private readonly IntroductionSources _sources = new(database);

    public async Task<Space> Hold(
        Caller caller,
        SpaceId space,
        HoldRequest request,
        CancellationToken cancellation = default
    )
    {
        try
        {
            return await TryHold(caller, space, request, cancellation);
        }
        catch (VersionException)
        {
            return await TryHold(caller, space, request, cancellation); // somebody wrote first: look at what stands now
        }
    }

    public async Task Release(Caller caller, SpaceId space, CancellationToken cancellation = default)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        await GrainFactory.Building(space.Building).GetSpace(caller, space.Space, cancellation);
        var known = await _holds.Find(space.ToString(), cancellation);
        if (known is not { Demand: { } demand } || !known.Stands(time.Today()) || !known.IsKnownTo(caller))
            throw new NotFoundException();
        await CheckInterest(caller, "release", space, known.Hold.Record.Demand, demand);
        await GrainFactory
            .Building(space.Building)
            .EndHold(caller, space.Space, known.Hold.Record.Version, cancellation);
    }

    public async Task EndDue()
    {
        foreach (var (hold, _) in (await _holds.All()).Where(known => !known.Stands(time.Today())))
        {
            if (SpaceId.Parse(hold.Record.Id) is not { } space)
                continue;
            try
            {
                await GrainFactory.Building(space.Building).EndHold(Caller.System, space.Space, hold.Record.Version);
            }
            catch (VersionException)
            {
                // Somebody changed the space at the same moment; the next tick repeats it.
            }
        }
    }

    private async Task<Space> TryHold(Caller caller, SpaceId space, HoldRequest request, CancellationToken cancellation)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        var building = GrainFactory.Building(space.Building);
        await building.GetSpace(caller, space.Space, cancellation);
        var demand = await GrainFactory.Demand(request.Demand).Get(caller, cancellation);
        if (demand.Board != BoardTable.Sites.Code || await _sources.Party(demand.Owner) is not { } seeker)
            throw new NotFoundException();
        var visibility = seeker.Row.Visibility with { Kind = RecordKind.Hold, Owner = seeker.Party, Visible = false };
        await CheckInterest(caller, "hold", space, demand.Id, visibility);
        return await building.KeepHold(
            caller,
            space.Space,
            new(demand.Id, request.Until, visibility, seeker.Guard),
            cancellation
        );
    }

    // Each officer's interest in the demand's party, the space's owner or the building.
    private async Task CheckInterest(Caller caller, string action, SpaceId space, string demand, Visibility visibility)
    {
        var owner = (await _sources.Match(BoardTable.Sites.Code, space.ToString()))?.Counterpart;
        var interests = (await Interests.Declared(GrainFactory, caller.Email!)).Interests;
        if (!Interests.Touch(interests, visibility.Owner, owner, BoardTable.Sites.Code, space.ToString()))
            return;
        await Interests.LogRefusal(
            GrainFactory,
            caller,
            visibility,
            owner,
            new()
            {
                Action = action,
                Demand = demand,
                Match = space.ToString(),
            }
        );
        throw new ForbiddenException(new("", "declaredInterest"));
    }
}
