using Matchmaker.Contracts;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Grains.Tests.Introductions;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Criteria;

namespace Matchmaker.Grains.Tests.Desk;

/// <summary>New matches that officers take, put off, or find unsuitable.</summary>
public sealed class LeadTests
{
    // The desk looks for new leads on a timer of the fake clock.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private const string Key = $"{Cast.Demand}|{Cast.Match}";

    [Fact]
    public async Task A_match_is_a_lead_until_it_is_taken_and_again_when_that_is_over()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        await Shown(system, leads => leads.Contains(Key));

        var grain = cast.New();
        var it = await grain.Suggest(Some.Officer, Cast.Demand, Cast.Match);
        await Shown(system, leads => !leads.Contains(Key));
        await grain.Conclude(Some.Officer, it.Version, new(IntroductionOutcome.NotReachable));
        await Shown(system, leads => leads.Contains(Key));
    }

    [Fact]
    public async Task A_lead_that_comes_while_officers_watch_is_told_with_its_names()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var board = await system.Grains.Desk().Watch(Some.Officer, null);

        await cast.Space("s2", 400);

        var told = await Told(system, board.Sequence, deskEvent => deskEvent.Lead is { Match: "b1/s2" });
        Assert.Equal(
            ("Workshop", "Robots Ltd", "Unit s2, Tower"),
            (told.Lead!.DemandName!.En, told.Lead.SeekerName!.En, told.Lead.MatchName!.En)
        );
        await system.Grains.Building("b1").DeleteSpace(Some.Officer, "s2", 1);
        await Told(system, board.Sequence, deskEvent => deskEvent.LeadGone == $"{Cast.Demand}|b1/s2");
    }

    [Theory, OnBoth]
    public async Task A_match_whose_owner_is_unknown_says_so_until_the_owner_is_named(Store store)
    {
        await using var system = await TestSystem.On(store);
        await Cast.Set(system);
        var building = system.Grains.Building("b2");
        await building.Put(Some.Officer, Some.Building() with { Owner = null }, null, true);
        foreach (var id in new[] { "s1", "s2" })
            await building.PutSpace(Some.Officer, id, Some.Space(values: ("area", Some.Number(300))), null, true);
        await Shown(system, leads => leads.IsSupersetOf([Key, Of("s1"), Of("s2")]));
        var board = await system.Grains.Desk().Watch(Some.Officer, null);
        Assert.Equal(
            [(Key, true), (Of("s1"), false), (Of("s2"), false)],
            board.Leads!.Value.Select(lead => (lead.Key, lead.CounterpartKnown)).Order()
        );
        Assert.Equal(3, board.LeadCount);

        // The owner of one space alone.
        await building.PutSpace(
            Some.Officer,
            "s1",
            Some.Space(values: ("area", Some.Number(300))) with
            {
                Owner = "owners/o1",
            },
            1,
            true
        );
        await Told(system, board.Sequence, told => told.Lead is { Match: "b2/s1", CounterpartKnown: true });

        // The owner of the building, and so of the other space.
        await building.Put(Some.Officer, Some.Building() with { Owner = "owners/o1" }, 1, true);
        await Told(system, board.Sequence, told => told.Lead is { Match: "b2/s2", CounterpartKnown: true });

        var known = (await system.Grains.Desk().Watch(Some.Officer, null)).Sequence;
        await building.Put(Some.Officer, Some.Building() with { Owner = null }, 2, true);
        await Told(system, known, told => told.Lead is { Match: "b2/s2", CounterpartKnown: false });

        static string Of(string space) => $"{Cast.Demand}|b2/{space}";
    }

    [Theory, OnBoth]
    public async Task What_is_not_suitable_comes_back_only_with_another_score_or_verdict(Store store)
    {
        using var place = await Place.On(store);
        await using (var system = await TestSystem.On(place))
        {
            var cast = await Cast.Set(system);
            var wish = Some.AtLeast("headroom", 3) with { Strength = Strength.Prefer };
            await system
                .Grains.Demand(Cast.Demand)
                .Put(cast.Seeker, Some.Demand(null, Some.AtLeast("area", 100) with { Weight = 10 }, wish), 1, true);
            await Shown(system, leads => leads.Contains(Key));
            await system.Grains.Leads().PutAside(Some.Officer, Cast.Demand, Cast.Match, null, "Too near to a school");
            await Shown(system, leads => !leads.Contains(Key), Some.OtherOfficer);
            await Change(system, space => space with { VerifiedOn = Some.Today.AddDays(-1) });
        }

        await using var again = await TestSystem.On(place);
        // A day of verification so old that its values count less changes nothing of what the officer saw.
        var old = Some.Today.AddDays(-500);
        await Change(again, space => space with { Unit = "1A", VerifiedOn = old });
        // What comes later is told later: by the second one all changes before the first are told.
        foreach (var later in new[] { "s8", "s9" })
        {
            await new Cast(again).Space(later);
            await Shown(again, leads => leads.Contains($"{Cast.Demand}|b1/{later}"));
        }

        await Shown(again, leads => !leads.Contains(Key));
        await Change(again, space => space with { Values = space.Values.SetItem("headroom", Some.Number(4)) });
        await Shown(again, leads => leads.Contains(Key));

        static async Task Change(TestSystem system, Func<Space, Space> change)
        {
            var building = system.Grains.Building("b1");
            var space = await building.GetSpace(Some.Officer, "s1");
            await building.PutSpace(Some.Officer, "s1", change(space), space.Version, true);
        }
    }

    [Fact]
    public async Task Later_is_for_one_officer_and_ends()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        await Cast.Set(system);
        await Shown(system, leads => leads.Contains(Key));
        await system
            .Grains.Leads()
            .PutAside(Some.Officer, Cast.Demand, Cast.Match, system.Time.GetUtcNow().AddHours(2), null);

        await Shown(system, leads => !leads.Contains(Key));
        await Shown(system, leads => leads.Contains(Key), Some.OtherOfficer);
        system.Time.Advance(TimeSpan.FromHours(3));
        await Shown(system, leads => leads.Contains(Key));
    }

    [Fact]
    public async Task Matches_of_one_id_on_two_boards_are_unsuitable_each_for_itself()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var centre = new Centre { Public = true, VerifiedOn = Some.Today };
        await system.Grains.Firm("x1").Put(Some.Officer, Some.Firm(), null, true);
        await system.Grains.Centre("x1").Put(Some.Officer, centre, null, true);
        await system.Grains.Demand("p1").Put(cast.Seeker, Some.Seeks("partners"), null, true);
        await system.Grains.Demand("r1").Put(cast.Seeker, Some.Seeks("research"), null, true);
        await Shown(system, leads => leads.IsSupersetOf(["p1|x1", "r1|x1"]));
        await system.Grains.Leads().PutAside(Some.Officer, "p1", "x1", null, "Too small");

        await Shown(system, leads => leads.Contains("r1|x1") && !leads.Contains("p1|x1"));
    }

    private static async Task Shown(TestSystem system, Func<HashSet<string>, bool> holds, Caller? reader = null)
    {
        HashSet<string> leads = [];
        try
        {
            await Eventually.Until(
                async () =>
                {
                    var board = await system.Grains.Desk().Watch(reader ?? Some.Officer, null);
                    return holds(leads = [.. board.Leads!.Value.Select(lead => lead.Key)]);
                },
                nudge: () => system.Time.Advance(Look)
            );
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The leads are {string.Join(", ", leads)}.");
        }
    }

    private static async Task<DeskEvent> Told(TestSystem system, long after, Func<DeskEvent, bool> wanted)
    {
        DeskEvent? found = null;
        await Eventually.Until(
            async () =>
                (found = (await system.Grains.Desk().Watch(Some.Officer, after)).Events!.Value.FirstOrDefault(wanted))
                    is not null,
            nudge: () => system.Time.Advance(Look)
        );
        return found!;
    }
}
