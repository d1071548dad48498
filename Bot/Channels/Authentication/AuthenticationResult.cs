namespace AgaBot.Channels.Authentication;

/// <summary>What came of asking who calls.</summary>
internal abstract record AuthenticationResult
{
    private AuthenticationResult() { }

    public sealed record Authenticated(Caller Caller) : AuthenticationResult;

    /// <summary>There is no token, or none that holds.</summary>
    /// <param name="Why">For the log: a sentence of ours, with nothing of the token in it.</param>
    public sealed record Unauthenticated(string Why) : AuthenticationResult;

    /// <summary>It is known who calls, and they may not.</summary>
    public sealed record Forbidden(string Why) : AuthenticationResult;

    /// <summary>The issuer's keys cannot be had: the token may be right.</summary>
    public sealed record KeysUnavailable : AuthenticationResult;
}
