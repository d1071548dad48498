using System.Runtime.InteropServices;
using System.Text.Json;
using AgaBot.Json;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>talk:…</c> of a participant's partition.</summary>
/// <param name="OlderTurns">Hashes of turn ids; older versions kept whole ids.</param>
/// <param name="Unreachable">Missing where messages reach the person.</param>
internal sealed record StoredConversation(
    int V,
    StoredTalk Talk,
    StoredTurn[] Taken,
    string[] OlderTurns,
    string? Unreachable = null,
    StoredOpenCard? OpenCard = null
) : IStoredRow
{
    public static StoredConversation Of(ConversationRecord conversation) =>
        new(
            StoredRow.Version,
            StoredTalk.Of(conversation.State),
            [.. conversation.Taken.Select(StoredTurn.Of)],
            ImmutableCollectionsMarshal.AsArray(conversation.OlderTurns) ?? [],
            conversation.Unreachable,
            StoredOpenCard.Of(conversation.OpenCard)
        );

    public ConversationRecord ToConversation() =>
        new(Talk.ToTalk(), [.. Taken.Select(turn => turn.ToTurn())], [.. OlderTurns.Select(RecentTurns.Mark)])
        {
            Unreachable = Unreachable,
            OpenCard = OpenCard?.ToOpenCard(),
        };
}

/// <param name="Delivered">
/// The ids that the channel gave to the first replies, empty where it gave none; missing where no reply was delivered yet.
/// </param>
/// <param name="GivenUp">Missing where undelivered replies are still to be sent, or all were delivered.</param>
internal sealed record StoredTurn(
    string Id,
    StoredReference Reference,
    StoredReply[] Replies,
    bool Sent,
    string[]? Delivered = null,
    DateTimeOffset? GivenUp = null
)
{
    public static StoredTurn Of(TakenTurn turn) =>
        new(
            turn.TurnId,
            StoredReference.Of(turn.Reference),
            [.. turn.Replies.Select(StoredReply.Of)],
            turn.Sent,
            turn.Delivered.IsEmpty ? null : [.. turn.Delivered.Select(sent => sent.ActivityId ?? "")],
            turn.GivenUp
        );

    public TakenTurn ToTurn() =>
        new(Id, Reference.ToReference(), [.. Replies.Select(reply => reply.ToReply())], Sent)
        {
            Delivered = Delivered is null
                ? []
                : [.. Delivered.Select((activityId, i) => new SentReply(Replies[i].Id, activityId is "" ? null : activityId))],
            GivenUp = GivenUp,
        };
}

/// <param name="Text">Left out with a card, whose data holds the text already: the row is written at each turn and should be small.</param>
/// <param name="Speak">Left out as <paramref name="Text"/> is.</param>
internal sealed record StoredReply(
    string Id,
    string? Text = null,
    string? Speak = null,
    string? Template = null,
    RawJson? Data = null,
    DateTimeOffset? At = null,
    StoredOpenCard? Replaces = null,
    string? Code = null
)
{
    public static StoredReply Of(PendingReply reply) =>
        (
            reply.Template is { } template
                ? new StoredReply(reply.Id, Template: template, Data: new RawJson(reply.Data))
                : new StoredReply(reply.Id, reply.Text)
        ) with
        {
            At = reply.At == default ? null : reply.At,
            Replaces = StoredOpenCard.Of(reply.Replaces),
            Code = reply.Code,
        };

    public PendingReply ToReply() =>
        (
            Data is { } data
                ? new PendingReply(Id, Text ?? In(data, "fallbackText"), Template, data.Utf8, Speak ?? In(data, "speak"))
                : new PendingReply(Id, Text ?? "", null, default, "")
        ) with
        {
            At = At ?? default,
            Replaces = Replaces?.ToOpenCard(),
            Code = Code,
        };

    private static string In(RawJson data, string property)
    {
        using JsonDocument document = JsonDocument.Parse(data.Utf8);
        return document.RootElement.TryGetProperty(property, out JsonElement value) ? value.GetString() ?? "" : "";
    }
}

internal sealed record StoredOpenCard(string Reply, string Session, int Revision, DateTimeOffset At, string? Activity = null)
{
    public static StoredOpenCard? Of(OpenCard? card) =>
        card is null ? null : new(card.ReplyId, card.Session, card.Revision, card.At, card.ActivityId);

    public OpenCard ToOpenCard() => new(Reply, Session, Revision, Activity, At);
}

/// <param name="Vouched">Left out where no token confirmed <paramref name="ServiceUrl"/>.</param>
/// <param name="Private">Left out where others can read along, and by versions that did not record it.</param>
internal sealed record StoredReference(
    string Channel,
    string ServiceUrl,
    string Conversation,
    string User,
    string Bot,
    string? UserName = null,
    string? BotName = null,
    string? Locale = null,
    string? ReplyTo = null,
    bool? Vouched = null,
    bool? Private = null
)
{
    public static StoredReference Of(ConversationReference reference) =>
        new(
            reference.ChannelId,
            reference.ServiceUrl,
            reference.ConversationId,
            reference.UserId,
            reference.BotId,
            reference.UserName,
            reference.BotName,
            reference.Locale,
            reference.ReplyToId,
            reference.IsVouched ? true : null,
            reference.IsPrivate ? true : null
        );

    public ConversationReference ToReference() =>
        new(Channel, ServiceUrl, Conversation, User, UserName, Bot, BotName, Locale, ReplyTo, Vouched ?? false)
        {
            IsPrivate = Private ?? false,
        };
}
