using Matchmaker.Contracts.Boards;
using Matchmaker.Grains.Projections;
using Matchmaker.Matching.Reverse;

namespace Matchmaker.Grains.Tests.Projections;

/// <summary>A projection whose changes are written down on their way.</summary>
/// <param name="isTalkative">Whether it publishes a message for each change, as if somebody watched.</param>
internal sealed class RecordingProjection(IProjection inner, bool isTalkative = false) : IProjection
{
    private readonly List<IReadOnlyList<ChangedRecord>> _changes = [];

    public static Publication Message { get; } = new([new FeedMessage("d1", Audience.Office, 1, [])], []);

    public IReadOnlyList<string> Kinds { get; } = [.. inner.Kinds];

    public IReadOnlyList<string> LoadedKinds => inner.LoadedKinds;

    public IReadOnlyList<IReadOnlyList<ChangedRecord>> Changes => _changes;

    public IEnumerable<long> Sequences => _changes.SelectMany(change => change.Select(entry => entry.Sequence));

    public void Load(string kind, IReadOnlyList<RecordState> records) => inner.Load(kind, records);

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        _changes.Add(change);
        var publication = inner.Apply(change);
        return isTalkative ? publication.With(Message) : publication;
    }

    public Publication AdvanceDay(DateOnly day) => inner.AdvanceDay(day);
}

/// <summary>Writes down what it is asked for, and fails when told to.</summary>
internal sealed class UnreliablePublisher(Func<bool> fails) : IPublisher
{
    private readonly List<string> _calls = [];

    /// <summary><c>publish</c>, <c>resync</c> or <c>failed</c>.</summary>
    public IReadOnlyList<string> Calls => _calls;

    public Task Publish(Publication publication) => Call("publish");

    public Task Resync() => Call("resync");

    private async Task Call(string name)
    {
        await Task.Yield();
        if (fails())
        {
            _calls.Add("failed");
            throw new TimeoutException("The call was lost.");
        }

        _calls.Add(name);
    }
}
