using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Visits;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Visits;

/// <summary>A client's afternoon with several counterparts, from offered times to meetings.</summary>
public sealed class VisitTests
{
    [Theory, OnBoth]
    public async Task Times_that_both_sides_offer_become_an_order_and_the_order_becomes_meetings(Store store)
    {
        await using var system = await TestSystem.On(store);
        var scene = await VisitScene.Set(system, 3);
        var visit = await scene.Visit();

        var plan = await visit.Plan(Some.Officer);
        Assert.All(plan.Stops, stop => Assert.Equal(VisitProblem.NoSeekerTimes, stop.Problem));
        var letters = await scene.Letters();
        await visit.Ask(Some.Officer, 1);
        // The client is asked once, and each counterpart.
        Assert.Equal(letters + 4, await scene.Letters());

        // The client says it in one introduction; an officer enters what a counterpart said by phone.
        await scene.Offer(0, Side.Seeker, (0, 300));
        await scene.Offer(0, Side.Counterpart, (180, 300));
        await scene.Offer(1, Side.Counterpart, (0, 300));
        await scene.Offer(2, Side.Counterpart, byPhone: true, (0, 60), (240, 300));
        Assert.True((await scene.Seen(2)).Counterpart.Times!.ByOffice);

        plan = await visit.Plan(Some.Officer);
        Assert.True(plan.Fits);
        Assert.Equal([2, 1, 0], plan.Stops.Select(stop => scene.IndexOf(stop.Introduction)));
        Assert.Equal(VisitScene.Afternoon, plan.Stops[0].At);
        Assert.Equal(0, plan.Stops[0].Walk);
        Assert.True(plan.Stops[1].At >= VisitScene.Afternoon.AddMinutes(45 + plan.Stops[1].Walk));
        Assert.Equal(VisitScene.Afternoon.AddMinutes(180 + 45), plan.Ends);
        Assert.Equal(plan.Stops.Sum(stop => stop.Walk), plan.Walked);
        Assert.False(plan.IsBooked);
        Assert.All(
            plan.Stops,
            stop =>
                Assert.Equal(
                    (PlannedAct.Meet, MeetingKind.SiteVisit, stop.At, 45, stop.Point),
                    (
                        stop.Booking!.Act,
                        stop.Booking.Meeting!.Kind,
                        stop.Booking.Meeting.At,
                        stop.Booking.Meeting.Minutes,
                        stop.Booking.Meeting.Point
                    )
                )
        );

        var booked = await visit.Book(Some.Officer, 1, Times(plan));
        Assert.Equal(3, booked.Booked.Length);
        Assert.True((await visit.Plan(Some.Officer)).IsBooked);
        Assert.All((await visit.Plan(Some.Officer)).Stops, stop => Assert.Null(stop.Booking));
        foreach (var stop in plan.Stops)
        {
            var introduction = await scene.Seen(scene.IndexOf(stop.Introduction));
            var meeting = Assert.Single(introduction.Meetings);
            Assert.Equal(
                (IntroductionState.Underway, MeetingKind.SiteVisit, stop.At, 45, 0),
                (introduction.State, meeting.Kind, meeting.At, meeting.Minutes, meeting.Revision)
            );
            Assert.Contains(scene.Cast.Seeker.Email, meeting.People);
            // Both sides' pages and calendars show it on a map.
            Assert.NotNull(stop.Point);
            Assert.Equal(stop.Point, meeting.Point);
        }

        // One side changes its times: the plan follows, and a booking moves only what changed.
        await scene.Offer(0, Side.Counterpart, (240, 300));
        plan = await visit.Plan(Some.Officer);
        Assert.False(plan.IsBooked);
        var moved = Assert.Single(plan.Stops, stop => stop.Booking is not null);
        var change = moved.Booking!;
        Assert.Equal(
            (PlannedAct.Rebook, moved.Booked!.Id, moved.At),
            (change.Act, change.Meeting!.Id, change.Meeting.At)
        );
        Assert.Equal(moved.Booked.People.AsEnumerable(), change.Meeting.People);
        booked = await visit.Book(Some.OtherOfficer, booked.Version, Times(plan));
        Assert.Equal("1 0 0", string.Join(' ', await scene.Revisions()));
        Assert.Equal(booked.Version, (await visit.Book(Some.Officer, booked.Version, Times(plan))).Version);
        Assert.Equal("1 0 0", string.Join(' ', await scene.Revisions()));

        // A stop that goes takes its meeting with it; the rest goes with the visit.
        var shorter = await visit.Put(
            Some.Officer,
            booked with
            {
                Stops = [.. booked.Stops.Where(stop => scene.IndexOf(stop.Introduction) != 1)],
            },
            booked.Version,
            true
        );
        plan = await visit.Plan(Some.Officer);
        var two = await visit.Book(Some.Officer, shorter.Record.Version, Times(plan));
        Assert.True((await scene.Seen(1)).Meetings.Single().Cancelled);
        await Assert.ThrowsAsync<ConflictException>(() => visit.Delete(Some.Officer, two.Version));
        var over = await visit.Cancel(Some.Officer, two.Version);
        Assert.All(await scene.AllMeetings(), meeting => Assert.True(meeting.Cancelled));
        await visit.Delete(Some.Officer, over.Version);
    }

    [Theory, OnBoth]
    public async Task Of_two_officers_who_book_the_same_introductions_at_once_one_books_all_and_one_nothing(Store store)
    {
        await using var system = await TestSystem.On(store);
        var scene = await VisitScene.Set(system, 3);
        await scene.OfferAll();
        // In opposite orders, so that each would hold what the other wants.
        IVisitGrain[] visits = [await scene.Visit(), await scene.Visit(reversed: true)];
        var plans = await Task.WhenAll(visits.Select(visit => visit.Plan(Some.Officer)));
        var held = system.Commits.Hold(RecordKind.Visit);
        var booking = visits
            .Select(
                async (visit, i) =>
                {
                    try
                    {
                        await visit.Book(i == 0 ? Some.Officer : Some.OtherOfficer, 1, Times(plans[i]));
                        return [];
                    }
                    catch (InvalidException refused)
                    {
                        return refused.Errors;
                    }
                }
            )
            .ToList();
        // Both have decided by what they read; now one of them writes first.
        await Eventually.Until("both are on their way to the journal", () => held.Arrived == 2);
        held.Release();
        var refusals = await Task.WhenAll(booking);

        Assert.Single(refusals, refusal => refusal.IsEmpty);
        Assert.Equal(
            [("stops[0]", "visitOtherMeeting"), ("stops[1]", "visitOtherMeeting"), ("stops[2]", "visitOtherMeeting")],
            refusals.Single(refusal => !refusal.IsEmpty).Select(error => (error.Path, error.Code))
        );
        Assert.Equal(3, (await scene.AllMeetings()).Count);
    }

    [Theory, OnBoth]
    public async Task A_visit_is_refused_whole_where_one_introduction_can_no_longer_be_booked(Store store)
    {
        await using var system = await TestSystem.On(store);
        var scene = await VisitScene.Set(system, 3);
        await scene.OfferAll();
        var visit = await scene.Visit();
        var plan = await visit.Plan(Some.Officer);
        var last = await scene.Seen(2);
        await scene.Grain(2).Conclude(Some.Officer, last.Version, new(IntroductionOutcome.NoFit));

        var refused = await Assert.ThrowsAsync<InvalidException>(() => visit.Book(Some.Officer, 1, Times(plan)));
        Assert.Equal(("stops[2]", "visitNotBookable"), (refused.Errors.Single().Path, refused.Errors[0].Code));
        Assert.Empty(await scene.AllMeetings());

        // Another plan than the one seen is not booked either.
        var rest = await visit.Put(
            Some.Officer,
            (await visit.Get(Some.Officer)) with
            {
                Stops = [.. (await visit.Get(Some.Officer)).Stops[..2]],
            },
            1,
            true
        );
        await Assert.ThrowsAsync<ConflictException>(() =>
            visit.Book(Some.Officer, rest.Record.Version, [.. Times(plan)[..2].Reverse()])
        );
        Assert.Empty(await scene.AllMeetings());
        // Somebody with an interest in one of them moves nothing.
        await system
            .Grains.Officer(Some.OtherOfficer.Email!)
            .Put(Some.OtherOfficer, new() { Interests = ["owners/o1"] }, null, true);
        plan = await visit.Plan(Some.OtherOfficer);
        var interested = await Assert.ThrowsAsync<InvalidException>(() =>
            visit.Book(Some.OtherOfficer, rest.Record.Version, Times(plan))
        );
        Assert.All(interested.Errors, error => Assert.Equal("declaredInterest", error.Code));
        Assert.Empty(await scene.AllMeetings());
    }

    [Theory, OnBoth]
    public async Task A_side_s_times_are_its_own_and_the_office_s(Store store)
    {
        await using var system = await TestSystem.On(store);
        var scene = await VisitScene.Set(system, 1);
        var (grain, cast) = (scene.Grain(0), scene.Cast);
        var before = await grain.Get(cast.Counterpart);
        await scene.Offer(0, Side.Seeker, (0, 60), (30, 90));

        Assert.Equal(
            new TimeSlot(VisitScene.Afternoon.ToUniversalTime(), VisitScene.Afternoon.AddMinutes(90).ToUniversalTime()),
            Assert.Single((await grain.Get(cast.Seeker)).Seeker.Times!.Slots)
        );
        var other = await grain.Get(cast.Counterpart);
        Assert.Equal((null, before.Version), (other.Seeker.Times, other.Version));
        Assert.NotNull((await grain.Get(Some.Officer)).Seeker.Times);
        // Nobody answers for the other side, and the office says for whom.
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            grain.OfferTimes(cast.Counterpart, before.Version, Side.Seeker, [])
        );
        var version = (await grain.Get(Some.Officer)).Version;
        var unnamed = await Assert.ThrowsAsync<InvalidException>(() =>
            grain.OfferTimes(Some.Officer, version, null, [])
        );
        Assert.Equal("side", unnamed.Errors.Single().Path);
        var wrong = await Assert.ThrowsAsync<InvalidException>(() =>
            grain.OfferTimes(
                Some.Officer,
                version,
                Side.Seeker,
                [
                    VisitScene.Slot(-3 * 24 * 60, -3 * 24 * 60 + 60),
                    VisitScene.Slot(0, 10),
                    VisitScene.Slot(0, 24 * 60),
                    VisitScene.Slot(300 * 24 * 60, (300 * 24 * 60) + 60),
                    new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
                ]
            )
        );
        Assert.Equal(
            [
                ("slots[0].to", "notInTheFuture"),
                ("slots[1].to", "tooShort"),
                ("slots[2].to", "otherDay"),
                ("slots[3].from", "tooFarAhead"),
                ("slots[4].to", "otherDay"),
            ],
            wrong.Errors.Select(error => (error.Path, error.Code))
        );
    }

    [Theory, OnBoth]
    public async Task A_visit_names_one_client_s_introductions_once_each(Store store)
    {
        await using var system = await TestSystem.On(store);
        var scene = await VisitScene.Set(system, 1);
        await system.Grains.Enterprise("e2").Put(Some.Officer, Some.Enterprise(), null, true);
        var good = scene.Draft();
        foreach (
            var (draft, path, code) in new (Visit, string, string)[]
            {
                (good with { Owner = null }, "owner", "required"),
                (good with { Owner = "enterprises/e2" }, "stops[0].introduction", "notOfThisClient"),
                (good with { Stops = [] }, "stops", "required"),
                (good with { Stops = [new(Some.Id(9))] }, "stops[0].introduction", "noSuchIntroduction"),
                (good with { Stops = [good.Stops[0], good.Stops[0]] }, "stops[1].introduction", "repeated"),
                (good with { Stops = [good.Stops[0] with { Minutes = 5 }] }, "stops[0].minutes", "outOfRange"),
                (good with { Start = new(" ", new(22.3, 114.2)) }, "start.text", "required"),
                (good with { Start = new("Pier", new(51.5, 0)) }, "start.point", "notAPoint"),
                (good with { Window = VisitScene.Slot(-4_000, -3_900) }, "window.to", "notInTheFuture"),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<InvalidException>(() =>
                system.Grains.Visit(RecordIds.New()).Put(Some.Officer, draft, null, false)
            );
            Assert.Equal((path, code), (refused.Errors[0].Path, refused.Errors[0].Code));
        }

        // Only the office plans, and nobody else knows that there is a plan.
        var visit = await scene.Visit();
        foreach (var party in new[] { scene.Cast.Seeker, scene.Cast.Counterpart })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => visit.Get(party));
            await Assert.ThrowsAsync<NotFoundException>(() => visit.Plan(party));
        }
    }

    private static ImmutableArray<SeenTime> Times(VisitPlan plan) =>
        [.. plan.Stops.Select(stop => new SeenTime(stop.Introduction, stop.At!.Value))];
}
