using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Matchmaker.Bench.Live;

/// <summary>
/// One browser's live connection, as small as possible: ten thousand must fit beside the measured host.
/// </summary>
internal sealed class Screen : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly byte[] Change = Encoding.UTF8.GetBytes("\"target\":\"Matches\"");
    private readonly ClientWebSocket _socket = new();
    private int _messages;
    private long _lastAt;

    /// <summary>The number of changes received.</summary>
    public int Messages => Volatile.Read(ref _messages);

    /// <summary>When the last of them came, as <see cref="Stopwatch.GetTimestamp"/> says.</summary>
    public long LastAt => Interlocked.Read(ref _lastAt);

    public bool IsOpen => _socket.State == WebSocketState.Open;

    public static async Task<Screen> Watch(Uri host, string token, string demand)
    {
        var screen = new Screen();
        var address = new UriBuilder(host)
        {
            Scheme = "ws",
            Path = "/live",
            Query = $"access_token={Uri.EscapeDataString(token)}",
        };
        await screen._socket.ConnectAsync(address.Uri, CancellationToken.None);
        await screen.Send("""{"protocol":"json","version":1}""");
        await screen.Send($$"""{"type":1,"target":"Watch","arguments":["{{demand}}",null],"invocationId":"1"}""");
        _ = screen.Read();
        return screen;
    }

    /// <summary>Keeps the connection alive, as a browser does every 15 s.</summary>
    public Task Ping() => Send("""{"type":6}""");

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Send(string message) =>
        _socket.SendAsync(
            (byte[])[.. Encoding.UTF8.GetBytes(message), End],
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );

    private async Task Read()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (
                await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)
                    is { MessageType: WebSocketMessageType.Text } received
            )
            {
                for (
                    var rest = buffer.AsSpan(0, received.Count);
                    rest.IndexOf(Change) is >= 0 and var offset;
                    rest = rest[(offset + Change.Length)..]
                )
                {
                    Interlocked.Exchange(ref _lastAt, Stopwatch.GetTimestamp());
                    Interlocked.Increment(ref _messages);
                }
            }
        }
        catch (Exception failure)
            when (failure is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The host closed the connection; IsOpen is now false.
        }
    }
}
