using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>
/// Publishes issuers' keys, as login.botframework.com and Entra ID do: <c>/{issuer}/metadata</c> names <c>/{issuer}/keys</c>.
/// </summary>
public sealed class MetadataServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, PublishedKey>> issuers = new(StringComparer.Ordinal);
    private int reads;

    private MetadataServer(WebApplication app) => this.app = app;

    /// <summary>The number of requests for a key set, including those during an outage.</summary>
    public int Reads => reads;

    /// <summary>Replaces the normal response.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public static async Task<MetadataServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new MetadataServer(builder.Build());
        server.app.MapGet("/{**path}", server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public string AddressOf(string issuer) => $"{app.Urls.Single()}/{issuer}/metadata";

    /// <param name="endorsements">Null for an issuer without endorsements.</param>
    public void Publish(string issuer, string keyId, RSA key, params string[]? endorsements) =>
        issuers.GetOrAdd(issuer, _ => new(StringComparer.Ordinal))[keyId] = new(key, endorsements);

    public void Withdraw(string issuer, string keyId) => issuers[issuer].TryRemove(keyId, out _);

    public void GoDown() =>
        Instead = static http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

    public void ComeBack() => Instead = null;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path.Value!;
        if (path.EndsWith("/metadata", StringComparison.Ordinal))
            Interlocked.Increment(ref reads);
        if (Instead is { } instead)
            return instead(http);
        string issuer = path.Split('/')[1];
        return http.Response.WriteAsync(
            path.EndsWith("/keys", StringComparison.Ordinal)
                ? KeySet(issuer)
                : new JsonObject { ["jwks_uri"] = $"{app.Urls.Single()}/{issuer}/keys" }.ToJsonString()
        );
    }

    private string KeySet(string issuer) =>
        new JsonObject
        {
            ["keys"] = new JsonArray([.. issuers[issuer].Select(pair => (JsonNode)pair.Value.ToJson(pair.Key))]),
        }.ToJsonString();

    private sealed record PublishedKey(RSA Key, string[]? Endorsements)
    {
        public JsonObject ToJson(string id)
        {
            RSAParameters key = Key.ExportParameters(includePrivateParameters: false);
            var json = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["x5t"] = id,
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            };
            if (Endorsements is not null)
                json["endorsements"] = new JsonArray([.. Endorsements.Select(channel => (JsonNode)channel)]);
            return json;
        }
    }
}
