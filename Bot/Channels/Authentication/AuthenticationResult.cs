namespace AgaBot.Channels.Authentication;

/// <summary>The result of authenticating a caller.</summary>
internal abstract record AuthenticationResult
{
    private AuthenticationResult() { }

    public sealed record Authenticated(Caller Caller) : AuthenticationResult;

    /// <summary>The token is missing or invalid.</summary>
    /// <param name="Why">A sentence for the log. It contains no part of the token.</param>
    public sealed record Unauthenticated(string Why) : AuthenticationResult;

    /// <summary>The caller is known and not allowed.</summary>
    public sealed record Forbidden(string Why) : AuthenticationResult;

    /// <summary>The keys of the issuer cannot be read, so the token may be valid.</summary>
    public sealed record KeysUnavailable : AuthenticationResult;
}
