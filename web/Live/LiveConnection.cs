using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Matchmaker.Web.Live;

/// <summary>One live connection: whose it is, what it watches, and how far it is behind.</summary>
internal sealed class LiveConnection(HubConnectionContext connection)
{
    /// <summary>How many messages may wait for one reader.</summary>
    public const int MostUnsent = 256;

    private int _unsent;

    public string Id => connection.ConnectionId;

    /// <summary>Null: it is not known yet.</summary>
    public string? Account { get; set; }

    /// <summary>The demands that it watches, each with its board, and enterprises as <see cref="Contracts.Programmes.AssessmentMessage.Subject"/>; an empty board: it is not known yet.</summary>
    public ConcurrentDictionary<string, string> Demands { get; } = new(StringComparer.Ordinal);

    public bool WatchesDesk { get; set; }

    public ConcurrentDictionary<string, bool> Subjects { get; } = new(StringComparer.Ordinal);

    public void Abort() => connection.Abort();

    /// <summary>Sends, or ends the connection where too much waits already.</summary>
    public void Write(SerializedHubMessage message)
    {
        if (Interlocked.Increment(ref _unsent) > MostUnsent)
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
