using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>A token of an issuer or of an attacker, assembled by hand according to RFC 7515.</summary>
public sealed record Token
{
    public required string? Issuer { get; init; }

    public string? Audience { get; init; } = GuardedBot.AppId;

    public required DateTimeOffset? NotBefore { get; init; }

    public required DateTimeOffset? Expires { get; init; }

    /// <summary>The signing key. The header names it as <see cref="KeyId"/>.</summary>
    public required RSA Key { get; init; }

    public required string? KeyId { get; init; }

    public string Algorithm { get; init; } = "RS256";

    public ImmutableDictionary<string, string> Claims { get; init; } = ImmutableDictionary<string, string>.Empty;

    public Token With(string claim, string value) => this with { Claims = Claims.SetItem(claim, value) };

    public Token Without(string claim) => this with { Claims = Claims.Remove(claim) };

    public override string ToString()
    {
        string said = $"{Part(Header())}.{Part(Payload())}";
        return $"{said}.{Base64Url.EncodeToString(Sign(Encoding.UTF8.GetBytes(said)))}";
    }

    private JsonObject Header() =>
        new()
        {
            ["typ"] = "JWT",
            ["alg"] = Algorithm,
            ["kid"] = KeyId,
        };

    private JsonObject Payload()
    {
        var payload = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["nbf"] = NotBefore?.ToUnixTimeSeconds(),
            ["exp"] = Expires?.ToUnixTimeSeconds(),
        };
        foreach ((string claim, string value) in Claims)
            payload[claim] = value;
        foreach (string missing in payload.Where(claim => claim.Value is null).Select(claim => claim.Key).ToArray())
            payload.Remove(missing);
        return payload;
    }

    private byte[] Sign(byte[] said) =>
        Algorithm switch
        {
            "RS256" => Key.SignData(said, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS384" => Key.SignData(said, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => Key.SignData(said, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => Key.SignData(said, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            // The public key as HMAC secret: a validator that trusts the algorithm in the header would accept this signature.
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key.ExportSubjectPublicKeyInfoPem()), said),
            "none" => [],
            _ => throw new InvalidOperationException($"Nobody signs with {Algorithm} here."),
        };

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
