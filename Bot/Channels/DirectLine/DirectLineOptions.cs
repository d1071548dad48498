using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

/// <summary>Section <c>DirectLine</c>: who may bring the page's conversation onto their own site.</summary>
public sealed record DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>
    /// Sites that may embed the page or call its Direct Line from their own, as a browser writes an origin:
    /// <c>https://www.munitrujillo.gob.pe</c>. The page's own origin always may.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// The key that seals the page's tokens: at least 32 random bytes in base64. Left out, one is made and kept in the store, which is for
    /// its owner alone where it is a file; set it where others can read the store.
    /// </summary>
    public string SigningKey { get; init; } = "";

    internal const int LeastKeyBytes = 32;
}

/// <summary>Stops the start on an origin that no browser would ever send, and says which.</summary>
internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        string[] faults =
        [
            .. options
                .AllowedOrigins.Where(static origin => !IsOrigin(origin))
                .Select(static origin =>
                    $"DirectLine:AllowedOrigins has '{origin}'; an origin is https://host or https://host:port in lower case, with nothing after it (http for this machine alone)."
                ),
            .. IsKey(options.SigningKey)
                ? []
                : new[] { "DirectLine:SigningKey is not at least 32 bytes in base64; 'openssl rand -base64 32' makes one." },
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        return text.Length == 0 || (Convert.TryFromBase64String(text, bytes, out int length) && length >= DirectLineOptions.LeastKeyBytes);
    }

    /// <summary>It stands in headers: nothing but an origin may pass, character by character (RFC 6454, 6.2).</summary>
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && string.Equals(text, $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}", StringComparison.Ordinal);
}
