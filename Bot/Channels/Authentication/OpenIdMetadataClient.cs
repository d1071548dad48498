using System.Collections.Frozen;
using System.Text.Json;

namespace AgaBot.Channels.Authentication;

/// <summary>Reads the keys that an issuer publishes: its OpenID metadata names their address in <c>jwks_uri</c>.</summary>
internal sealed class OpenIdMetadataClient : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        }
    )
    {
        // A caller waits meanwhile, and Azure Bot Service gives up after 15 seconds.
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    /// <summary>
    /// Requires https, because an attacker who can replace a key in transit can forge tokens; http is allowed on loopback.
    /// </summary>
    public static bool MayBeRead(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <exception cref="HttpRequestException">The issuer cannot be reached, or responds with an error.</exception>
    /// <exception cref="OperationCanceledException">The issuer does not respond in time.</exception>
    /// <exception cref="InvalidDataException">The response is not metadata, or not a key set.</exception>
    public async Task<FrozenDictionary<string, SigningKey>> ReadKeysAsync(string metadata, CancellationToken cancellationToken)
    {
        string address = KeySetAddress(await http.GetStringAsync(new Uri(metadata), cancellationToken));
        return SigningKey.ReadSet(await http.GetStringAsync(new Uri(address), cancellationToken));
    }

    public void Dispose() => http.Dispose();

    private static string KeySetAddress(string metadata)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(metadata);
            return document.RootElement.GetProperty("jwks_uri").GetString() is { } address && MayBeRead(address)
                ? address
                : throw new InvalidDataException("The metadata's jwks_uri is not an https address.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("The metadata has no jwks_uri.", fault);
        }
    }
}
