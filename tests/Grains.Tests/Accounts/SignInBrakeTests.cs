using Matchmaker.Grains.Accounts.Credentials;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaker.Grains.Tests.Accounts;

/// <summary>Who guesses a password waits longer each time, and slows down nobody else.</summary>
public sealed class SignInBrakeTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _time = new();
    private readonly SignInBrake _brake;

    public SignInBrakeTests() => _brake = new(_time);

    [Fact]
    public void After_five_failures_the_wait_doubles_up_to_the_longest()
    {
        UseUp("a");
        for (var seconds = 1.0; seconds < Longest.TotalSeconds; seconds *= 2)
            Wait("a", TimeSpan.FromSeconds(seconds));
        Wait("a", Longest);
        Wait("a", Longest);
    }

    [Fact]
    public void Attempts_at_once_are_counted_before_they_have_failed()
    {
        UseUp("a");
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(TimeSpan.FromSeconds(1), _brake.Begin("a", Longest)));
    }

    [Fact]
    public void A_source_does_not_wait_for_anothers_guesses_and_begins_anew_once_it_is_right()
    {
        UseUp("a");
        Assert.Equal(TimeSpan.Zero, _brake.Begin("b", Longest));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _brake.Begin("a", Longest));
        _brake.Succeed("a");
        UseUp("a");
    }

    [Fact]
    public void Guesses_from_everywhere_leave_each_source_one_free_attempt()
    {
        for (var i = 0; i < 25; i++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
                Assert.Equal(TimeSpan.Zero, _brake.Begin($"robot {i}", Longest));
        }

        Assert.Equal(TimeSpan.Zero, _brake.Begin("owner", Longest));
        Assert.Equal(TimeSpan.FromSeconds(1), _brake.Begin("owner", Longest));
    }

    [Fact]
    public void Nobody_waits_longer_than_the_caller_says()
    {
        UseUp("a");
        for (var i = 0; i < 10; i++)
        {
            _time.Advance(Longest);
            Assert.Equal(TimeSpan.Zero, _brake.Begin("a", Longest));
        }

        Assert.Equal(TimeSpan.FromSeconds(5), _brake.Begin("a", TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void The_owner_hears_of_guesses_once_a_day()
    {
        Assert.Equal(TimeSpan.Zero, _brake.Begin("a", Longest));
        Assert.False(_brake.ShouldTell("a"));
        UseUp("b");
        Assert.True(_brake.ShouldTell("b"));
        Assert.False(_brake.ShouldTell("b"));
        _time.Advance(TimeSpan.FromDays(1));
        UseUp("b");
        Assert.True(_brake.ShouldTell("b"));
    }

    [Fact]
    public void A_source_is_forgotten_after_an_hour_and_many_sources_do_not_fill_the_memory()
    {
        UseUp("a");
        _time.Advance(TimeSpan.FromMinutes(61));
        UseUp("a");
        for (var i = 0; i < 10_000; i++)
            _brake.Begin($"address {i}", Longest);
        Assert.Equal(TimeSpan.Zero, _brake.Begin("a", Longest)); // its count was the oldest, and made room
    }

    private void UseUp(string source)
    {
        for (var i = 0; i < SignInBrake.Free; i++)
            Assert.Equal(TimeSpan.Zero, _brake.Begin(source, Longest));
    }

    private void Wait(string source, TimeSpan wait)
    {
        Assert.Equal(wait, _brake.Begin(source, Longest));
        _time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, _brake.Begin(source, Longest));
    }
}
