using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace AgaBot.Channels.Page;

/// <summary>The files of the page in <c>page/</c> beside the program. The build has compressed each file in advance.</summary>
internal sealed class PageFiles
{
    /// <summary>The suffix of a template that <see cref="PageTemplate"/> fills with texts.</summary>
    public const string Template = ".template";

    private static readonly string[] NotFiles = [".br", ".gz", Template];

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly FrozenDictionary<string, PageFile> files;

    private PageFiles(FrozenDictionary<string, PageFile> files) => this.files = files;

    public static PageFiles Find(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder)
                .Where(static path => !NotFiles.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
                .ToFrozenDictionary(
                    static path => Path.GetFileName(path),
                    static path => new PageFile(path, TypeOf(path), HashOf(path)),
                    StringComparer.Ordinal
                )
        );

    public PageFile? this[string name] => files.GetValueOrDefault(name);

    public static string TypeOf(string path) =>
        Types.TryGetContentType(path, out string? type)
            ? type.StartsWith("text/", StringComparison.Ordinal)
                ? $"{type}; charset=utf-8"
                : type
            : "application/octet-stream";

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)).AsSpan(0, 8));
}

/// <param name="Path">
/// The path of the uncompressed file. The compressed files have the additional suffixes <c>.br</c> and <c>.gz</c>.
/// </param>
/// <param name="Hash">The hash of the uncompressed file.</param>
internal sealed record PageFile(string Path, string ContentType, string Hash)
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    /// <summary>The smallest variant that the browser accepts.</summary>
    public (string Path, string? Encoding) VariantFor(string acceptEncoding) =>
        BestOf(acceptEncoding) switch
        {
            Brotli => ($"{Path}.br", Brotli),
            Gzip => ($"{Path}.gz", Gzip),
            _ => (Path, null),
        };

    public static string? BestOf(string acceptEncoding) =>
        acceptEncoding.Contains(Brotli, StringComparison.OrdinalIgnoreCase) ? Brotli
        : acceptEncoding.Contains(Gzip, StringComparison.OrdinalIgnoreCase) ? Gzip
        : null;
}
