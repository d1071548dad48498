using System.Collections.Frozen;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace AgaBot.Channels.Page;

/// <summary>
/// A page that is the same for everybody who reads one language: its template from the build, filled with that language's words
/// when the bot starts, and compressed when a browser first asks. A text that the words lack stops the start.
/// </summary>
internal sealed partial class PageTemplate
{
    private readonly FrozenDictionary<string, RenderedPage> languages;

    private PageTemplate(FrozenDictionary<string, RenderedPage> languages) => this.languages = languages;

    public static PageTemplate Read(string path, string contentType, PageTexts words)
    {
        string template = File.ReadAllText(path);
        return new(
            new[] { PageTexts.Spanish, PageTexts.English }.ToFrozenDictionary(
                static language => language,
                language => RenderedPage.Of(Encoding.UTF8.GetBytes(Fill(template, language, words)), contentType),
                StringComparer.Ordinal
            )
        );
    }

    public RenderedPage In(string language) => languages[language];

    private static string Fill(string template, string language, PageTexts words) =>
        Placeholder()
            .Replace(
                template,
                place =>
                    place.Groups switch
                    {
                        [_, { Value: "text" }, _, var key] => WebUtility.HtmlEncode(words.Say(language, key.Value)),
                        [_, _, var other, var key] => $"\"{JavaScriptEncoder.Default.Encode(words.Say(other.Value, key.Value))}\"",
                        _ => throw new FormatException(place.Value),
                    }
            );

    /// <summary><c>{{text:key}}</c> in HTML; <c>{{js:language:key}}</c> in a script.</summary>
    [GeneratedRegex(@"\{\{(text|js):(?:(es|en):)?([a-zA-Z.]+)\}\}")]
    private static partial Regex Placeholder();
}

/// <summary>A finished page, as it is and compressed. The smallest form takes its time: it is made once, and not while the bot starts.</summary>
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
