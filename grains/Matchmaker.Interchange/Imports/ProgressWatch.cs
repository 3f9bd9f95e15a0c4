namespace Matchmaker.Interchange.Imports;

/// <summary>Tells an observer how far an import is, each second at most and one at a time.</summary>
internal sealed class ProgressWatch(TimeProvider time, ImportObserver? observer, Func<ImportProgress> progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long _last = time.GetTimestamp();
    private int _isTelling;

    /// <summary>Whether the observer ended the import.</summary>
    public bool IsStopped { get; private set; }

    public async Task Tell()
    {
        if (observer is null || time.GetElapsedTime(Volatile.Read(ref _last)) < Interval)
            return;
        if (Interlocked.Exchange(ref _isTelling, 1) == 1)
            return;
        try
        {
            IsStopped |= !await observer(progress());
            Volatile.Write(ref _last, time.GetTimestamp());
        }
        finally
        {
            Volatile.Write(ref _isTelling, 0);
        }
    }
}
