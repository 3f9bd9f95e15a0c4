namespace Matchmaker.Web.Load;

/// <summary>
/// An answer while it is made: in memory, and from a size on in a temporary file that only this process can read and
/// that is deleted when it closes.
/// </summary>
/// <param name="inMemory">In bytes.</param>
internal sealed class AnswerSpool(int inMemory) : Stream
{
    private const int BufferSize = 1 << 16;

    private Stream _kept = new MemoryStream();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _kept.Length;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether it has outgrown the memory.</summary>
    public bool IsFile => _kept is FileStream;

    /// <summary>Sends all that was written.</summary>
    public Task Send(Stream target, CancellationToken cancellation)
    {
        _kept.Position = 0;
        return _kept.CopyToAsync(target, BufferSize, cancellation);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        MakeRoom(buffer.Length);
        _kept.Write(buffer);
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        MakeRoom(buffer.Length);
        await _kept.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>A temporary file that is deleted when it closes.</summary>
    public static FileStream OpenFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = BufferSize,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _kept.Dispose();
        base.Dispose(disposing);
    }

    private void MakeRoom(int more)
    {
        if (_kept is not MemoryStream memory || memory.Length + more <= inMemory)
            return;
        _kept = OpenFile();
        memory.WriteTo(_kept);
        memory.Dispose();
    }
}
