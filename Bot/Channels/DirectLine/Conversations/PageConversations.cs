using System.Text.Json;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.Http;
using AgaBot.Channels.Inbound;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;

namespace AgaBot.Channels.DirectLine.Conversations;

/// <summary>Runs the turns of conversations on the page.</summary>
internal sealed class PageConversations(
    ITurnRunner turns,
    IActivityLog log,
    ActivityNotifier notifier,
    ReplyRenderer renderer,
    ActivityRedaction redaction,
    TimeProvider time
)
{
    private const string ChannelId = ChannelCapabilities.Page;
    private const string BotId = "agabot";

    /// <summary>Maximum length of a client's activity id, which becomes part of a key in the store. Web Chat's ids are short.</summary>
    private const int MaxClientIdLength = 64;

    /// <summary>
    /// Starts a conversation and greets the person, because Web Chat reports no arrival. If the greeting failed, the next call runs the
    /// turn again under the same id.
    /// </summary>
    public async ValueTask<ConversationStartResult> OpenAsync(DirectLineToken token, string? locale, CancellationToken cancellationToken)
    {
        bool isNew = await log.OpenAsync(token.ConversationId, cancellationToken);
        LogState state = isNew ? new LogState.Open(0) : await log.FindAsync(token.ConversationId, cancellationToken);
        if (state is LogState.Ended)
            return ConversationStartResult.Ended;
        ConversationStartResult opening = isNew ? ConversationStartResult.Started : ConversationStartResult.Resumed;
        if (state is LogState.Open { Last: > 0 })
            return opening;
        var request = new TurnRequest(new UserInput.Joined(), $"joined:{token.ConversationId}", locale, Reference(token, locale, null));
        var sender = new PageSender(log, notifier, renderer, time, echo: null);
        return await RunAsync(request, sender, cancellationToken) ? opening : ConversationStartResult.Unavailable;
    }

    /// <summary>Streams of this instance close at once; those of other instances close at their next poll.</summary>
    public async ValueTask EndAsync(string conversationId, CancellationToken cancellationToken)
    {
        await log.EndAsync(conversationId, cancellationToken);
        notifier.Notify(conversationId);
    }

    public ValueTask<PostActivityResult> PostAsync(DirectLineToken token, Activity activity, string? addressBlock) =>
        PostAsync(token, activity, activity.Type == ActivityTypes.Message ? UserInputReader.Read(activity) : null, addressBlock);

    /// <param name="input">The input of the activity; null if the bot does not respond to it.</param>
    /// <param name="addressBlock">Null if a code cannot be in the input.</param>
    /// <param name="senderGone">Cancelled when the page hangs up, which ends the reading of a document before its turn.</param>
    public async ValueTask<PostActivityResult> PostAsync(
        DirectLineToken token,
        Activity activity,
        UserInput? input,
        string? addressBlock = null,
        CancellationToken senderGone = default
    )
    {
        string id = $"{token.ConversationId}|{ClientId(activity) ?? Guid.CreateVersion7().ToString("N")}";
        if (input is not { } known)
            return new PostActivityResult.Accepted(id);

        // The token determines the sender, whatever the page claims.
        LogEntry echo = PageSender.Entry(
            redaction.Redact(activity) with
            {
                Id = id,
                Timestamp = PageSender.Timestamp(time),
                ChannelId = ChannelId,
                ServiceUrl = null,
                From = new ChannelAccount(token.UserId, redaction.Redact(activity.From?.Name), "user"),
                Recipient = null,
                Conversation = new ConversationAccount(token.ConversationId),
                Attachments = activity.Attachments is { } sent
                    ?
                    [
                        .. sent.Where(static one => one?.ContentType is not null)
                            .Select(one => one with { Content = null, Name = redaction.Redact(one.Name) }),
                    ]
                    : null,
            }
        );
        if (echo.Content.Length > LogEntry.MaxContentBytes)
            return new PostActivityResult.TooLarge();
        var sender = new PageSender(log, notifier, renderer, time, echo);
        var request = new TurnRequest(known, id, activity.Locale, Reference(token, activity.Locale, id))
        {
            AddressBlock = addressBlock,
            SenderGone = senderGone,
        };
        if (!await RunAsync(request, sender, CancellationToken.None))
            return new PostActivityResult.Unavailable();
        await sender.EchoAsync(token.ConversationId, CancellationToken.None);
        return new PostActivityResult.Accepted(id);
    }

    /// <summary>
    /// False if nothing was stored. Waits for the replies, because writing to the page's log takes no longer than a turn.
    /// </summary>
    private async ValueTask<bool> RunAsync(TurnRequest request, PageSender sender, CancellationToken cancellationToken)
    {
        TurnResult result = await turns.RunAsync(request, sender, cancellationToken);
        await result.Sending;
        return result is not TurnResult.Unavailable;
    }

    private static ConversationReference Reference(DirectLineToken token, string? locale, string? replyToId) =>
        new(ChannelId, "", token.ConversationId, token.UserId, null, BotId, "AgaBot", locale, replyToId) { IsPrivate = true };

    /// <summary>
    /// The id that Web Chat gave the activity, which is the same on a retry. Null if there is none, or if it cannot be part of a key.
    /// </summary>
    private static string? ClientId(Activity activity)
    {
        if (activity.ChannelData is not { } data)
            return null;
        using JsonDocument read = JsonDocument.Parse(data.Utf8);
        if (
            read.RootElement.ValueKind != JsonValueKind.Object
            || !read.RootElement.TryGetProperty("clientActivityID", out JsonElement id)
            || id.ValueKind != JsonValueKind.String
        )
            return null;
        string raw = id.GetRawText()[1..^1];
        return
            raw.Length is > 0 and <= MaxClientIdLength
            && raw.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? raw
            : null;
    }
}

/// <summary>The result of opening a conversation.</summary>
internal enum ConversationStartResult
{
    Started,

    /// <summary>The conversation was open before.</summary>
    Resumed,

    /// <summary>The person left the conversation, which cannot be opened again.</summary>
    Ended,

    /// <summary>The store is unavailable, and the person was not greeted.</summary>
    Unavailable,
}

/// <summary>The result of posting an activity.</summary>
internal abstract record PostActivityResult
{
    private PostActivityResult() { }

    public abstract Task WriteAsync(HttpContext http);

    public sealed record Accepted(string Id) : PostActivityResult
    {
        public override Task WriteAsync(HttpContext http) =>
            http.Response.WriteAsJsonAsync(new ResourceResponse(Id), ActivityJsonContext.Wire.ResourceResponse);
    }

    /// <summary>The activity is too large for the log; nothing was stored.</summary>
    public sealed record TooLarge : PostActivityResult
    {
        public override Task WriteAsync(HttpContext http) => HttpBodies.WriteTooLargeAsync(http);
    }

    /// <summary>The store is unavailable; nothing was stored.</summary>
    public sealed record Unavailable : PostActivityResult
    {
        public override Task WriteAsync(HttpContext http) => HttpBodies.WriteUnavailableAsync(http);
    }
}
