using System.Collections.Concurrent;
using System.Diagnostics;

namespace Matchmaker.Cluster.Tests.Processes;

/// <summary>One process of the system as its operator runs it; what it prints is kept, over all its starts.</summary>
internal abstract class ChildProcess(string name) : IAsyncDisposable
{
    private const int Kept = 2_000;

    private static readonly ConcurrentBag<ChildProcess> Started = [];

    private readonly ConcurrentQueue<string> _lines = new();
    private Process? _process;
    private bool _ended;

    static ChildProcess() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            // Because a run that is called off, or a cluster that does not come up, must leave nothing behind that goes on running.
            foreach (var child in Started)
                child.Abandon();
        };

    public string Name => name;

    public bool IsRunning => !_ended && _process is { HasExited: false };

    /// <summary>What it printed last.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>When it was started last.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    protected abstract ProcessStartInfo Program { get; }

    protected int Id => _process!.Id;

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

    /// <summary>kill -9.</summary>
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

    /// <summary>Its exit code, when it ends by itself.</summary>
    public async Task<int> Exit(TimeSpan patience)
    {
        await _process!.WaitForExitAsync().WaitAsync(patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _ended = true;
        _process?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The end of the test's own process: whatever is left of this one goes.</summary>
    protected virtual void Abandon()
    {
        if (_ended)
            return;
        _ended = true;
        if (IsRunning)
            _process!.Kill(entireProcessTree: true);
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > Kept)
            _lines.TryDequeue(out _);
    }
}
