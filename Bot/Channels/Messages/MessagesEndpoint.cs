using AgaBot.Channels.Authentication;
using AgaBot.Channels.Files;
using AgaBot.Channels.Http;
using AgaBot.Channels.Inbound;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;

namespace AgaBot.Channels.Messages;

/// <summary><c>POST /api/messages</c>: activities from Azure Bot Service, the Playground or another connector.</summary>
internal sealed class MessagesEndpoint(
    Authenticator authenticator,
    ITurnRunner turns,
    DeadlineTurnRunner deadline,
    InvokeHandler invokes,
    AttachedFileHandler files,
    ReplyRenderer renderer
)
{
    private const string ExpectReplies = "expectReplies";

    public async Task PostAsync(HttpContext http)
    {
        // Authenticates before reading the body.
        if (await authenticator.FindCallerAsync(http) is not { } caller)
            return;
        if (await HttpBodies.ReadActivityAsync(http) is not { } activity)
            return;
        if (InboundActivity.Fault(activity) is { } fault)
        {
            await HttpBodies.WriteBadAsync(http, fault);
            return;
        }
        if (caller.Fault(activity) is { } why)
        {
            await authenticator.ForbidAsync(http, why);
            return;
        }
        await TakeAsync(http, activity, caller);
    }

    private async Task TakeAsync(HttpContext http, Activity activity, Caller caller)
    {
        if (string.Equals(activity.Type, ActivityTypes.Invoke, StringComparison.Ordinal))
            await invokes.HandleAsync(http, activity, caller);
        else if (UserInputReader.Read(activity) is { } said)
            await TakeAsync(http, activity, Request(activity, said, caller));
    }

    private async Task TakeAsync(HttpContext http, Activity activity, TurnRequest request)
    {
        try
        {
            ValueTask<UserInput> whole = files.TakeAsync(request, activity);
            // Most messages have no file, and the task is complete.
            UserInput said = whole.IsCompletedSuccessfully
                ? whole.Result
                : await deadline.WaitShowingTypingAsync(whole.AsTask(), request.Reference);
            await RunAsync(http, request with { Input = said }, activity.DeliveryMode);
        }
        catch (StoreUnavailableException)
        {
            await HttpBodies.WriteUnavailableAsync(http);
        }
    }

    private async Task RunAsync(HttpContext http, TurnRequest request, string? deliveryMode)
    {
        ExpectRepliesSender? expected = string.Equals(deliveryMode, ExpectReplies, StringComparison.Ordinal) ? new(renderer) : null;
        TurnResult result = expected is null ? await deadline.RunAsync(request) : await RunWholeAsync(request, expected);
        if (result is TurnResult.Unavailable)
            await HttpBodies.WriteUnavailableAsync(http);
        else if (expected is not null)
            await expected.WriteAsync(http.Response);
    }

    private async ValueTask<TurnResult> RunWholeAsync(TurnRequest request, ExpectRepliesSender expected)
    {
        TurnResult result = await turns.RunAsync(request, expected, CancellationToken.None);
        await result.Sending;
        return result;
    }

    public static TurnRequest Request(Activity activity, UserInput said, Caller caller)
    {
        ConversationKind kind = ConversationKindReader.Read(activity);
        ConversationReference reference = InboundActivity.Reference(activity) with
        {
            IsVouched = caller.VouchesForServiceUrl,
            IsPrivate = kind is ConversationKind.Private,
        };
        return new(said, reference.ReplyToId, reference.Locale, reference)
        {
            ConversationKind = kind,
            Entra = EntraIdReader.Read(activity),
            CardId = InboundActivity.CardId(activity),
        };
    }
}
