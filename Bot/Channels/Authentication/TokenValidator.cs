using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgaBot.Channels.Authentication;

/// <summary>
/// Validates a caller's token as the authentication page of the Bot Connector documents: issuer, audience, lifetime, and the signature by a
/// published key of the issuer. Checks that need no key come first, so that a forged token causes no key look-up.
/// </summary>
internal sealed class TokenValidator
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private static readonly ImmutableArray<string> Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly FrozenDictionary<string, TrustedIssuer> issuers;
    private readonly string audience;
    private readonly TimeProvider time;

    public TokenValidator(IOptions<BotOptions> options, OpenIdMetadataClient client, TimeProvider time, ILogger<IssuerKeys> logger)
    {
        audience = options.Value.AppId;
        issuers = TrustedIssuer.All(options.Value, metadata => new IssuerKeys(metadata, client, time, logger));
        this.time = time;
    }

    public async ValueTask<AuthenticationResult> CheckAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } token)
            return new AuthenticationResult.Unauthenticated("The token cannot be read.");
        if (!Algorithms.Contains(token.Alg))
            return new AuthenticationResult.Unauthenticated("The token is not signed with RS256, RS384 or RS512.");
        if (!issuers.TryGetValue(token.Issuer, out TrustedIssuer? issuer))
            return new AuthenticationResult.Unauthenticated("The token is of an issuer that is not believed.");
        if (string.IsNullOrEmpty(token.Kid))
            return new AuthenticationResult.Unauthenticated("The token does not name its key.");
        return await issuer.Keys.FindAsync(token.Kid, cancellationToken) switch
        {
            KeySearch.Found found => await CheckAsync(token, issuer, found.Key),
            KeySearch.NotListed => new AuthenticationResult.Unauthenticated("The token's key is not among the issuer's."),
            _ => new AuthenticationResult.KeysUnavailable(),
        };
    }

    private async ValueTask<AuthenticationResult> CheckAsync(JsonWebToken token, TrustedIssuer issuer, SigningKey key)
    {
        TokenValidationResult result = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = issuer.Name,
                ValidAudience = audience,
                IssuerSigningKey = key.Key,
                TryAllIssuerSigningKeys = false,
                ValidAlgorithms = Algorithms,
                LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
            }
        );
        return result.IsValid ? issuer.Authenticate(token, key) : new AuthenticationResult.Unauthenticated(Why(result.Exception));
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now - ClockSkew < end && (notBefore is not { } start || now + ClockSkew >= start);
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static string Why(Exception? fault) =>
        fault switch
        {
            SecurityTokenInvalidAudienceException => "The token is for another audience than Bot:AppId.",
            SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "The token has expired, or is not valid yet.",
            SecurityTokenInvalidSignatureException => "The token's signature is not by the key that it names.",
            _ => $"The token does not hold: {fault?.GetType().Name}.",
        };
}
