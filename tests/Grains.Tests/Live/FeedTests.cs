using Matchmaker.Contracts;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Boards;
using Matchmaker.Grains.Live;
using Matchmaker.Grains.Projections;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Tests.Live;

public sealed class FeedTests
{
    [Fact]
    public void Numbers_messages_from_one_without_gaps()
    {
        var feed = new Feed(0);

        Assert.Equal([1, 1], feed.Add([Gone("a"), Gone("b")]).Select(matchEvent => matchEvent.Sequence));
        Assert.Equal([2], feed.Add([Gone("a")]).Select(matchEvent => matchEvent.Sequence));
        Assert.Equal(2, feed.Last);
    }

    [Fact]
    public void Gives_what_was_missed_and_nothing_twice()
    {
        var feed = new Feed(0);
        for (var i = 1; i <= 5; i++)
            feed.Add([Gone($"p{i}")]);

        Assert.Equal(["p4", "p5"], feed.Since(3)!.Value.Select(matchEvent => matchEvent.Id));
        Assert.Empty(feed.Since(5)!.Value);
        Assert.Equal(5, feed.Since(0)!.Value.Length);
    }

    [Fact]
    public void Has_no_answer_from_before_what_it_remembers_or_after_what_it_gave()
    {
        var feed = new Feed(100);
        for (var i = 0; i < Feed.Remembered + 3; i++)
            feed.Add([Gone("a")]);

        Assert.Null(feed.Since(102));
        Assert.NotNull(feed.Since(103));
        Assert.Null(feed.Since(feed.Last + 1));
        Assert.Null(feed.Since(-1));
    }

    [Fact]
    public void A_later_epoch_starts_where_no_feed_has_been()
    {
        var before = new Feeds(0).Of("d", Audience.Office);
        before.Add([Gone("a")]);

        var after = new Feeds(1).Of("d", Audience.Office);

        Assert.Equal(1L << 32, after.Last);
        Assert.Null(after.Since(before.Last));
    }

    [Fact]
    public void A_deleted_demand_leaves_no_trace_in_the_numbers_of_another()
    {
        var feeds = new Feeds(0);
        feeds.Of("hidden", Audience.Public).Add([Gone("a")]);
        feeds.Drop("hidden");

        Assert.Equal(0, feeds.Of("d", Audience.Public).Last);
        Assert.Equal(0, feeds.Of("d", Audience.Office).Last);
    }

    [Fact]
    public void A_demand_that_was_deleted_and_made_again_begins_with_the_whole_list()
    {
        var feeds = new Feeds(0);
        feeds.Of("d", Audience.Public).Add([Gone("a")]);

        feeds.Drop("d");

        Assert.Null(feeds.Of("d", Audience.Public).Since(1));
        Assert.Null(feeds.Of("d", Audience.Public).Since(0));
        Assert.Equal(3, Assert.Single(feeds.Of("d", Audience.Public).Add([Gone("b")])).Sequence);
        Assert.Null(feeds.Of("d", Audience.Office).Since(0));
    }

    [Fact]
    public void A_deleted_demand_leaves_no_feed_also_where_its_list_changed_in_the_same_commit()
    {
        var index = new BoardIndex(BoardTable.Partners, 0, Some.Today);
        index.Apply([Change(1, RecordKind.Demand, "d", Some.Seeks("partners") with { NotifyAbove = 0 })]);
        var numbers = Enum.GetValues<Audience>().Select(audience => index.Feed("d", audience).Last).ToList();
        Assert.Equal(numbers.Count, index.FeedCount);
        Assert.NotEmpty(index.Apply([Change(2, RecordKind.Firm, "f1", Some.Firm())]).Messages);

        var publication = index.Apply([
            Change(3, RecordKind.Firm, "f2", Some.Firm()),
            Change<Demand>(3, RecordKind.Demand, "d", null),
        ]);

        Assert.Empty(publication.Messages);
        Assert.Equal(0, index.FeedCount);
    }

    private static ChangedRecord Change<T>(long sequence, string kind, string id, T? record)
        where T : Contracts.Records.Record =>
        new()
        {
            Sequence = sequence,
            Change = sequence,
            At = "2026-11-28T00:00:00.0000000Z",
            Actor = "officer@example.com",
            Kind = kind,
            Id = id,
            Version = sequence,
            Body = record is null ? null : RecordJson.Write(record),
        };

    private static Transition Gone(string id) => new(MatchEventKind.Gone, id, null);
}
