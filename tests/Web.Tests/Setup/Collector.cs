using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Matchmaker.Web.Tests.Setup;

/// <summary>Takes what a process sends over OTLP (HTTP, protobuf), and reads of it what the tests ask for.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Take();
    }

    public string Address { get; }

    public bool IsEmpty => _received.IsEmpty;

    /// <summary>Whether anything that came holds this text, in clear.</summary>
    public bool Holds(string text) =>
        _received.Any(request => request.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>What stands before this text wherever it came, in clear.</summary>
    public List<string> Around(string text) =>
        [
            .. from request in _received
            let at = request.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text))
            where at >= 0
            select $"{request.Path}: {Encoding.ASCII.GetString(request.Body.AsSpan(Math.Max(0, at - 60)..at))}",
        ];

    /// <summary>Each span's scope and name, of request trace.</summary>
    public List<(string Scope, string Name)> Spans(string trace) =>
        [
            .. from request in _received
            where request.Path == "/v1/traces"
            from resource in Fields(request.Body, 1)
            from scope in Fields(resource, 2)
            let name = Encoding.UTF8.GetString(Fields(Fields(scope, 1).First(), 1).FirstOrDefault() ?? [])
            from span in Fields(scope, 2)
            where Convert.ToHexStringLower(Fields(span, 1).First()) == trace
            select (name, Encoding.UTF8.GetString(Fields(span, 5).First())),
        ];

    public void Dispose() => _listener.Close();

    private async Task Take()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
        }
        catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
        {
            // closed
        }
    }

    /// <summary>The length-delimited fields of one number in a protobuf message.</summary>
    private static List<byte[]> Fields(byte[] message, int wanted)
    {
        var (fields, at) = (new List<byte[]>(), 0);
        while (at < message.Length)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Number(message, ref at);
                    if ((int)(tag >> 3) == wanted)
                        fields.Add(message[at..(at + length)]);
                    at += length;
                    break;
            }
        }

        return fields;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var part = message[at++];
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
                return value;
            shift += 7;
        }
    }
}
