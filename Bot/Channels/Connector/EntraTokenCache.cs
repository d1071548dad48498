using System.Net.Http.Headers;
using Azure.Core;

namespace AgaBot.Channels.Connector;

/// <summary>
/// Caches the bot's app token for one API. The token is renewed while the old one is still valid, so that no message waits for the
/// renewal. Concurrent callers share one renewal.
/// </summary>
/// <param name="credential">Null if the bot has no app registration; there is then no token.</param>
/// <param name="scope">The scope of the API, e.g. <see cref="ConnectorScope"/>.</param>
internal sealed class EntraTokenCache(TokenCredential? credential, string scope, TimeProvider time, ILogger<EntraTokenCache> logger)
{
    public const string ConnectorScope = "https://api.botframework.com/.default";

    private readonly TokenRequestContext tokenRequest = new([scope]);

    /// <summary>How long before its end a token is renewed, if Entra ID does not say. Tokens are valid for an hour or more.</summary>
    private static readonly TimeSpan RenewBeforeEnd = TimeSpan.FromMinutes(10);

    /// <summary>A token that ends sooner is not sent, because it could expire on the way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Token? held;
    private Task<Token>? renewal;
    private DateTimeOffset retryFrom;

    /// <summary>The value of the <c>Authorization</c> header; null if the bot has no app registration.</summary>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">There is no valid token, and Entra ID issued none.</exception>
    public ValueTask<AuthenticationHeaderValue?> GetAsync()
    {
        if (credential is null)
            return ValueTask.FromResult<AuthenticationHeaderValue?>(null);
        DateTimeOffset now = time.GetUtcNow();
        Token? token = Volatile.Read(ref held);
        if (token is null || now >= token.End - Margin)
            return new(WaitAsync(Renew(credential)));
        if (now >= token.RenewFrom && now >= retryFrom)
            Renew(credential);
        return ValueTask.FromResult<AuthenticationHeaderValue?>(token.Header);
    }

    /// <summary>Removes a token that the API refused; the next request gets a new one.</summary>
    public void Forget(AuthenticationHeaderValue refused)
    {
        lock (gate)
        {
            if (ReferenceEquals(held?.Header, refused))
                held = null;
        }
    }

    private static async Task<AuthenticationHeaderValue?> WaitAsync(Task<Token> renewal) => (await renewal).Header;

    /// <summary>Returns the renewal in progress, or starts one.</summary>
    private Task<Token> Renew(TokenCredential of)
    {
        lock (gate)
            return renewal is { IsCompleted: false } ? renewal : renewal = RenewAsync(of);
    }

    private async Task<Token> RenewAsync(TokenCredential of)
    {
        // The caller holds the lock.
        await Task.Yield();
        try
        {
            AccessToken given = await of.GetTokenAsync(tokenRequest, CancellationToken.None);
            var token = new Token(new("Bearer", given.Token), given.RefreshOn ?? given.ExpiresOn - RenewBeforeEnd, given.ExpiresOn);
            lock (gate)
                held = token;
            return token;
        }
        catch (Exception failure)
        {
            retryFrom = time.GetUtcNow() + RetryDelay;
            ConnectorLog.NoToken(logger, scope, failure);
            throw;
        }
    }

    private sealed record Token(AuthenticationHeaderValue Header, DateTimeOffset RenewFrom, DateTimeOffset End);
}
