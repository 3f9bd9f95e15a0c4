using Matchmaker.Contracts.Accounts;
using Matchmaker.Grains.Accounts.Credentials;

namespace Matchmaker.Grains.Tests.Accounts;

/// <summary>How long a session holds.</summary>
public sealed class SessionBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_browser_s_session_holds_while_it_is_used_each_half_day_and_for_thirty_days_at_most()
    {
        var book = new SessionBook([Session("s", Start)]);
        var now = Start;
        for (; now < Start + SessionBook.Longest; now += SessionBook.Unused)
        {
            Assert.True(book.Holds("s", now), $"{now}");
            book.See("s", now);
        }

        Assert.False(book.Holds("s", now));
    }

    [Fact]
    public void A_session_that_nobody_uses_ends_after_half_a_day()
    {
        var book = new SessionBook([Session("s", Start)]);
        Assert.True(book.Holds("s", Start + SessionBook.Unused));
        Assert.False(book.Holds("s", Start + SessionBook.Unused + SessionBook.SeenStep));
        Assert.Empty(book.List(Start + SessionBook.Unused + SessionBook.SeenStep));
    }

    [Fact]
    public void A_token_ends_after_half_a_day_although_it_is_used()
    {
        var book = new SessionBook([Session("t", Start) with { IsToken = true }]);
        book.See("t", Start + TimeSpan.FromHours(11));
        Assert.False(book.Holds("t", Start + SessionBook.Unused));
    }

    [Fact]
    public void A_clock_that_steps_back_ends_no_session()
    {
        var book = new SessionBook([Session("s", Start)]);
        Assert.True(book.Holds("s", Start - TimeSpan.FromDays(1)));
    }

    [Fact]
    public void A_use_is_worth_a_write_each_five_minutes()
    {
        var book = new SessionBook([Session("s", Start)]);
        Assert.False(book.See("s", Start + SessionBook.SeenStep - TimeSpan.FromTicks(1)));
        Assert.True(book.See("s", Start + SessionBook.SeenStep));
        Assert.False(book.See("s", Start + SessionBook.SeenStep));
        Assert.Equal(Start + SessionBook.SeenStep, book.List(Start + SessionBook.SeenStep).Single().SeenAt);
        Assert.False(book.See("unknown", Start));
    }

    [Fact]
    public void One_session_too_many_ends_the_one_that_was_used_longest_ago()
    {
        var book = new SessionBook([]);
        for (var i = 0; i < SessionBook.Max; i++)
            Assert.Empty(book.Add(Session($"s{i}", Start + TimeSpan.FromSeconds(i))));
        Assert.Equal(["s0"], book.Add(Session("one more", Start + TimeSpan.FromHours(1))));
        Assert.False(book.Holds("s0", Start));
        Assert.True(book.Holds("s1", Start));
    }

    [Fact]
    public void A_new_session_takes_those_with_it_that_are_over()
    {
        var book = new SessionBook([Session("old", Start), Session("held", Start + TimeSpan.FromHours(20))]);
        Assert.Equal(["old"], book.Add(Session("new", Start + TimeSpan.FromHours(24))));
        Assert.Equal(["new"], book.AllBut("held"));
    }

    private static Session Session(string id, DateTimeOffset at) => new(id, at, at, null, IsToken: false);
}
