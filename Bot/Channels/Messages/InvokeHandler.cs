using AgaBot.Channels.Authentication;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;

namespace AgaBot.Channels.Messages;

/// <summary>
/// Handles invokes. Only <see cref="CardAction"/> is supported, and runs a turn. A redelivered invoke is a redelivered turn: the response
/// is the same and nothing changes.
/// </summary>
internal sealed class InvokeHandler(ITurnRunner turns, DeadlineTurnRunner deadline, ReplyRenderer renderer, ConnectorSender connector)
{
    public Task HandleAsync(HttpContext http, Activity activity, Caller caller)
    {
        if (!string.Equals(activity.Name, CardAction.Name, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return Task.CompletedTask;
        }
        CardAction action = CardAction.Read(activity.Value);
        if (action is CardAction.Known known)
            return RunAsync(http, MessagesEndpoint.Request(activity, new UserInput.Pressed(known.Submit), caller));
        if (action is CardAction.Malformed)
            return WriteMalformedAsync(http);
        return WriteAsync(
            http,
            InvokeResponse.Error(StatusCodes.Status400BadRequest, "BadRequest", "No card of this bot has such an action.")
        );
    }

    private async Task RunAsync(HttpContext http, TurnRequest request)
    {
        var sender = new InvokeReplySender(renderer, connector, request.CardId);
        TurnResult result = await turns.RunAsync(request, sender, CancellationToken.None);
        await deadline.WaitForRepliesAsync(result);
        await WriteAsync(
            http,
            result switch
            {
                not (TurnResult.Committed or TurnResult.Redelivered) => InvokeResponse.Error(
                    StatusCodes.Status500InternalServerError,
                    "InternalError",
                    "Nothing was kept. Try again."
                ),
                _ when sender.ReplacementCard is { } card => InvokeResponse.Card(card),
                _ => InvokeResponse.Message(SystemReplies.AnsweredBelow(request.Locale)),
            }
        );
    }

    private static Task WriteMalformedAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return WriteAsync(http, InvokeResponse.Error(StatusCodes.Status400BadRequest, "BadRequest", "value.action is missing."));
    }

    private static Task WriteAsync(HttpContext http, InvokeResponse response) =>
        http.Response.WriteAsJsonAsync(response, ActivityJsonContext.Wire.InvokeResponse);
}
