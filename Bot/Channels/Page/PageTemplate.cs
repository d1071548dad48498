using System.Collections.Frozen;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace AgaBot.Channels.Page;

/// <summary>
/// A page with one variant per language. The template of the build is filled with the texts of each language at the start, and compressed
/// at the first request. A missing text stops the start.
/// </summary>
internal sealed partial class PageTemplate
{
    private readonly FrozenDictionary<string, RenderedPage> pages;

    private PageTemplate(FrozenDictionary<string, RenderedPage> pages) => this.pages = pages;

    public static PageTemplate Read(string path, string contentType, PageTexts texts)
    {
        string template = File.ReadAllText(path);
        return new(
            new[] { PageTexts.Spanish, PageTexts.English }.ToFrozenDictionary(
                static language => language,
                language => RenderedPage.Of(Encoding.UTF8.GetBytes(Fill(template, language, texts)), contentType),
                StringComparer.Ordinal
            )
        );
    }

    public RenderedPage In(string language) => pages[language];

    private static string Fill(string template, string language, PageTexts texts) =>
        Placeholder()
            .Replace(
                template,
                place =>
                    place.Groups switch
                    {
                        [_, { Value: "text" }, _, var key] => WebUtility.HtmlEncode(texts.Get(language, key.Value)),
                        [_, _, var other, var key] => $"\"{JavaScriptEncoder.Default.Encode(texts.Get(other.Value, key.Value))}\"",
                        _ => throw new FormatException(place.Value),
                    }
            );

    /// <summary><c>{{text:key}}</c> in HTML; <c>{{js:language:key}}</c> in a script.</summary>
    [GeneratedRegex(@"\{\{(text|js):(?:(es|en):)?([a-zA-Z.]+)\}\}")]
    private static partial Regex Placeholder();
}

/// <summary>
/// A filled page, uncompressed and compressed. Compression is slow, so it runs at the first request and not at the start.
/// </summary>
internal sealed record RenderedPage(string ContentType, string Hash, byte[] Plain, Lazy<byte[]> Brotli, Lazy<byte[]> Gzip)
{
    public static RenderedPage Of(byte[] plain, string contentType) =>
        new(
            contentType,
            Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8)),
            plain,
            new(() => Compress(plain, static to => new BrotliStream(to, CompressionLevel.SmallestSize))),
            new(() => Compress(plain, static to => new GZipStream(to, CompressionLevel.SmallestSize)))
        );

    public (byte[] Content, string? Encoding) VariantFor(string acceptEncoding) =>
        PageFile.BestOf(acceptEncoding) switch
        {
            PageFile.Brotli => (Brotli.Value, PageFile.Brotli),
            PageFile.Gzip => (Gzip.Value, PageFile.Gzip),
            _ => (Plain, null),
        };

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> with)
    {
        using var to = new MemoryStream();
        using (Stream compressed = with(to))
            compressed.Write(plain);
        return to.ToArray();
    }
}
