using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AgaBot.Channels.Authentication;

/// <summary>A public key of an issuer.</summary>
/// <param name="Endorsements">The channels that Azure Bot Service lists with the key; empty for other issuers.</param>
internal sealed record SigningKey(string Id, SecurityKey Key, FrozenSet<string> Endorsements)
{
    /// <summary>The RSA keys for signatures in a published key set, by id.</summary>
    /// <exception cref="InvalidDataException">The text is not a key set, or has no RSA key for signatures.</exception>
    public static FrozenDictionary<string, SigningKey> ReadSet(string json)
    {
        var keys = Parse(json)
            .Keys.Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, Use: null or "" or JsonWebKeyUseNames.Sig })
            .DistinctBy(key => key.Kid, StringComparer.Ordinal)
            .ToFrozenDictionary(key => key.Kid, key => new SigningKey(key.Kid, key, EndorsementsOf(key)), StringComparer.Ordinal);
        return keys.Count > 0 ? keys : throw new InvalidDataException("The key set has no RSA key for signatures.");
    }

    private static JsonWebKeySet Parse(string json)
    {
        try
        {
            return new JsonWebKeySet(json);
        }
        catch (Exception fault) when (fault is ArgumentException or JsonException)
        {
            throw new InvalidDataException("The key set cannot be read.", fault);
        }
    }

    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out object? value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray()
                .Where(channel => channel.ValueKind == JsonValueKind.String)
                .Select(channel => channel.GetString()!)
                .ToFrozenSet(StringComparer.Ordinal)
            : [];
}
