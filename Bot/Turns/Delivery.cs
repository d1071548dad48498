using System.Collections.Immutable;

namespace AgaBot.Turns;

/// <summary>What became of a turn's replies.</summary>
public abstract record Delivery
{
    private Delivery(ImmutableArray<SentReply> sent) => Sent = sent;

    /// <summary>The replies that the channel took, in order.</summary>
    public ImmutableArray<SentReply> Sent { get; }

    /// <summary>Nothing is left to do: what was not taken never will be.</summary>
    public sealed record Done(ImmutableArray<SentReply> Taken) : Delivery(Taken);

    /// <summary>The person cannot be written to, e.g. because they blocked the bot; until they write again, nothing is tried.</summary>
    /// <param name="Reason">As the channel names it.</param>
    public sealed record Unreachable(ImmutableArray<SentReply> Taken, string Reason) : Delivery(Taken);

    /// <summary>The rest was not taken, and may be later.</summary>
    public sealed record Waiting(ImmutableArray<SentReply> Taken, Exception Failure) : Delivery(Taken);
}

/// <summary>A reply that its channel took.</summary>
/// <param name="ReplyId">The <see cref="PendingReply.Id"/> of it.</param>
/// <param name="ActivityId">The id that the channel gave the message, by which it can be replaced; null where it gave none.</param>
public sealed record SentReply(string ReplyId, string? ActivityId);
