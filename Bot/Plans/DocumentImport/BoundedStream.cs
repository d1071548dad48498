using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Reads a stream up to a limit, since the length stated in an archive may be false.</summary>
/// <param name="most">Maximum bytes; reading more throws <see cref="ReadingLimitException"/>.</param>
internal sealed class BoundedStream(Stream packed, long most) : Stream
{
    private const int BytesInAStep = 8;

    private long left = most;
    private int ofNode;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins the next node of the XML, or the next piece of its text.</summary>
    public void BeginNode() => ofNode = 0;

    public override int Read(Span<byte> buffer)
    {
        int read = packed.Read(buffer);
        left -= read;
        ofNode += read;
        if (left < 0 || ofNode > DocumentLimits.Node)
            throw new ReadingLimitException();
        ReadingBudget.Allow(read);
        ReadingBudget.Spend(1 + (read / BytesInAStep));
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}
