using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace AgaBot.Channels.Page;

/// <summary>The page's files as the build left them in <c>page/</c> beside the program: each as it is and compressed ahead of time.</summary>
internal sealed class PageFiles
{
    public const string Index = "index.html";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly FrozenDictionary<string, PageFile> files;

    private PageFiles(FrozenDictionary<string, PageFile> files) => this.files = files;

    public static PageFiles Find(string folder) => new(Directory.EnumerateFiles(folder)
        .Where(static path => !path.EndsWith(".br", StringComparison.Ordinal) && !path.EndsWith(".gz", StringComparison.Ordinal))
        .ToFrozenDictionary(static path => Path.GetFileName(path), static path => new PageFile(path, TypeOf(path), HashOf(path)), StringComparer.Ordinal));

    public PageFile? this[string name] => files.GetValueOrDefault(name);

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)).AsSpan(0, 8));

    private static string TypeOf(string path) =>
        Types.TryGetContentType(path, out string? type)
            ? type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type
            : "application/octet-stream";
}

/// <param name="Path">Of the file as it is; with <c>.br</c> and <c>.gz</c> after it, of its compressed forms.</param>
/// <param name="Hash">Of the file as it is.</param>
internal sealed record PageFile(string Path, string ContentType, string Hash)
{
    /// <summary>Each form is a content of its own, as RFC 9110 wants it (8.8.3.3).</summary>
    public string Tag(string? encoding) => $"\"{Hash}{encoding}\"";

    /// <summary>The smallest form that the browser takes.</summary>
    public (string Path, string? Encoding) FormFor(string acceptEncoding) =>
        acceptEncoding.Contains("br", StringComparison.OrdinalIgnoreCase) ? ($"{Path}.br", "br")
        : acceptEncoding.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ($"{Path}.gz", "gzip")
        : (Path, null);
}
