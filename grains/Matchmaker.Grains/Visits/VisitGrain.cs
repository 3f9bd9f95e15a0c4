using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Visits;
using Matchmaker.Grains.Introductions;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Visits;

/// <summary>
/// A visit. Its plan is made anew at each reading; its booking is one commit with the introductions, each of which
/// decides its own part.
/// </summary>
internal sealed partial class VisitGrain(Database database, TimeProvider time)
    : PartyOwnedGrain<Visit>(RecordKind.Visit, database, RecordKind.Enterprise, RecordKind.Firm),
        IVisitGrain
{
    private const int MaxTries = 4;

    private readonly IntroductionSources _sources = new(database);

    public async Task<VisitPlan> Plan(Caller caller, CancellationToken cancellation = default)
    {
        var visit = await Get(caller, cancellation);
        return VisitPlanning.Of(visit, await Known(caller, visit), time.GetUtcNow());
    }

    public Task<Visit> Book(Caller caller, long expected, ImmutableArray<SeenTime> seen) =>
        Change(caller, expected, visit => Booking(caller, visit, seen));

    public Task<Visit> Cancel(Caller caller, long expected) =>
        Change(
            caller,
            expected,
            async visit => (visit with { Booked = [] }, await Cancelled(caller, visit, visit.Booked))
        );

    public async Task<VisitPlan> Ask(Caller caller, long expected)
    {
        await Change(caller, expected, async visit => (visit, await Asked(caller, visit, await Known(caller, visit))));
        return await Plan(caller);
    }

    public override async Task Delete(Caller caller, long expected, CancellationToken cancellation = default)
    {
        Invalidate();
        await EnsureLoaded();
        var before = WritePreconditions.Before(caller, RecordKind.Visit, Current, expected)!.Record;
        foreach (var booked in before.Booked)
        {
            var introduction = await Lookups.OrNull(() => GrainFactory.Introduction(booked.Introduction).Get(caller));
            if (VisitPlanning.Booked(before, introduction, time.GetUtcNow()) is not null)
                throw new ConflictException(new("", "visitBooked"));
        }

        await base.Delete(caller, expected, cancellation);
    }

    protected override async ValueTask<Stored<Visit>> Decide(
        Caller caller,
        Visit body,
        Stored<Visit>? before,
        bool chosen
    )
    {
        var broken = new ValidationErrors();
        var owner = body.Owner ?? before?.Record.Owner;
        var visibility = await ResolveOwnership(caller, owner, before is null, chosen, broken);
        var visit = body with
        {
            Owner = owner,
            Booked = before?.Record.Booked ?? [],
            By = before is null ? caller.Email : before.Record.By,
        };
        VisitRules.Check(visit, before?.Record, broken, time.GetUtcNow());
        broken.Throw();
        for (var i = 0; i < visit.Stops.Length; i++)
        {
            var stop = visit.Stops[i];
            if (await Lookups.OrNull(() => GrainFactory.Introduction(stop.Introduction).Get(caller)) is not { } known)
                broken.Add($"stops[{i}].introduction", "noSuchIntroduction");
            else if (known.Seeker.Party != owner)
                broken.Add($"stops[{i}].introduction", "notOfThisClient");
        }

        broken.Throw();
        return new(visit, visibility!);
    }

    protected override RecordWrite Write(Caller caller, Stored<Visit>? before, Stored<Visit>? next) =>
        WritePreconditions.Write(caller, RecordKind.Visit, Key, before, next, Key, null);

    /// <summary>Writes the visit with parts of its introductions, all or none.</summary>
    /// <param name="decide">
    /// The visit to store and the introductions' parts. Called again where one of them changed meanwhile.
    /// </param>
    private async Task<Visit> Change(
        Caller caller,
        long expected,
        Func<Visit, Task<(Visit Next, ImmutableArray<PreparedAct> Parts)>> decide
    )
    {
        for (var tries = 1; ; tries++)
        {
            Invalidate();
            await EnsureLoaded();
            var before = WritePreconditions.Before(caller, RecordKind.Visit, Current, expected)!;
            var (record, parts) = await decide(before.Record);
            var next = before with { Record = record };
            var isSame = RecordJson.Same(record, before.Record);
            if (isSame && parts.IsEmpty)
                return record;
            long sequence;
            try
            {
                sequence = await GrainFactory.Commit([
                    isSame
                        ? new RecordWrite.Guard(RecordKind.Visit, Key, before.Record.Version)
                        : Write(caller, before, next),
                    // Introductions of one client guard the same records.
                    .. parts.SelectMany(part => part.Writes).Distinct(),
                ]);
            }
            catch (VersionException) when (tries < MaxTries)
            {
                continue; // an introduction changed since it was read
            }

            foreach (var part in parts)
                await GrainFactory.WaitForProjections(RecordKind.Introduction, part.Introduction, sequence);
            await GrainFactory.Outbox().Wake();
            return isSame ? record : Accept(next).Record;
        }
    }

    private async Task<(Visit Next, ImmutableArray<PreparedAct> Parts)> Booking(
        Caller caller,
        Visit visit,
        ImmutableArray<SeenTime> seen
    )
    {
        var stops = await Known(caller, visit);
        var plan = VisitPlanning.Of(visit, stops, time.GetUtcNow());
        CheckFits(visit, plan);
        if (!plan.Stops.Select(stop => new SeenTime(stop.Introduction, stop.At!.Value)).SequenceEqual(seen))
            throw new ConflictException(new("", "visitChanged"));
        var (booked, parts) = (new List<VisitMeeting>(), new List<PreparedAct>());
        var broken = new ValidationErrors();
        foreach (var stop in plan.Stops)
        {
            if (stop.Booking is not { } booking)
            {
                booked.Add(new(stop.Introduction, stop.Booked!.Id));
                continue;
            }

            var index = visit.Stops.ToList().FindIndex(given => given.Introduction == stop.Introduction);
            if (await Part(caller, booking, stop.Introduction, $"stops[{index}]", broken) is not { } part)
                continue;
            parts.Add(part);
            booked.Add(new(stop.Introduction, stop.Booked?.Id ?? part.Introduction.Meetings[^1].Id));
        }

        broken.Throw();
        var gone = visit.Booked.Except(booked);
        return (visit with { Booked = [.. booked] }, [.. parts, .. await Cancelled(caller, visit, gone)]);
    }

    private static void CheckFits(Visit visit, VisitPlan plan)
    {
        var broken = new ValidationErrors();
        foreach (var stop in plan.Stops.Where(stop => stop.At is null))
        {
            var index = visit.Stops.ToList().FindIndex(given => given.Introduction == stop.Introduction);
            broken.Add($"stops[{index}]", $"visit{stop.Problem}");
        }

        broken.Throw();
    }

    // A meeting that was held, cancelled by hand or ended with its introduction needs nothing.
    private async Task<ImmutableArray<PreparedAct>> Cancelled(
        Caller caller,
        Visit visit,
        IEnumerable<VisitMeeting> meetings
    )
    {
        var (parts, broken) = (new List<PreparedAct>(), new ValidationErrors());
        foreach (var meeting in meetings)
        {
            var introduction = await Lookups.OrNull(() => GrainFactory.Introduction(meeting.Introduction).Get(caller));
            if (VisitPlanning.Booked(visit with { Booked = [meeting] }, introduction, time.GetUtcNow()) is null)
                continue;
            var plan = new Plan(PlannedAct.CancelMeeting, MeetingId: meeting.Meeting);
            if (await Part(caller, plan, meeting.Introduction, "booked", broken) is { } part)
                parts.Add(part);
        }

        broken.Throw();
        return [.. parts];
    }

    private async Task<ImmutableArray<KnownStop>> Known(Caller caller, Visit visit)
    {
        var known = new List<KnownStop>();
        foreach (var stop in visit.Stops)
        {
            var introduction = await Lookups.OrNull(() => GrainFactory.Introduction(stop.Introduction).Get(caller));
            var subject = introduction?.Match is { } match ? await _sources.Match(introduction.Board, match) : null;
            known.Add(
                new(
                    stop,
                    introduction,
                    introduction?.Counterpart.Details?.Address ?? subject?.Address ?? subject?.Name,
                    subject?.Values.GetValueOrDefault(StationDistance.Location) as PointValue
                )
            );
        }

        return [.. known];
    }
}
