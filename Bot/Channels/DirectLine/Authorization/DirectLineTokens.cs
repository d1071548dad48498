using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Authorization;

/// <summary>
/// Issues and checks signed tokens and tickets. A token is valid for one conversation of one person on one site; a ticket opens the stream
/// of the conversation. Both are signed with HMAC-SHA256; the key is in the settings or in the store, so that tokens and tickets remain
/// valid after a restart and on every instance.
/// </summary>
internal sealed class DirectLineTokens(IKeptSecrets secrets, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>The same as in the cloud service. Web Chat refreshes its token every 15 minutes.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(30);

    /// <summary>How long an expired token can be refreshed, so that a person can return to the conversation on the same device.</summary>
    public static readonly TimeSpan RefreshLife = TimeSpan.FromDays(180);

    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(1);

    private byte[]? key;

    public ValueTask<string> TokenAsync(DirectLineToken token, CancellationToken cancellationToken) =>
        SealAsync(Purpose.Token, token, TokenLife, cancellationToken);

    /// <summary>A ticket is part of a URL, which logs may record; it is therefore not the token, and valid for one minute.</summary>
    public ValueTask<string> TicketAsync(DirectLineToken token, CancellationToken cancellationToken) =>
        SealAsync(Purpose.Ticket, token, TicketLife, cancellationToken);

    public ValueTask<TokenCheck> CheckTokenAsync(string? token, CancellationToken cancellationToken) =>
        CheckAsync(Purpose.Token, token, cancellationToken);

    public ValueTask<TokenCheck> CheckTicketAsync(string? ticket, CancellationToken cancellationToken) =>
        CheckAsync(Purpose.Ticket, ticket, cancellationToken);

    private async ValueTask<string> SealAsync(char purpose, DirectLineToken token, TimeSpan life, CancellationToken cancellationToken)
    {
        long expires = (time.GetUtcNow() + life).ToUnixTimeSeconds();
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{purpose}.{token.ConversationId}.{token.UserId}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token.Origin))}.{expires}"
        );
        return $"{text}.{Seal(await KeyAsync(cancellationToken), text)}";
    }

    private async ValueTask<TokenCheck> CheckAsync(char purpose, string? sealedText, CancellationToken cancellationToken)
    {
        string[] parts = (sealedText ?? "").Split('.');
        if (
            parts is not [[var given], { Length: > 0 } conversationId, { Length: > 0 } userId, var origin, var expiry, var seal]
            || given != purpose
            || !long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out long expires)
        )
            return new TokenCheck.Invalid();
        string text = sealedText![..^(seal.Length + 1)];
        byte[] expected = Encoding.ASCII.GetBytes(Seal(await KeyAsync(cancellationToken), text));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(seal)))
            return new TokenCheck.Invalid();
        var token = new DirectLineToken(conversationId, userId, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(origin)));
        TimeSpan past =
            time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Math.Min(expires, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
        return past < TimeSpan.Zero ? new TokenCheck.Valid(token) : new TokenCheck.Expired(token, CanRefresh: past < RefreshLife);
    }

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellationToken) =>
        key ??= Convert.FromBase64String(
            options.Value.SigningKey is { Length: > 0 } given
                ? given
                : await secrets.GetOrCreateAsync("directline-key", MakeKey, cancellationToken)
        );

    private static string MakeKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(DirectLineOptions.MinKeyBytes));

    private static string Seal(byte[] key, string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static class Purpose
    {
        public const char Token = 't';
        public const char Ticket = 's';
    }
}

/// <summary>The content of a token: a person in a conversation. The server generates both ids, from letters, digits and '_'.</summary>
/// <param name="Origin">The site whose script requested the token; <see cref="OriginPolicy.None"/> if the client is not a browser.</param>
internal sealed record DirectLineToken(string ConversationId, string UserId, string Origin)
{
    private const string UserPrefix = "dl_";

    public static DirectLineToken New(string origin) => new(Guid.CreateVersion7().ToString("N"), $"{UserPrefix}{Guid.NewGuid():N}", origin);

    /// <summary>Whether an id has the form of a user id of the page, which no other channel may use.</summary>
    public static bool IsUserId(string id) =>
        id.StartsWith(UserPrefix, StringComparison.Ordinal) && Guid.TryParseExact(id.AsSpan(UserPrefix.Length), "N", out _);
}

/// <summary>The result of checking a token or ticket.</summary>
internal abstract record TokenCheck
{
    private TokenCheck() { }

    public sealed record Valid(DirectLineToken Token) : TokenCheck;

    public sealed record Expired(DirectLineToken Token, bool CanRefresh) : TokenCheck;

    /// <summary>The text is missing or malformed, or its signature is wrong.</summary>
    public sealed record Invalid : TokenCheck;
}
