using System.Collections.Concurrent;
using System.Diagnostics;

namespace Matchmaker.Processes;

/// <summary>One process of the system as its operator runs it. Its output is kept, over all its starts.</summary>
public abstract class ChildProcess(string name) : IAsyncDisposable
{
    private const int MaxLines = 100_000;

    private static readonly ConcurrentBag<ChildProcess> Started = [];

    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;
    private bool _ended;

    static ChildProcess() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            // A run that is cancelled, or a cluster that does not come up, leaves no process behind.
            foreach (var child in Started)
                child.Abandon();
        };

    public string Name => name;

    public bool IsRunning => !_ended && _process is { HasExited: false };

    /// <summary>Every line of its output and its errors, oldest first; the last 100 000 at most.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>When it was started last.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public int Id => _process!.Id;

    /// <summary>Its resident memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    protected abstract ProcessStartInfo Program { get; }

    public void Start()
    {
        var start = Program;
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        _process?.Dispose();
        StartedAt = TimeProvider.System.GetUtcNow();
        _process = Process.Start(start)!;
        Started.Add(this);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL.</summary>
    public virtual async Task Kill()
    {
        if (!IsRunning)
            return;
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it neither answers nor ends, and its connections stay open.</summary>
    public Task Freeze() => Command.Signal("STOP", Id);

    public Task Thaw() => Command.Signal("CONT", Id);

    /// <summary>SIGTERM.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        await Command.Signal("TERM", Id);
        return await Exit(TimeSpan.FromSeconds(40));
    }

    /// <summary>Waits until it ends by itself and all its output is read.</summary>
    /// <param name="timeout">Null: one minute.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> Exit(TimeSpan? timeout = null)
    {
        await _process!.WaitForExitAsync().WaitAsync(timeout ?? TimeSpan.FromMinutes(1));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _ended = true;
        _process?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends it with the caller's own process.</summary>
    protected virtual void Abandon()
    {
        if (IsRunning)
            _process!.Kill(entireProcessTree: true);
        _ended = true;
    }

    /// <summary>Waits without blocking a scheduler: the caller's process is ending.</summary>
    protected void WaitForEnd(TimeSpan timeout) => _process?.WaitForExit(timeout);

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > MaxLines)
            _lines.TryDequeue(out _);
    }
}
