using System.Net.Http.Headers;
using Azure.Core;

namespace AgaBot.Channels.Connector;

/// <summary>
/// The bot's token for one API, as its app: renewed while the old one is still good, so that no message waits for it, and once however
/// many messages leave at that time.
/// </summary>
/// <param name="credential">Null where the bot is nobody: then there is no token.</param>
/// <param name="scope">Which API, e.g. <see cref="ConnectorScope"/>.</param>
internal sealed class EntraTokenCache(TokenCredential? credential, string scope, TimeProvider time, ILogger<EntraTokenCache> logger)
{
    public const string ConnectorScope = "https://api.botframework.com/.default";

    private readonly TokenRequestContext wanted = new([scope]);

    /// <summary>Entra's tokens last an hour or more.</summary>
    private static readonly TimeSpan RenewedBeforeTheEnd = TimeSpan.FromMinutes(10);

    /// <summary>A token that ends on its way is none.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Token? held;
    private Task<Token>? renewal;
    private DateTimeOffset quietUntil;

    /// <summary>What goes into <c>Authorization</c>; null where the bot is nobody.</summary>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">There is no good token, and none was given.</exception>
    public ValueTask<AuthenticationHeaderValue?> GetAsync()
    {
        if (credential is null)
            return ValueTask.FromResult<AuthenticationHeaderValue?>(null);
        DateTimeOffset now = time.GetUtcNow();
        Token? token = Volatile.Read(ref held);
        if (token is null || now >= token.End - Margin)
            return new(WaitAsync(Renew(credential)));
        if (now >= token.RenewFrom && now >= quietUntil)
            Renew(credential);
        return ValueTask.FromResult<AuthenticationHeaderValue?>(token.Header);
    }

    /// <summary>The API did not take this one: the next request asks for another.</summary>
    public void Forget(AuthenticationHeaderValue refused)
    {
        lock (gate)
        {
            if (ReferenceEquals(held?.Header, refused))
                held = null;
        }
    }

    private static async Task<AuthenticationHeaderValue?> WaitAsync(Task<Token> renewal) => (await renewal).Header;

    /// <summary>The one renewal that is under way, or a new one.</summary>
    private Task<Token> Renew(TokenCredential of)
    {
        lock (gate)
            return renewal is { IsCompleted: false } ? renewal : renewal = RenewAsync(of);
    }

    private async Task<Token> RenewAsync(TokenCredential of)
    {
        // Whoever began it holds the gate.
        await Task.Yield();
        try
        {
            AccessToken given = await of.GetTokenAsync(wanted, CancellationToken.None);
            var token = new Token(new("Bearer", given.Token), given.RefreshOn ?? given.ExpiresOn - RenewedBeforeTheEnd, given.ExpiresOn);
            lock (gate)
                held = token;
            return token;
        }
        catch (Exception failure)
        {
            quietUntil = time.GetUtcNow() + TriedAgainAfter;
            ConnectorLog.NoToken(logger, scope, failure);
            throw;
        }
    }

    private sealed record Token(AuthenticationHeaderValue Header, DateTimeOffset RenewFrom, DateTimeOffset End);
}
