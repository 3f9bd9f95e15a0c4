using System.Globalization;

namespace Matchmaker.Interchange.Files;

/// <summary>Reads another stream up to a size limit: a body without a stated length could fill the memory.</summary>
internal sealed class BoundedStream(Stream inner, int maxBytes) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => CountBytes(await inner.ReadAsync(buffer, cancellationToken));

    public override int Read(byte[] buffer, int offset, int count) => CountBytes(inner.Read(buffer, offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int CountBytes(int read)
    {
        _read += read;
        var megabytes = (maxBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
        return _read <= maxBytes ? read : throw BadFileException.TooLarge("fileTooLarge", megabytes);
    }
}
