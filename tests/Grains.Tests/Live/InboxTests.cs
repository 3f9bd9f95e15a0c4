using Matchmaker.Contracts.Live;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>What overtakes, repeats and loses on the way from a silo to a web host.</summary>
public sealed class InboxTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Does_everything_once_and_in_order_however_it_comes(int seed)
    {
        var (chance, inbox, done) = (new Random(seed), new OrderedInbox(), new List<long>());
        var coming = Enumerable
            .Range(1, 200)
            .Concat(Enumerable.Range(1, 200).Where(_ => chance.Next(5) == 0))
            .Select(number => (long)number)
            .ToArray();
        chance.Shuffle(coming);
        foreach (var number in coming)
            inbox.Take(number, () => done.Add(number));

        Assert.Equal(Enumerable.Range(1, 200).Select(number => (long)number), done);
        Assert.False(inbox.GiveUp(200));
    }

    [Fact]
    public void Tells_what_never_came_and_goes_on_behind_it()
    {
        var (inbox, done) = (new OrderedInbox(), new List<long>());
        foreach (var number in new long[] { 1, 3, 6, 5 })
            inbox.Take(number, () => done.Add(number));
        Assert.False(inbox.GiveUp(1));
        Assert.True(inbox.GiveUp(4));
        Assert.Equal([1, 3, 5, 6], done);

        inbox.Take(2, () => done.Add(2)); // too late: its watchers were let go
        inbox.Take(7, () => done.Add(7));
        Assert.Equal([1, 3, 5, 6, 7], done);
    }
}
