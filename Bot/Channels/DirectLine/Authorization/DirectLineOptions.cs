using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Authorization;

/// <summary>Section <c>DirectLine</c>: the sites that may embed the page, and the key of its tokens.</summary>
public sealed record DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>The path below the host that a client uses as its <c>domain</c>.</summary>
    public const string BasePath = "/directline";

    /// <summary>
    /// Origins of the sites that may embed the page or call its Direct Line, as browsers write them:
    /// <c>https://www.munitrujillo.gob.pe</c>. The origin of the page itself is always allowed.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// The key that signs the tokens of the page: at least 32 random bytes in base64. If empty, a key is generated and kept in the store;
    /// a store that is a file is readable by its owner only. Set a key if others can read the store.
    /// </summary>
    public string SigningKey { get; init; } = "";

    internal const int MinKeyBytes = 32;
}

/// <summary>Stops the start on an origin that no browser sends, or on a short key.</summary>
internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        string[] faults =
        [
            .. options
                .AllowedOrigins.Where(static origin => !IsOrigin(origin))
                .Select(static origin =>
                    $"DirectLine:AllowedOrigins has '{origin}'; an origin is https://host or https://host:port in lower case, "
                    + "with nothing after it (http for this machine alone)."
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
        return text.Length == 0 || (Convert.TryFromBase64String(text, bytes, out int length) && length >= DirectLineOptions.MinKeyBytes);
    }

    /// <summary>The text is written into response headers, so it must be exactly a serialized origin (RFC 6454, 6.2).</summary>
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && string.Equals(text, $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}", StringComparison.Ordinal);
}
