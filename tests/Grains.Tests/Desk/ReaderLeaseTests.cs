using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Desk;
using Matchmaker.Grains.Desk;
using Matchmaker.Grains.Tests.Introductions;
using Matchmaker.Grains.Tests.Setup;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaker.Grains.Tests.Desk;

public sealed class ReaderLeaseTests
{
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly DeskBoard _board = new(1L << 32);

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public void A_feed_that_nobody_watched_for_an_hour_is_dropped()
    {
        foreach (var reader in Enumerable.Range(0, 1_000).Select(Officer))
            _board.Last(reader, Now);
        _time.Advance(TimeSpan.FromMinutes(59));
        _board.DropIdle(Now);
        Assert.Equal(1_000, _board.ReaderCount);

        _board.Renew([DeskReaders.Of(Officer(7))!], Now);
        _time.Advance(TimeSpan.FromMinutes(1));
        _board.DropIdle(Now);

        Assert.Equal([Officer(7)], _board.Officers);
    }

    [Fact]
    public void A_reader_who_comes_back_after_the_lease_gets_the_whole_board_under_new_numbers()
    {
        var old = _board.Last(Officer(1), Now);
        _time.Advance(TimeSpan.FromHours(2));
        _board.DropIdle(Now);

        Assert.Null(_board.Since(Officer(1), old, Now));
        Assert.True(_board.Last(Officer(1), Now) > old);
    }

    [Fact]
    public void Leads_told_to_a_reader_are_told_again_after_the_lease()
    {
        _board.Last(Officer(1), Now);
        Assert.Single(_board.Take(Batch(1), Now).Messages);
        Assert.Empty(_board.Take(Batch(2), Now).Messages);
        _time.Advance(TimeSpan.FromHours(1));
        _board.DropIdle(Now);
        Assert.Empty(_board.Take(Batch(3), Now).Messages);

        _board.Last(Officer(1), Now);
        Assert.Single(_board.Take(Batch(4), Now).Messages);
    }

    [Fact]
    public async Task The_desk_drops_idle_feeds_by_itself()
    {
        await using var system = await TestSystem.On(Store.Sqlite);
        var cast = await Cast.Set(system);
        await cast.Offered();
        var before = await system.Grains.Desk().Watch(cast.Seeker, null);
        Assert.NotNull((await system.Grains.Desk().Watch(cast.Seeker, before.Sequence)).Events);

        await Eventually.Until(
            async () => (await system.Grains.Desk().Watch(cast.Seeker, before.Sequence)).Introductions is not null,
            nudge: () => system.Time.Advance(TimeSpan.FromHours(1.1))
        );
    }

    private static Caller Officer(int number) => new($"officer{number}@office", Role.Officer, null);

    private static LeadBatch Batch(long number) =>
        new(
            "source",
            [
                new(
                    "d1|b1/s1",
                    number,
                    new("d1|b1/s1", "sites", "d1", null, null, null, "b1/s1", null, 80, default, Some.Noon, true),
                    new("demand", PartyId.Enterprise("e1"), false),
                    null
                ),
            ],
            false
        );
}
