using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Introductions;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Desk;

public sealed class DeskTests
{
    [Fact]
    public async Task Events_bring_every_reader_to_what_a_fresh_board_shows()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var desk = system.Grains.Desk();
        Caller[] readers = [Some.Officer, Some.OtherOfficer, cast.Seeker, cast.Counterpart, Some.Maker()];
        var boards = new Dictionary<Caller, Board>();
        foreach (var reader in readers)
            boards[reader] = new(await desk.Watch(reader, null));
        const int seed = 20261125;
        var chance = new Random(seed);

        await DeskWalk.Walk(system, cast, chance, steps: 300, introductions: 12, oneIn: 5);

        await desk.WaitForProjection(long.MaxValue);
        foreach (var reader in readers)
        {
            var board = boards[reader];
            board.Take(await desk.Watch(reader, board.Sequence));
            var fresh = await desk.Watch(reader, null);
            Assert.Equal(fresh.Sequence, board.Sequence);
            Assert.Equal(
                fresh.Introductions!.Value.Select(RecordJson.Write),
                board.Introductions.Select(RecordJson.Write)
            );
        }
    }

    [Fact]
    public async Task A_reader_who_missed_too_much_gets_the_whole_board()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        await cast.Offered();

        Assert.NotNull((await system.Grains.Desk().Watch(Some.Officer, 12_345)).Introductions);
        var board = await system.Grains.Desk().Watch(Some.Officer, null);
        Assert.Empty((await system.Grains.Desk().Watch(Some.Officer, board.Sequence)).Events!.Value);
        await Assert.ThrowsAsync<ForbiddenException>(() => system.Grains.Desk().Watch(Caller.Anonymous, null));
    }

    [Theory, OnBoth]
    public async Task The_board_is_the_same_after_a_restart(Store store)
    {
        using var place = await Place.On(store);
        var before = default(DeskAnswer);
        await using (var system = await TestSystem.On(place))
        {
            var cast = await Cast.Set(system);
            await cast.Agreed();
            before = await system.Grains.Desk().Watch(Some.Officer, null);
        }

        await using var again = await TestSystem.On(place);
        var after = await again.Grains.Desk().Watch(Some.Officer, null);
        Assert.Equal(
            before.Introductions!.Value.Select(RecordJson.Write),
            after.Introductions!.Value.Select(RecordJson.Write)
        );
        Assert.True(after.Sequence > before.Sequence);
    }

    [Fact]
    public async Task Who_looks_at_a_card_shows_to_those_who_may_see_it()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        var (_, it) = await cast.Offered();
        var desk = system.Grains.Desk();

        await desk.Look(Some.OtherOfficer, "c1", it.Id);
        Assert.Equal(
            [Some.OtherOfficer.Email!],
            Assert.Single((await desk.Watch(Some.Officer, null)).Presence!.Value).Officers
        );
        await desk.Look(Some.OtherOfficer, "c1", null);
        Assert.Empty((await desk.Watch(Some.Officer, null)).Presence!.Value);
    }

    [Fact]
    public async Task A_hand_over_gives_every_open_card_to_the_colleague_and_the_load_shows_it()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        await cast.Offered();
        await cast.Space("s2");
        await cast.Offered("b1/s2");
        await system
            .Grains.Officer(Some.Officer.Email!)
            .Put(
                Some.Officer,
                new() { Absences = [new(Some.Today, Some.Today.AddDays(7), Some.OtherOfficer.Email)] },
                null,
                true
            );

        Assert.Equal(
            2,
            await system.Grains.Desk().HandOver(Some.Officer, Some.Officer.Email!, Some.OtherOfficer.Email!)
        );

        var loads = (await system.Grains.Desk().Watch(Some.Officer, null)).Officers!.Value.ToDictionary(load =>
            load.Officer
        );
        Assert.Equal(
            (0, Some.OtherOfficer.Email),
            (loads[Some.Officer.Email!].Open, loads[Some.Officer.Email!].StandIn)
        );
        Assert.Equal((2, 0), (loads[Some.OtherOfficer.Email!].Open, loads[Some.OtherOfficer.Email!].Waiting));
    }

    [Fact]
    public async Task Many_at_once_ask_for_an_officer_who_declared_nothing()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        await new Cast(system).Admit(Some.Officer);
        var asked = await Task.WhenAll(
            Enumerable
                .Range(0, 2_000)
                .Select(async _ =>
                {
                    await Task.Yield();
                    return await system.Grains.Officer(Some.Officer.Email!).Get(Some.OtherOfficer);
                })
        );
        Assert.All(asked, officer => Assert.Empty(officer.Interests));
    }

    private sealed class Board
    {
        private readonly SortedDictionary<string, Introduction> _introductions = new(StringComparer.Ordinal);

        public Board(DeskAnswer answer)
        {
            Sequence = answer.Sequence;
            foreach (var introduction in answer.Introductions!.Value)
                _introductions[introduction.Id] = introduction;
        }

        public long Sequence { get; private set; }

        public IEnumerable<Introduction> Introductions => _introductions.Values;

        public void Take(DeskAnswer answer)
        {
            if (answer.Events is not { } events)
            {
                _introductions.Clear();
                foreach (var introduction in answer.Introductions!.Value)
                    _introductions[introduction.Id] = introduction;
                Sequence = answer.Sequence;
                return;
            }

            foreach (var deskEvent in events)
            {
                Assert.Equal(Sequence + 1, deskEvent.Sequence);
                Sequence = deskEvent.Sequence;
                if (deskEvent.Introduction is { } changed)
                    _introductions[changed.Id] = changed;
                else if (deskEvent.Gone is { } gone)
                    _introductions.Remove(gone);
            }
        }
    }
}

/// <summary>Random acts of everybody; what is refused changes nothing.</summary>
internal static class DeskWalk
{
    /// <summary>Suggests introductions and acts on them, in the steps of chance.</summary>
    /// <param name="oneIn">A step suggests one in so many times, while there are fewer than wanted.</param>
    /// <param name="between">What passes before each step; null: no time.</param>
    public static async Task Walk(
        TestSystem system,
        Cast cast,
        Random chance,
        int steps,
        int introductions,
        int oneIn,
        Action? between = null
    )
    {
        List<IIntroductionGrain> all = [];
        for (var step = 0; step < steps; step++)
        {
            between?.Invoke();
            if (all.Count < introductions && chance.Next(oneIn) == 0)
            {
                await cast.Space($"x{all.Count}");
                all.Add(cast.New());
                await all[^1]
                    .Suggest(chance.Next(2) == 0 ? Some.Officer : cast.Seeker, Cast.Demand, $"b1/x{all.Count - 1}");
            }
            else if (all.Count > 0)
            {
                await Act(all[chance.Next(all.Count)], cast, chance, system.Time.GetUtcNow());
            }
        }
    }

    public static async Task Act(IIntroductionGrain grain, Cast cast, Random chance, DateTimeOffset now)
    {
        var it = await grain.Get(Some.Officer);
        var (seeker, counterpart) = (it.For(Side.Seeker), it.For(Side.Counterpart));
        Func<Task>[] acts =
        [
            () => grain.Offer(Some.OtherOfficer, it.Version, new()),
            async () => await grain.Consent(cast.Seeker, (await grain.Get(cast.Seeker)).Version, null),
            async () => await grain.Consent(cast.Counterpart, (await grain.Get(cast.Counterpart)).Version, null),
            async () => await grain.Withdraw(cast.Seeker, (await grain.Get(cast.Seeker)).Version),
            async () => await grain.Decline(cast.Counterpart, (await grain.Get(cast.Counterpart)).Version, "no"),
            () => grain.Introduce(Some.Officer, it.Version),
            () => grain.Meet(Some.Officer, it.Version, new("", MeetingKind.Trial, now.AddDays(2), 30, "Workshop", [])),
            () => grain.Conclude(Some.Officer, it.Version, Ending(chance)),
            () => grain.Assign(Some.Officer, it.Version, Some.OtherOfficer.Email!),
        ];
        static Conclusion Ending(Random chance) =>
            chance.Next(3) switch
            {
                0 => new(IntroductionOutcome.Contracted),
                1 => new(IntroductionOutcome.NoFit),
                _ => new(
                    IntroductionOutcome.Landed,
                    Jobs: chance.Next(50),
                    FloorArea: chance.Next(2) == 0 ? null : 90.5m
                ),
            };

        try
        {
            await acts[chance.Next(acts.Length)]();
        }
        catch (Exception refused) when (refused is ConflictException or NotFoundException or InvalidException)
        {
            // the state does not allow it
        }
    }
}
