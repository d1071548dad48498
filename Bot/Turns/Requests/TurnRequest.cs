using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Turns.Requests;

/// <summary>One thing that a person did, as the channel reports it.</summary>
/// <param name="ActivityId">
/// The channel's id of the activity, by which a redelivery is recognised; null where the channel gives none.
/// </param>
/// <param name="Locale">The person's language according to the channel. May be missing or invalid.</param>
/// <param name="Reference">Where the replies go.</param>
public sealed record TurnRequest(UserInput Input, string? ActivityId, string? Locale, ConversationReference Reference)
{
    /// <summary>The activity whose card was pressed, as the channel names it; null for any other input.</summary>
    public string? CardId { get; init; }

    /// <summary>
    /// Cancelled when the sender hangs up. It ends the reading of a document before the turn; a turn that has begun is not cancelled.
    /// </summary>
    public CancellationToken SenderGone { get; init; }

    public ConversationKind ConversationKind { get; init; } = new ConversationKind.Private();

    /// <summary>The address block from which the person writes, as an opaque key; null where the channel shows none.</summary>
    public string? AddressBlock { get; init; }

    /// <summary>The person's id in their organisation's directory; null where the channel does not vouch for one.</summary>
    public EntraId? Entra { get; init; }

    /// <summary>
    /// The directory id names the person, in every channel of that directory. Without a directory id, the channel's id names the person.
    /// </summary>
    public ParticipantId Participant =>
        Addressee ?? (Entra is { } known ? ParticipantIds.Of(known) : ParticipantIds.Of(Reference.ChannelId, Reference.UserId));

    /// <summary>The participant to whom the bot speaks first; null where a person did something.</summary>
    public ParticipantId? Addressee { get; init; }
}
