using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Matching.Results;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>
/// A watcher as a browser is one: it applies messages in order, asks again when it sees a gap, and gets only some of
/// what is sent, some of it twice.
/// </summary>
internal sealed class Client(IGrainFactory grains, Caller caller, string demand, Random chance, string board = "sites")
{
    private readonly SortedDictionary<string, Match> _matches = new(StringComparer.Ordinal);
    private long? _last;

    /// <summary>What the client shows, by id, as text.</summary>
    public IEnumerable<string> Shown => _matches.Values.Select(Text);

    public long? Last => _last;

    public static string Text(Match match) => System.Text.Json.JsonSerializer.Serialize(match, RecordJson.Options);

    public async Task Get(FeedMessage message)
    {
        if (message.Demand != demand || message.Audience != caller.Audience || chance.Next(4) == 0)
            return;
        for (var times = chance.Next(5) == 0 ? 2 : 1; times > 0; times--)
        {
            if (_last is not { } last || message.Sequence <= last)
                continue;
            if (message.Sequence == last + 1)
                Apply(message.Sequence, message.Events);
            else
                await Watch();
        }
    }

    /// <summary>Connects, or connects again with the last number.</summary>
    public async Task Watch()
    {
        WatchAnswer answer;
        try
        {
            answer = await grains.Index(board).Watch(caller, demand, _last);
        }
        catch (NotFoundException)
        {
            _matches.Clear();
            _last = null;
            return;
        }

        if (answer.Matches is { } matches)
        {
            _matches.Clear();
            foreach (var match in matches)
                _matches[match.Id] = match;
            _last = answer.Sequence;
        }
        else
        {
            Apply(answer.Sequence, answer.Events!.Value);
        }
    }

    private void Apply(long sequence, ImmutableArray<MatchEvent> events)
    {
        foreach (var matchEvent in events)
        {
            Assert.True(matchEvent.Sequence > _last);
            if (matchEvent.Kind is MatchEventKind.Gone)
                Assert.True(_matches.Remove(matchEvent.Id), $"{matchEvent.Id} went and was not there");
            else
                Assert.Equal(matchEvent.Kind is MatchEventKind.Changed, Put(matchEvent.Match!));
        }

        _last = sequence;
    }

    private bool Put(Match match)
    {
        var was = _matches.ContainsKey(match.Id);
        _matches[match.Id] = match;
        return was;
    }
}

/// <summary>A web host, as far as live messages go.</summary>
internal sealed class Hub : ILiveObserver
{
    private readonly Lock _guard = new();
    private readonly List<FeedMessage> _messages = [];

    public List<AccessEnded> Endings { get; } = [];

    public List<AssessmentMessage> Assessments { get; } = [];

    public List<UpgradeMessage> Upgrades { get; } = [];

    public Task Published(LiveLease at, ImmutableArray<LiveMessage> messages)
    {
        lock (_guard)
        {
            _messages.AddRange(messages.OfType<FeedMessage>());
            Assessments.AddRange(messages.OfType<AssessmentMessage>());
            Upgrades.AddRange(messages.OfType<UpgradeMessage>());
        }

        return Task.CompletedTask;
    }

    public Task MessagesLost(LiveLease at, string projection) => Task.CompletedTask;

    public Task AccessEnded(LiveLease at, AccessEnded ended)
    {
        lock (_guard)
            Endings.Add(ended);
        return Task.CompletedTask;
    }

    /// <summary>Waits for that many messages and takes all that came.</summary>
    public async Task<List<FeedMessage>> Take(int atLeast)
    {
        List<FeedMessage> taken = [];
        await Eventually.Until(
            $"{atLeast} messages come",
            () =>
            {
                taken.AddRange(Take());
                return taken.Count >= atLeast;
            }
        );
        return taken;
    }

    public List<FeedMessage> Take()
    {
        lock (_guard)
        {
            List<FeedMessage> taken = [.. _messages];
            _messages.Clear();
            return taken;
        }
    }
}
