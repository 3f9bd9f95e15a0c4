using Microsoft.AspNetCore.Connections;

namespace Matchmaker.Web.Problems;

/// <summary>
/// A request's body. Kestrel reports most faults of a body's framing as a bad request; this makes the others one too,
/// such as a chunk whose size exceeds 64 bits.
/// </summary>
internal sealed class RequestBody(Stream inner, CancellationToken aborted) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception failure) when (IsFraming(failure))
        {
            throw new BadHttpRequestException(
                "The body is not framed as HTTP says.",
                StatusCodes.Status400BadRequest,
                failure
            );
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool IsFraming(Exception failure) =>
        failure is not (BadHttpRequestException or OperationCanceledException or ConnectionResetException)
        && !aborted.IsCancellationRequested;
}
