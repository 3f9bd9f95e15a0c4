using Dapper;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Shortlists;

/// <summary>Adjacent spaces that a demand takes together are kept, replayed and followed as one item.</summary>
public sealed class RunShortlistTests
{
    private const string Pair = "b1/r1+b1/r2";

    [Theory, OnBoth]
    public async Task Every_run_of_a_list_is_kept_as_the_list_shows_it(Store store)
    {
        await using var system = await Start(store);
        var random = new Random(7);
        for (var i = 1; i <= 9; i++)
            await Put(system, $"r{i}", random.Next(60, 200), random.Next(1, 6), floor: random.Next(2) + 5);

        var listed = (await system.Grains.Index("sites").Matches(Some.Person(), "sites", 50)).Matches;
        var runs = listed.Where(match => match.Members is not null).ToList();
        Assert.NotEmpty(runs);
        var kept = await Kept.Keep(system, Some.Person(), 1, [.. listed.Select(match => match.Id)]);

        Assert.Equal(
            listed.Select(match => match with { Points = 0 }),
            kept.Record.Shown!.Items.Select(item => item.Match)
        );
        foreach (var item in kept.Record.Shown.Items.Where(item => item.Match.Members is not null))
        {
            Assert.Equal(item.Match.Members, item.Members!.Value.Select(member => member.Item).ToArray());
            Assert.Equal(Some.Number(item.Members.Value.Sum(Area)), item.Values["area"]);
        }

        Assert.True((await system.Grains.Shortlist(kept.Record.Id).Replay(Some.Officer)).Same);
    }

    [Theory, OnBoth]
    public async Task Only_neighbours_of_one_floor_in_their_order_are_kept_together(Store store)
    {
        await using var system = await Start(store);
        // Two floors, one position twice, a gap, one let and one without an area.
        (string Id, int Position, int Floor, bool Stands)[] spaces =
        [
            ("r1", 1, 5, true),
            ("r2", 2, 5, true),
            ("r3", 2, 5, true),
            ("r4", 4, 5, true),
            ("r5", 3, 6, true),
            ("r6", 3, 5, false),
        ];
        foreach (var (id, position, floor, stands) in spaces)
            await Put(system, id, 100, position, floor, stands ? SpaceStatus.Vacant : SpaceStatus.Let);
        await Put(system, "r7", null, 5);
        var ids = spaces.Select(space => space.Id).Append("r7").ToArray();
        string[][] sets =
        [
            .. from a in ids from b in ids select new[] { a, b },
            .. from a in ids from b in ids from c in ids select new[] { a, b, c },
        ];

        var kept = new List<string>();
        foreach (var group in sets.Select(set => string.Join('+', set.Select(id => $"b1/{id}"))).Chunk(50))
        {
            var broken = await Assert.ThrowsAsync<InvalidException>(() => Kept.Keep(system, Some.Person(), 1, group));
            kept.AddRange(group.Where((_, at) => broken.Errors.All(error => error.Path != $"items[{at}]")));
        }

        Assert.Equal(["b1/r1+b1/r2", "b1/r1+b1/r3"], kept.Order(StringComparer.Ordinal));
        foreach (var id in new[] { "b1/r1+", "+b1/r1", "b1/r1+r2", "b1/r1+b2/r2", "b1/r1 + b1/r2" })
            await Assert.ThrowsAsync<InvalidException>(() => Kept.Keep(system, Some.Person(), 1, id));
    }

    [Theory, OnBoth]
    public async Task A_demand_keeps_no_more_spaces_together_than_it_takes(Store store)
    {
        await using var system = await Start(store);
        for (var i = 1; i <= 4; i++)
            await Put(system, $"r{i}", 100, i);
        await Kept.Keep(system, Some.Person(), 1, "b1/r1+b1/r2+b1/r3");
        await Assert.ThrowsAsync<InvalidException>(() =>
            Kept.Keep(system, Some.Person(), 2, "b1/r1+b1/r2+b1/r3+b1/r4")
        );
        var demand = await system.Grains.Demand("sites").Get(Some.Officer);
        await system.Grains.Demand("sites").Put(Some.Person(), demand with { Combine = null }, demand.Version, false);
        await Assert.ThrowsAsync<InvalidException>(() => Kept.Keep(system, Some.Person(), 2, Pair));

        // What was kept stays what was asked then.
        Assert.True((await system.Grains.Shortlist(Some.Id(1)).Replay(Some.Person())).Same);
        var since = Assert.Single((await system.Grains.Shortlist(Some.Id(1)).Since(Some.Person())).Items);
        Assert.Equal((null, Verdict.Match), (since.Gone, since.Now!.Verdict));
    }

    [Theory, OnBoth]
    public async Task Runs_are_replayed_to_the_same_hash_whatever_has_changed_since(Store store)
    {
        await using var system = await Start(store);
        for (var i = 1; i <= 3; i++)
            await Put(system, $"r{i}", 150, i);
        var random = new Random(3);
        var hashes = new Dictionary<string, string>();
        for (var i = 0; i < 25; i++)
        {
            string[] items = [Pair, "b1/r2+b1/r3", "b1/r1+b1/r2+b1/r3", "b1/r2"];
            var kept = await Kept.Keep(system, Some.Person(), 100 + i, [.. items.Take(random.Next(1, 5))]);
            hashes[kept.Record.Id] = kept.Record.Hash!;
            var (id, position) = ($"r{random.Next(1, 4)}", 0);
            position = id[1] - '0';
            await Put(system, id, random.Next(100, 400), position);
        }

        await Put(system, "r1", 150, 1, status: SpaceStatus.Let);
        await system.Grains.Building("b1").DeleteSpace(Some.Officer, "r2", (await Version(system, "r2"))!.Value);

        Assert.True(hashes.Values.Distinct().Count() > 15);
        foreach (var (id, hash) in hashes)
        {
            var replay = await system.Grains.Shortlist(id).Replay(Some.Officer);
            Assert.True(replay.Same, $"{id}: {string.Join(", ", replay.Differences ?? [])}");
            Assert.Equal(hash, replay.Hash);
        }
    }

    [Theory, OnBoth]
    public async Task What_takes_nothing_together_is_kept_as_before_anything_could_be(Store store)
    {
        await using var system = await Start(store);
        await Put(system, "r1", 150, 1);
        await Put(system, "r2", 150, 2);

        var alone = (await Kept.Keep(system, Some.Person(), 1, "b1/r1")).Record;
        var together = (await Kept.Keep(system, Some.Person(), 2, "b1/r1", Pair)).Record;

        Assert.Null(Assert.Single(alone.Shown!.Demands).Combine);
        Assert.Equal(3, Assert.Single(together.Shown!.Demands).Combine);
        foreach (var kept in new[] { alone, together })
            Assert.True((await system.Grains.Shortlist(kept.Id).Replay(Some.Officer)).Same);
    }

    [Theory, OnBoth]
    public async Task A_member_that_was_tampered_with_is_named(Store store)
    {
        await using var system = await Start(store);
        await Put(system, "r1", 301, 1);
        await Put(system, "r2", 150, 2);
        await Kept.Keep(system, Some.Person(), 1, Pair);
        await using (var connection = await system.Database.Open())
            await connection.ExecuteAsync(
                "UPDATE journal SET after = REPLACE(after, '301', '302') WHERE kind = 'space' AND id = 'b1/r1'"
            );

        var replay = await system.Grains.Shortlist(Some.Id(1)).Replay(Some.Officer);

        Assert.False(replay.Same);
        Assert.Contains(new JsonDifference("items[0].members[0].values.area", "301", "302"), replay.Differences!.Value);
        Assert.Contains(new JsonDifference("items[0].values.area", "451", "452"), replay.Differences.Value);
    }

    [Theory, OnBoth]
    public async Task A_member_that_changes_or_goes_is_told_about(Store store)
    {
        await using var system = await Start(store);
        await Put(system, "r1", 150, 1);
        await Put(system, "r2", 150, 2);
        var made = (await Kept.Keep(system, Some.Person(), 1, Pair)).Record;
        var grain = system.Grains.Shortlist(made.Id);
        var link = await grain.Share(Some.Person(), 7);
        Assert.Empty(Assert.Single((await grain.Since(Some.Person())).Items).Changes);

        system.Time.Advance(TimeSpan.FromHours(1));
        var at = system.Time.GetUtcNow();
        await Put(system, "r2", 90, 2);
        var building = await system.Grains.Building("b1").Get(Some.Officer);
        await system
            .Grains.Building("b1")
            .Put(Some.Officer, building with { Values = building.Values.Remove("headroom") }, building.Version, true);

        var since = Assert.Single((await grain.Since(Some.Person())).Items);
        Assert.Equal(Verdict.NearMiss, since.Now!.Verdict);
        Assert.Equal(
            [
                // The building's is told once, a member's with whose it is.
                new("area", Some.Number(150), Some.Number(90), at, "Agent", "b1/r2"),
                new("headroom", Some.Number(4.5m), null, at, null),
                new("rent", Some.Number(75), Some.Number(45), at, "Agent", "b1/r2"),
            ],
            since.Changes.OrderBy(change => change.Attribute, StringComparer.Ordinal)
        );
        var shared = await Shared(system, link);
        Assert.Empty(shared.Gone);
        Assert.Equal(2, Assert.Single(shared.Items).Members!.Value.Length);

        await Put(system, "r1", 150, 1, status: SpaceStatus.Let);

        var gone = Assert.Single((await grain.Since(Some.Person())).Items);
        Assert.Equal((true, null), (gone.Gone, gone.Now));
        Assert.Equal(["b1/r1"], gone.GoneMembers!.Value);
        Assert.Equal([Pair], (await Shared(system, link)).Gone);

        // Both stand again, and no longer beside each other.
        await Put(system, "r1", 150, 4);
        var apart = Assert.Single((await grain.Since(Some.Person())).Items);
        Assert.Equal((true, null), (apart.Gone, apart.GoneMembers));
    }

    [Theory, OnBoth]
    public async Task A_run_with_a_member_that_only_the_office_sees_is_the_offices(Store store)
    {
        await using var system = await Start(store);
        await Put(system, "r1", 150, 1);
        await Put(system, "r2", 150, 2, isPublic: false);
        await Assert.ThrowsAsync<InvalidException>(() => Kept.Keep(system, Some.Person(), 1, Pair));

        var made = (await Kept.Keep(system, Some.Officer, 1, "b1/s1", Pair)).Record;

        Assert.Equal([false, true], made.Shown!.Items.Select(item => item.OfficeOnly));
        var own = await system.Grains.Shortlist(made.Id).Get(Some.Person());
        Assert.Equal(["b1/s1"], own.Items.Select(item => item.Item));
        Assert.Equal(["b1/s1"], own.Shown!.Items.Select(item => item.Item));
    }

    private static async Task<TestSystem> Start(Store store)
    {
        var system = await Kept.Start(store);
        var demand = await system.Grains.Demand("sites").Get(Some.Officer);
        await system.Grains.Demand("sites").Put(Some.Person(), demand with { Combine = 3 }, demand.Version, false);
        return system;
    }

    private static async Task Put(
        TestSystem system,
        string id,
        int? area,
        int position,
        int floor = 5,
        SpaceStatus status = SpaceStatus.Vacant,
        bool isPublic = true
    )
    {
        (string, Value)[] values = [("floor", Some.Number(floor)), ("rent", Some.Number((area ?? 0) / 2m))];
        await system
            .Grains.Building("b1")
            .PutSpace(
                Some.Officer,
                id,
                Some.Space(
                    isPublic,
                    values: area is { } known ? [.. values, ("area", Some.Number(known))] : values
                ) with
                {
                    Unit = id,
                    Position = position,
                    Status = status,
                    Source = "Agent",
                },
                await Version(system, id),
                true
            );
    }

    // Null: there is none yet.
    private static async Task<long?> Version(TestSystem system, string id)
    {
        await using var connection = await system.Database.Open();
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT version FROM record WHERE kind = 'space' AND id = @id AND deleted = 0",
            new { id = $"b1/{id}" }
        );
    }

    private static decimal Area(SheetMember member) => ((NumberValue)member.Values["area"]).Number;

    private static Task<SharedSheet> Shared(TestSystem system, MadeLink link) =>
        system.Grains.SharedSheets().Read(link.Link.Split("#token=")[1]);
}
