namespace Matchmaker.Contracts.Live;

/// <summary>
/// Puts what comes under one lease back into the order in which it was sent, because calls overtake each other between
/// processes; nothing is done twice.
/// </summary>
public sealed class OrderedInbox
{
    private readonly Lock _guard = new();
    private readonly SortedDictionary<long, Action> _early = [];
    private long _next = 1;

    /// <summary>Does what this and all that waited for it say, in the order of their numbers.</summary>
    /// <param name="number">1, 2, 3 … without gaps.</param>
    public void Take(long number, Action work)
    {
        lock (_guard)
        {
            if (number >= _next)
                _early.TryAdd(number, work);
            Work();
        }
    }

    /// <summary>Waits no longer for anything up to this number.</summary>
    /// <returns>Whether something of it had not come.</returns>
    public bool GiveUp(long upTo)
    {
        lock (_guard)
        {
            if (upTo < _next)
                return false;
            foreach (var number in _early.Keys.Where(number => number <= upTo).ToList())
            {
                _early.Remove(number, out var work);
                work!();
            }

            _next = upTo + 1;
            Work();
            return true;
        }
    }

    private void Work()
    {
        while (_early.Remove(_next, out var work))
        {
            _next++;
            work();
        }
    }
}
