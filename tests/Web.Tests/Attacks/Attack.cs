using System.Net.Sockets;
using System.Text;

namespace Matchmaker.Web.Tests.Attacks;

/// <summary>
/// Many attackers at once, each in a loop of its own on real sockets. What becomes of one of them, it begins again.
/// </summary>
internal sealed class Attack : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _attackers = [];
    private int _begun;

    /// <summary>Starts them, and returns when each has begun once.</summary>
    /// <param name="attempt">One attempt; calls its first argument when it is under way.</param>
    public static async Task<Attack> Begin(int attackers, Func<Action, CancellationToken, Task> attempt)
    {
        var attack = new Attack();
        for (var i = 0; i < attackers; i++)
            attack._attackers.Add(Task.Run(() => attack.Repeat(attempt)));
        await Eventually.Until("the attack is under way", () => attack._begun >= attackers);
        return attack;
    }

    /// <summary>The same where each attempt begins with the head of a request.</summary>
    /// <param name="then">What the attacker does when it is sent.</param>
    public static Task<Attack> Begin(
        int attackers,
        Uri address,
        string request,
        Func<Socket, CancellationToken, Task> then
    ) =>
        Begin(
            attackers,
            async (underWay, stop) =>
            {
                using var socket = await Connect(address, stop);
                await Send(socket, request, stop);
                underWay();
                await then(socket, stop);
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_attackers);
        _stop.Dispose();
    }

    /// <summary>A connection with little room on the attacker's side for what arrives.</summary>
    public static async Task<Socket> Connect(Uri address, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2_048, NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static ValueTask<int> Send(Socket socket, string text, CancellationToken stop) =>
        socket.SendAsync(Encoding.ASCII.GetBytes(text).AsMemory(), SocketFlags.None, stop);

    /// <summary>How long an attacker lets its victim wait for the next bit.</summary>
    public static Task Trickle(CancellationToken stop) => Eventually.Pause(Pause, stop);

    private async Task Repeat(Func<Action, CancellationToken, Task> attempt)
    {
        var isFirst = true;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await attempt(UnderWay, _stop.Token);
            }
            catch (Exception ended)
                when (ended is SocketException or IOException or OperationCanceledException or HttpRequestException)
            {
                // The host let go of it.
                if (!_stop.IsCancellationRequested)
                    await Eventually.Pause(Pause);
            }
        }

        void UnderWay()
        {
            if (isFirst)
                Interlocked.Increment(ref _begun);
            isFirst = false;
        }
    }
}
