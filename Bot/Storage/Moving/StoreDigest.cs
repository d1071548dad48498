using System.Globalization;

namespace AgaBot.Storage.Moving;

/// <summary>A digest of a store: two stores with the same digest hold the same rows.</summary>
/// <param name="Sum">SHA-256 over all rows in their order, in hexadecimal.</param>
internal readonly record struct StoreDigest(long Rows, string Sum)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows} rows (sha256 {Sum})");
}
