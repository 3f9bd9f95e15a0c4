using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Matchmaker.Web.Live;

/// <summary>One hub connection: its account, what it watches, and how many messages wait for it.</summary>
internal sealed class LiveConnection(HubConnectionContext connection)
{
    /// <summary>The most messages that may wait for one connection.</summary>
    public const int MaxUnsent = 256;

    private int _unsent;
    private Task _probe = Task.CompletedTask;
    private long _probedAt;

    public string Id => connection.ConnectionId;

    /// <summary>Null: not known yet.</summary>
    public string? Account { get; set; }

    /// <summary>The session by which it came; null: not known yet.</summary>
    public string? Session { get; set; }

    /// <summary>
    /// The watched demands with their boards, and the topics of watched assessments with their projection. An empty
    /// board is not known yet.
    /// </summary>
    public ConcurrentDictionary<string, string> Demands { get; } = new(StringComparer.Ordinal);

    public bool WatchesDesk { get; set; }

    public ConcurrentDictionary<string, bool> Topics { get; } = new(StringComparer.Ordinal);

    public void Abort() => connection.Abort();

    /// <summary>Sends a ping, or aborts the connection if the last one has waited too long to be sent.</summary>
    public void Probe(TimeProvider time, TimeSpan patience)
    {
        if (!_probe.IsCompleted)
        {
            if (time.GetElapsedTime(_probedAt) > patience)
                Abort();
            return;
        }

        _probedAt = time.GetTimestamp();
        _probe = connection.WriteAsync(PingMessage.Instance).AsTask();
        _probe.Ignore();
    }

    /// <summary>Sends a message, or aborts the connection if too many wait already.</summary>
    public void Write(SerializedHubMessage message)
    {
        if (Interlocked.Increment(ref _unsent) > MaxUnsent)
        {
            Abort();
            return;
        }

        var written = connection.WriteAsync(message);
        if (written.IsCompletedSuccessfully)
            Interlocked.Decrement(ref _unsent);
        else
            Wait(written).Ignore();
    }

    private async Task Wait(ValueTask written)
    {
        try
        {
            await written;
        }
        finally
        {
            Interlocked.Decrement(ref _unsent);
        }
    }
}
