using System.Text.Json;
using AgaBot.Channels.Messages;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;

namespace AgaBot.Channels.DirectLine;

/// <summary>What happens in a conversation on the page: it is opened, and the person says something.</summary>
internal sealed class PageConversations(
    ITurnRunner turns,
    IActivityLog log,
    ActivityNotifier bells,
    ReplyRenderer renderer,
    TimeProvider time
)
{
    private const string ChannelId = ChannelCapabilities.Page;
    private const string BotId = "agabot";

    /// <summary>The store's keys have an end; a client's id for its own activity is a short random word.</summary>
    private const int MaxClientIdLength = 64;

    /// <summary>
    /// Web Chat never says that a person came: the server does, and again where the first time failed. The turn is recognised by its id.
    /// </summary>
    public async ValueTask<ConversationStartResult> OpenAsync(DirectLineToken pass, string? locale, CancellationToken cancellationToken)
    {
        bool isNew = await log.OpenAsync(pass.ConversationId, cancellationToken);
        LogState state = isNew ? new LogState.Open(0) : await log.FindAsync(pass.ConversationId, cancellationToken);
        if (state is LogState.Ended)
            return ConversationStartResult.Ended;
        ConversationStartResult opening = isNew ? ConversationStartResult.Started : ConversationStartResult.Resumed;
        if (state is LogState.Open { Last: > 0 })
            return opening;
        var request = new TurnRequest(new UserInput.Joined(), $"joined:{pass.ConversationId}", locale, Reference(pass, locale, null));
        var sender = new PageSender(log, bells, renderer, time, echo: null);
        return await RunAsync(request, sender, cancellationToken) ? opening : ConversationStartResult.Unavailable;
    }

    /// <summary>Streams of this instance close at once, those of another with their next look.</summary>
    public async ValueTask EndAsync(string conversationId, CancellationToken cancellationToken)
    {
        await log.EndAsync(conversationId, cancellationToken);
        bells.Notify(conversationId);
    }

    public ValueTask<PostActivityResult> PostAsync(DirectLineToken pass, Activity activity) =>
        PostAsync(pass, activity, activity.Type == ActivityTypes.Message ? UserInputReader.Read(activity) : null);

    /// <param name="what">What the person did by it; null where nothing that the bot answers.</param>
    public async ValueTask<PostActivityResult> PostAsync(DirectLineToken pass, Activity activity, UserInput? what)
    {
        string id = $"{pass.ConversationId}|{ClientId(activity) ?? Guid.CreateVersion7().ToString("N")}";
        if (what is not { } said)
            return new PostActivityResult.Accepted(id);

        // Who speaks is what the token says, whatever the page claims.
        LogEntry echo = PageSender.Entry(
            activity with
            {
                Id = id,
                Timestamp = PageSender.Timestamp(time),
                ChannelId = ChannelId,
                ServiceUrl = null,
                From = new ChannelAccount(pass.UserId, activity.From?.Name, "user"),
                Recipient = null,
                Conversation = new ConversationAccount(pass.ConversationId),
                Attachments = activity.Attachments is { } sent
                    ? [.. sent.Where(static one => one?.ContentType is not null).Select(static one => one with { Content = null })]
                    : null,
            }
        );
        if (echo.Content.Length > LogEntry.MaxContentBytes)
            return new PostActivityResult.TooLarge();
        var sender = new PageSender(log, bells, renderer, time, echo);
        var request = new TurnRequest(said, id, activity.Locale, Reference(pass, activity.Locale, id));
        if (!await RunAsync(request, sender, CancellationToken.None))
            return new PostActivityResult.Unavailable();
        await sender.EchoAsync(pass.ConversationId, CancellationToken.None);
        return new PostActivityResult.Accepted(id);
    }

    /// <summary>False where nothing was kept. The page's log is as near as the store, so that nobody waits long for it.</summary>
    private async ValueTask<bool> RunAsync(TurnRequest request, PageSender sender, CancellationToken cancellationToken)
    {
        TurnResult result = await turns.RunAsync(request, sender, cancellationToken);
        await result.Sending;
        return result is not TurnResult.Unavailable;
    }

    private static ConversationReference Reference(DirectLineToken pass, string? locale, string? replyToId) =>
        new(ChannelId, "", pass.ConversationId, pass.UserId, null, BotId, "AgaBot", locale, replyToId) { IsPrivate = true };

    /// <summary>Web Chat's own id of what it sends: the same when it sends it again. Null where it has none that can be a key.</summary>
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

/// <summary>What came of opening a conversation.</summary>
internal enum ConversationStartResult
{
    Started,

    /// <summary>It was open before.</summary>
    Resumed,

    /// <summary>The person left it: it does not open again.</summary>
    Ended,

    /// <summary>The store is gone: the greeting was not said.</summary>
    Unavailable,
}

/// <summary>What came of an activity that a page posted.</summary>
internal abstract record PostActivityResult
{
    private PostActivityResult() { }

    public sealed record Accepted(string Id) : PostActivityResult;

    /// <summary>The log takes no such piece; nothing happened.</summary>
    public sealed record TooLarge : PostActivityResult;

    /// <summary>The store is gone: nothing was kept.</summary>
    public sealed record Unavailable : PostActivityResult;
}
