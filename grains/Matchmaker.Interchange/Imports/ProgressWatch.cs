namespace Matchmaker.Interchange.Imports;

/// <summary>Tells an observer how far an import is, each second at most and one at a time.</summary>
internal sealed class ProgressWatch(ImportObserver? observer, Func<ImportProgress> progress)
{
    private const long Interval = 1_000;

    private long _next = Environment.TickCount64 + Interval;
    private int _isTelling;

    /// <summary>Whether the observer ended the import.</summary>
    public bool IsStopped { get; private set; }

    public async Task Tell()
    {
        if (
            observer is null
            || Environment.TickCount64 < Volatile.Read(ref _next)
            || Interlocked.Exchange(ref _isTelling, 1) == 1
        )
            return;
        try
        {
            IsStopped |= !await observer(progress());
            Volatile.Write(ref _next, Environment.TickCount64 + Interval);
        }
        finally
        {
            Volatile.Write(ref _isTelling, 0);
        }
    }
}
