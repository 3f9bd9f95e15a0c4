namespace Matchmaker.Web.Load;

/// <summary>
/// The requests that wait for their clients: for the rest of a body, or until an answer is read. Whoever waits holds no
/// permit to work, but memory and a connection. So their number is bounded, for each caller and for each class of
/// callers; the one that has waited longest gives way to a newcomer.
/// </summary>
/// <param name="own">The most of one account.</param>
/// <param name="network">The most of one address, behind which may be many people.</param>
/// <param name="share">The most of one class of callers.</param>
internal sealed class ClientWaits(int own, int network, int share)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, LinkedList<Wait>> _callers = new(StringComparer.Ordinal);
    private readonly LinkedList<Wait>[] _classes = [new(), new(), new()];

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_guard)
                return _classes.Sum(waits => waits.Count);
        }
    }

    /// <summary>Whether the caller has as many as it may.</summary>
    public bool IsFull(LoadCaller caller)
    {
        lock (_guard)
            return _callers.TryGetValue(caller.Key, out var mine) && mine.Count >= Most(caller);
    }

    /// <summary>Begins a wait. Dispose it when it is over.</summary>
    /// <param name="letGo">Ends the wait from outside, in favour of a newcomer.</param>
    public IDisposable Enter(LoadCaller caller, Action letGo)
    {
        var wait = new Wait(this, caller, letGo);
        Wait? oldest;
        lock (_guard)
        {
            if (!_callers.TryGetValue(caller.Key, out var mine))
                _callers[caller.Key] = mine = new();
            var all = _classes[(int)caller.Class];
            oldest =
                mine.Count >= Most(caller) ? mine.First!.Value
                : all.Count >= share ? all.First!.Value
                : null;
            if (oldest is not null)
                Remove(oldest);
            if (!_callers.ContainsKey(caller.Key))
                _callers[caller.Key] = mine; // the oldest was the caller's only one
            mine.AddLast(wait.OfCaller);
            all.AddLast(wait.OfClass);
        }

        oldest?.LetGo();
        return wait;
    }

    private int Most(LoadCaller caller) => caller.Class is CallerClass.Anonymous ? network : own;

    private void Leave(Wait wait)
    {
        lock (_guard)
            Remove(wait);
    }

    private void Remove(Wait wait)
    {
        if (wait.OfCaller.List is not { } mine)
            return;
        mine.Remove(wait.OfCaller);
        if (mine.Count == 0)
            _callers.Remove(wait.Caller.Key);
        wait.OfClass.List?.Remove(wait.OfClass);
    }

    private sealed class Wait : IDisposable
    {
        private readonly ClientWaits _waits;

        public Wait(ClientWaits waits, LoadCaller caller, Action letGo)
        {
            (_waits, Caller, LetGo) = (waits, caller, letGo);
            (OfCaller, OfClass) = (new(this), new(this));
        }

        public LoadCaller Caller { get; }

        public Action LetGo { get; }

        public LinkedListNode<Wait> OfCaller { get; }

        public LinkedListNode<Wait> OfClass { get; }

        public void Dispose() => _waits.Leave(this);
    }
}
