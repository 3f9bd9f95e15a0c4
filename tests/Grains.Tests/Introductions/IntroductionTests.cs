using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Introductions;

public sealed class IntroductionTests
{
    [Theory, OnBoth]
    public async Task Brings_two_parties_together_step_by_step(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var (grain, agreed) = await cast.Agreed();
        Assert.Equal((IntroductionState.Agreed, Holder.Officer), (agreed.State, agreed.Holder));
        Assert.Null((await grain.Get(cast.Seeker)).Counterpart.Name);

        await grain.Introduce(Some.Officer, agreed.Version);
        var told = await grain.Get(cast.Seeker);
        Assert.Equal("Harbour Estates", told.Counterpart.Name!.En);
        Assert.Equal([new Person("Mr Lee", null, "2345 6789")], told.Counterpart.Details!.People);
        Assert.Equal(
            [new Person(Email: cast.Seeker.Email)],
            (await grain.Get(cast.Counterpart)).Seeker.Details!.People
        );

        var met = await grain.Meet(
            Some.Officer,
            agreed.Version + 1,
            new("", MeetingKind.SiteVisit, Some.Noon.AddDays(3), 60, "Lobby", [])
        );
        Assert.Equal((IntroductionState.Underway, cast.Seeker.Email), (met.State, met.Meetings[0].People[0]));
        var moved = await grain.Rebook(Some.Officer, met.Version, met.Meetings[0] with { Place = "Loading bay" });
        Assert.Equal(("Loading bay", 1), (moved.Meetings[0].Place, moved.Meetings[0].Revision));
        var done = await grain.Conclude(
            Some.Officer,
            moved.Version,
            new(IntroductionOutcome.Landed, Jobs: 12, FloorArea: 340.5m, Investment: 8_000_000)
        );
        Assert.Equal((IntroductionState.Concluded, new DateOnly(2027, 2, 24)), (done.State, done.AftercareOn));
        Assert.Equal((12, 340.5m, 8_000_000m), (done.Jobs, done.FloorArea, done.Investment));
        foreach (var side in new[] { cast.Seeker, cast.Counterpart })
        {
            var own = await grain.Get(side);
            Assert.Equal((null, null, null), (own.Jobs, own.FloorArea, own.Investment));
        }
    }

    [Theory, OnBoth]
    public async Task Is_known_to_a_party_only_once_it_asked_or_was_asked(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var asked = cast.New();
        var suggested = await asked.Suggest(cast.Seeker, Cast.Demand, Cast.Match);

        Assert.Equal(IntroductionState.Suggested, (await asked.Get(cast.Seeker)).State);
        foreach (var stranger in new[] { cast.Counterpart, Some.Person("e2"), Some.Maker() })
            await Assert.ThrowsAsync<NotFoundException>(() => asked.Get(stranger));
        Assert.Empty((await system.Grains.Desk().List(cast.Counterpart, null, null, null, 100)).Items);

        await asked.Offer(Some.Officer, suggested.Version, new());
        var seen = await asked.Get(cast.Counterpart);
        Assert.Equal((1, null, null), (seen.Version, seen.Seeker.Name, seen.Demand));
        Assert.Equal("area", Assert.Single(seen.Seeker.Teaser!.Needs!.Value).Attribute);
        Assert.Equal(
            asked.GetPrimaryKeyString(),
            Assert.Single((await system.Grains.Desk().List(cast.Counterpart, null, null, null, 100)).Items).Id
        );
    }

    [Theory, OnBoth]
    public async Task An_officer_never_answers_for_a_party_and_a_party_never_acts_for_the_office(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var (grain, introduction) = await cast.Offered();

        await Assert.ThrowsAsync<ForbiddenException>(() => grain.Consent(Some.Officer, introduction.Version, null));
        await Assert.ThrowsAsync<ForbiddenException>(() => grain.Introduce(cast.Seeker, 1));
        var early = await Assert.ThrowsAsync<ConflictException>(() =>
            grain.Introduce(Some.Officer, introduction.Version)
        );
        Assert.Equal(["agreed", "offered", "declined", "expired"], early.Allowed!.Value);
        foreach (var mailbox in new[] { Some.OtherOfficer.Email, "friend@elsewhere" })
        {
            var (other, suggested) = (cast.New(), default(Introduction));
            await cast.Space($"for-{mailbox!.Length}");
            suggested = await other.Suggest(Some.Officer, Cast.Demand, $"b1/for-{mailbox.Length}");
            var refused = await Assert.ThrowsAsync<InvalidException>(() =>
                other.Offer(Some.Officer, suggested.Version, new(CounterpartMailbox: mailbox))
            );
            Assert.Equal("counterpartMailbox", Assert.Single(refused.Errors).Path);
        }
    }

    [Theory, OnBoth]
    public async Task Of_two_concurrent_acts_the_first_wins(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var grain = cast.New();
        var introduction = await grain.Suggest(Some.Officer, Cast.Demand, Cast.Match);

        var acts = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async i =>
                {
                    try
                    {
                        return await grain.Offer(
                            i % 2 == 0 ? Some.Officer : Some.OtherOfficer,
                            introduction.Version,
                            new()
                        );
                    }
                    catch (VersionException)
                    {
                        return null;
                    }
                })
        );

        var won = Assert.Single(acts, act => act is not null);
        Assert.Equal(won!.MovedBy, (await grain.Get(Some.OtherOfficer)).MovedBy);
    }

    [Theory, OnBoth]
    public async Task A_match_has_one_open_introduction_at_a_time(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var first = cast.New();
        var introduction = await first.Suggest(Some.Officer, Cast.Demand, Cast.Match);

        await Assert.ThrowsAsync<ConflictException>(() =>
            cast.New().Suggest(Some.OtherOfficer, Cast.Demand, Cast.Match)
        );
        // The seeker, who knows of nothing, asks for the same: it becomes known to it instead of a refusal that tells.
        await Assert.ThrowsAsync<NotFoundException>(() => first.Get(cast.Seeker));
        Assert.Equal(introduction.Id, (await cast.New().Suggest(cast.Seeker, Cast.Demand, Cast.Match)).Id);
        Assert.Equal(Side.Seeker, (await first.Get(cast.Seeker)).AskedBy);

        await first.Conclude(Some.Officer, introduction.Version + 1, new(IntroductionOutcome.NoFit));
        Assert.NotEqual(introduction.Id, (await cast.New().Suggest(Some.OtherOfficer, Cast.Demand, Cast.Match)).Id);
    }

    [Theory, OnBoth]
    public async Task An_officer_with_an_interest_neither_takes_nor_moves_and_the_try_is_logged(Store store)
    {
        await using var system = await TestSystem.On(store);
        var cast = await Cast.Set(system);
        var (grain, introduction) = await cast.Offered();
        await system
            .Grains.Officer(Some.OtherOfficer.Email!)
            .Put(Some.OtherOfficer, new() { Interests = ["buildings/b1"] }, null, true);

        foreach (
            var tried in new Func<Task>[]
            {
                () => grain.Conclude(Some.OtherOfficer, introduction.Version, new(IntroductionOutcome.NoFit)),
                () => system.Grains.Leads().PutAside(Some.OtherOfficer, Cast.Demand, Cast.Match, null, "not now"),
                () =>
                    system
                        .Grains.Pin(RecordIds.New())
                        .Put(
                            Some.OtherOfficer,
                            new()
                            {
                                Demand = Cast.Demand,
                                Match = Cast.Match,
                                Kind = PinKind.Pin,
                                Reason = "mine",
                            },
                            null,
                            false
                        ),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<ForbiddenException>(tried);
            Assert.Equal("declaredInterest", refused.Reason!.Code);
        }

        var log = await system.Grains.Log().List(Some.Admin, "enterprises/e1", null, 100);
        Assert.Equal(3, log.Count(entry => entry.Kind == RecordKind.Refusal && entry.Actor == Some.OtherOfficer.Email));
        await Assert.ThrowsAsync<InvalidException>(() =>
            grain.Assign(Some.Officer, introduction.Version, Some.OtherOfficer.Email!)
        );
    }

    [Theory, OnBoth]
    public async Task A_pin_stands_with_a_second_officer_and_changes_no_score(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Cast.Set(system);
        var before = await system.Grains.Index("sites").Matches(Some.Officer, Cast.Demand, 10);
        var pin = system.Grains.Pin(Some.Id(7));
        var asked = await pin.Put(
            Some.Officer,
            new()
            {
                Demand = Cast.Demand,
                Match = Cast.Match,
                Kind = PinKind.Demote,
                Reason = "Owner on holiday",
            },
            null,
            false
        );

        Assert.Null(asked.Record.ApprovedBy);
        await Assert.ThrowsAsync<ConflictException>(() => pin.Approve(Some.Officer, 1));
        Assert.Equal(Some.OtherOfficer.Email, (await pin.Approve(Some.OtherOfficer, 1)).ApprovedBy);
        await Assert.ThrowsAsync<NotFoundException>(() => pin.Get(Some.Person()));
        Assert.Equal(
            before.Matches,
            (await system.Grains.Index("sites").Matches(Some.Officer, Cast.Demand, 10)).Matches
        );
    }
}
