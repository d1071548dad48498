using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

/// <summary>
/// Seals who may do what for how long: a token opens one conversation for one person on one site and nothing else, a ticket opens its
/// stream once a page connects. HMAC-SHA256 with a key from the settings, or kept with the data, so that both outlive a restart and hold on every instance.
/// </summary>
internal sealed class DirectLineTokens(IKeptSecrets secrets, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>As in the cloud; Web Chat refreshes every 15 minutes.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(30);

    /// <summary>How long an expired token can still be changed for a new one: a person comes back to their conversation on the same device.</summary>
    public static readonly TimeSpan RefreshLife = TimeSpan.FromDays(180);

    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(1);

    private byte[]? key;

    public ValueTask<string> TokenAsync(DirectLineToken pass, CancellationToken cancellationToken) =>
        SealAsync(Purpose.Token, pass, TokenLife, cancellationToken);

    /// <summary>Stands in a URL, which ends up in logs: so it is not the token, and lives for a minute.</summary>
    public ValueTask<string> TicketAsync(DirectLineToken pass, CancellationToken cancellationToken) =>
        SealAsync(Purpose.Ticket, pass, TicketLife, cancellationToken);

    public ValueTask<TokenCheck> CheckTokenAsync(string? token, CancellationToken cancellationToken) =>
        CheckAsync(Purpose.Token, token, cancellationToken);

    public ValueTask<TokenCheck> CheckTicketAsync(string? ticket, CancellationToken cancellationToken) =>
        CheckAsync(Purpose.Ticket, ticket, cancellationToken);

    private async ValueTask<string> SealAsync(char purpose, DirectLineToken pass, TimeSpan life, CancellationToken cancellationToken)
    {
        long expires = (time.GetUtcNow() + life).ToUnixTimeSeconds();
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{purpose}.{pass.ConversationId}.{pass.UserId}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(pass.Origin))}.{expires}"
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
        byte[] right = Encoding.ASCII.GetBytes(Seal(await KeyAsync(cancellationToken), text));
        if (!CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(seal)))
            return new TokenCheck.Invalid();
        var pass = new DirectLineToken(conversationId, userId, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(origin)));
        TimeSpan past =
            time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Math.Min(expires, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
        return past < TimeSpan.Zero ? new TokenCheck.Valid(pass) : new TokenCheck.Expired(pass, CanRefresh: past < RefreshLife);
    }

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellationToken) =>
        key ??= Convert.FromBase64String(
            options.Value.SigningKey is { Length: > 0 } given
                ? given
                : await secrets.GetOrCreateAsync("directline-key", MakeKey, cancellationToken)
        );

    private static string MakeKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(DirectLineOptions.LeastKeyBytes));

    private static string Seal(byte[] key, string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static class Purpose
    {
        public const char Token = 't';
        public const char Ticket = 's';
    }
}

/// <summary>A person in a conversation. Both ids are made by the server, of letters, digits and '_' alone.</summary>
/// <param name="Origin">Of the site whose script asked for the token; <see cref="OriginPolicy.None"/> where it was no browser.</param>
internal sealed record DirectLineToken(string ConversationId, string UserId, string Origin)
{
    private const string UserPrefix = "dl_";

    public static DirectLineToken New(string origin) => new(Guid.CreateVersion7().ToString("N"), $"{UserPrefix}{Guid.NewGuid():N}", origin);

    /// <summary>Whether an id could be that of somebody on the page, for whom nobody else may speak.</summary>
    public static bool IsUserId(string id) =>
        id.StartsWith(UserPrefix, StringComparison.Ordinal) && Guid.TryParseExact(id.AsSpan(UserPrefix.Length), "N", out _);
}

/// <summary>What a token or ticket is worth.</summary>
internal abstract record TokenCheck
{
    private TokenCheck() { }

    public sealed record Valid(DirectLineToken Pass) : TokenCheck;

    public sealed record Expired(DirectLineToken Pass, bool CanRefresh) : TokenCheck;

    /// <summary>Missing, garbled, or sealed by somebody else.</summary>
    public sealed record Invalid : TokenCheck;
}
