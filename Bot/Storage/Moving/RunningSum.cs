using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Storage.Moving;

/// <summary>
/// A checksum over rows in order: each row is hashed with the rows before it, so that a changed, removed, added or moved row is noticed at
/// the next row. It detects accidents, not a deliberate rewrite of the whole file.
/// </summary>
internal sealed class RunningSum : IDisposable
{
    /// <summary>Hexadecimal digits of the sum that stands on each line.</summary>
    private const int ShortDigits = 16;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] sum = new byte[SHA256.HashSizeInBytes];
    private long rows;

    public StoreDigest Digest => new(rows, Convert.ToHexStringLower(sum));

    /// <returns>The sum as it stands on the row's line.</returns>
    public string Add(in ScannedEntity row)
    {
        hash.AppendData(sum);
        Append(Encoding.UTF8.GetBytes(KeyEncoding.Encode(row.Partition)));
        Append(Encoding.UTF8.GetBytes(KeyEncoding.Encode(row.Row)));
        Append(row.Value.Span);
        hash.GetHashAndReset(sum);
        rows++;
        return Convert.ToHexStringLower(sum)[..ShortDigits];
    }

    public void Dispose() => hash.Dispose();

    // Each part is preceded by its length, so that parts cannot be confused.
    private void Append(ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
