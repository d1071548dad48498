namespace AgaBot.Channels.Authentication;

/// <summary>What came of asking who calls.</summary>
internal abstract record Admission
{
    private Admission() { }

    public sealed record Admitted(Caller Caller) : Admission;

    /// <summary>There is no token, or none that holds.</summary>
    /// <param name="Why">For the log: a sentence of ours, with nothing of the token in it.</param>
    public sealed record Unknown(string Why) : Admission;

    /// <summary>It is known who calls, and they may not.</summary>
    public sealed record Unwelcome(string Why) : Admission;

    /// <summary>The issuer's keys cannot be had: the token may be right.</summary>
    public sealed record Undecided : Admission;
}
