using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>One thing that a person did, as a channel hands it over.</summary>
/// <param name="ActivityId">The channel's id of it, by which a redelivery is recognised; null where the channel gives none.</param>
/// <param name="Locale">What the channel says of the person's language; may be missing or nonsense.</param>
/// <param name="Reference">Where the answer goes.</param>
public sealed record TurnRequest(UserInput Input, string? ActivityId, string? Locale, ConversationReference Reference)
{
    /// <summary>The activity whose card was pressed, as the channel names it; null elsewhere.</summary>
    public string? CardId { get; init; }

    public Setting Setting { get; init; } = new Setting.Alone();

    /// <summary>Who the person is in their organisation's directory; null where the channel does not vouch for it.</summary>
    public EntraId? Entra { get; init; }

    /// <summary>A person is who their directory says, the same for every bot and channel of it; elsewhere, the channel's id of them.</summary>
    public ParticipantId Participant =>
        Whose ?? (Entra is { } known ? ParticipantIds.Of(known) : ParticipantIds.Of(Reference.ChannelId, Reference.UserId));

    /// <summary>Set where the bot itself begins and knows whose turn it is; null where somebody did something.</summary>
    public ParticipantId? Whose { get; init; }
}

/// <summary>Where messages of the bot go; kept with the conversation, so that replies can be sent after a restart.</summary>
/// <param name="ServiceUrl">The connector's address; empty on the bot's own page.</param>
/// <param name="ReplyToId">The activity that is answered; null for a message of the bot's own accord.</param>
/// <param name="IsVouched">Whether a valid token said that the channel is at <paramref name="ServiceUrl"/> [A7550]: only there may the bot's own token go.</param>
public sealed record ConversationReference(
    string ChannelId,
    string ServiceUrl,
    string ConversationId,
    string UserId,
    string? UserName,
    string BotId,
    string? BotName,
    string? Locale,
    string? ReplyToId,
    bool IsVouched = false
)
{
    /// <summary>Whether the person was seen to be alone with the bot there: only then may it speak first about what is theirs.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>What came of a turn.</summary>
public abstract record TurnResult
{
    private TurnResult() { }

    /// <summary>The outcome's name in logs and metrics.</summary>
    public abstract string Name { get; }

    /// <summary>Ends when the replies were sent, or have to wait for the next turn; never in an exception. Nothing is lost where nobody waits for it.</summary>
    public virtual Task Sending => Task.CompletedTask;

    /// <summary>It is safe: its effect and its replies survive whatever happens next.</summary>
    public sealed record Committed(Task Replies) : TurnResult
    {
        public override string Name => "committed";

        public override Task Sending => Replies;
    }

    /// <summary>The activity was taken before; its replies are sent again and nothing changed.</summary>
    public sealed record Redelivered(Task Replies) : TurnResult
    {
        public override string Name => "redelivered";

        public override Task Sending => Replies;
    }

    /// <summary>We made a mistake: nothing changed, and the person is told so.</summary>
    public sealed record Broke(Task Apology) : TurnResult
    {
        public override string Name => "broke";

        public override Task Sending => Apology;
    }

    /// <summary>The store is gone or contended: nothing was kept, the sender may try again.</summary>
    public sealed record Unavailable : TurnResult
    {
        public override string Name => "unavailable";
    }
}
