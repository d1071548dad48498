using System.Collections.Immutable;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Sending;

/// <summary>The outcome of sending a turn's replies.</summary>
public abstract record Delivery
{
    private Delivery(ImmutableArray<SentReply> sent) => Sent = sent;

    /// <summary>The replies that the channel accepted, in order.</summary>
    public ImmutableArray<SentReply> Sent { get; }

    /// <summary>Nothing remains to be sent. A reply that was not accepted never will be.</summary>
    public sealed record Done(ImmutableArray<SentReply> Taken) : Delivery(Taken);

    /// <summary>The person cannot be written to, e.g. because they blocked the bot. Nothing is sent until they write again.</summary>
    /// <param name="Reason">As the channel names it.</param>
    public sealed record Unreachable(ImmutableArray<SentReply> Taken, string Reason) : Delivery(Taken);

    /// <summary>The rest was not accepted and may be later.</summary>
    public sealed record Waiting(ImmutableArray<SentReply> Taken, Exception Failure) : Delivery(Taken);
}
