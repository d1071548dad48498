using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;
using Azure.Identity;
using Polly;
using Polly.CircuitBreaker;

namespace AgaBot.Channels.Connector;

/// <summary>
/// Sends, updates and deletes messages through the connector of a channel (docs/decisions/0012).
/// The protocol has no idempotency key for messages. A message that may have arrived (the response was lost, or was a plain 500) is
/// therefore never sent again: if it was lost, the reply to the person's next message shows where the dialog stands. After 502 and 504 of
/// a gateway the message is sent again, as Teams requires, and in rare cases the person reads it twice.
/// </summary>
internal sealed class ConnectorClient(
    EntraTokenCache tokens,
    ConnectorResilience resilience,
    TimeProvider time,
    ILogger<ConnectorClient> logger
) : IDisposable
{
    /// <summary>Ids are stored with the conversation. The limit is higher than the length of any channel's ids.</summary>
    private const int MaxIdLength = 500;

    private const int MaxReasonLength = 60;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private readonly HttpClient http = ConnectorHttp.Create();

    /// <summary>Sends an activity to a conversation, as a reply to <see cref="ConversationReference.ReplyToId"/>.</summary>
    public ValueTask<ConnectorResult> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        ExecuteAsync(to, new(Operation.Send, ActivityPath(to, to.ReplyToId), ActivityJsonContext.Write(activity)), cancellationToken);

    /// <summary>Replaces an activity that was sent before.</summary>
    public ValueTask<ConnectorResult> UpdateAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) => ExecuteAsync(to, new(Operation.Update, ActivityPath(to, activityId), ActivityJsonContext.Write(activity)), cancellationToken);

    /// <summary>Deletes an activity that was sent before.</summary>
    public ValueTask<ConnectorResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        ExecuteAsync(to, new(Operation.Delete, ActivityPath(to, activityId), Body: null), cancellationToken);

    /// <summary>Creates a conversation, e.g. with one person of a group. The id of the result is the id of the conversation.</summary>
    /// <param name="at">
    /// Any conversation at the same connector. A different <c>serviceUrl</c> in the response is ignored, because no token vouches for it.
    /// </param>
    public ValueTask<ConnectorResult> CreateConversationAsync(
        ConversationReference at,
        ConversationParameters conversation,
        CancellationToken cancellationToken
    ) =>
        ExecuteAsync(
            at,
            new(Operation.CreateConversation, "conversations", Json(conversation, ActivityJsonContext.Wire.ConversationParameters)),
            cancellationToken
        );

    public void Dispose() => http.Dispose();

    private async ValueTask<ConnectorResult> ExecuteAsync(
        ConversationReference to,
        ConnectorRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!ServiceUrls.MayBeCalled(to))
        {
            ConnectorLog.NotAllowed(logger, to.ChannelId);
            return new ConnectorResult.Rejected(Status: null);
        }
        // A serviceUrl may have a path, and may end in a slash or not.
        var address = new Uri($"{to.ServiceUrl.TrimEnd('/')}/v3/{request.Path}");
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            Outcome<ConnectorResult> outcome = await resilience
                .PipelineFor(address.Authority)
                .ExecuteOutcomeAsync(
                    static async (context, state) =>
                        Outcome.FromResult(
                            await state.Client.TryAsync(state.Request, state.Address, state.IsVouched, context.CancellationToken)
                        ),
                    context,
                    (Client: this, Request: request, Address: address, to.IsVouched)
                );
            if (outcome.Result is ConnectorResult.Rejected { Status: { } status })
                ConnectorLog.Refused(logger, to.ChannelId, (int)status);
            if (outcome.Exception is BrokenCircuitException or OperationCanceledException)
                return new ConnectorResult.RetryLater(outcome.Exception, RetryAfter: null, IsDown: true);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<ConnectorResult> TryAsync(
        ConnectorRequest request,
        Uri address,
        bool isVouched,
        CancellationToken cancellationToken
    )
    {
        using var message = new HttpRequestMessage(request.Method, address);
        if (request.Body is not null)
            message.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = JsonType } };
        try
        {
            if (isVouched)
                message.Headers.Authorization = await tokens.GetAsync();
        }
        catch (AuthenticationFailedException failure)
        {
            return new ConnectorResult.RetryLater(failure, RetryAfter: null, IsDown: false);
        }
        try
        {
            using HttpResponseMessage response = await http.SendAsync(message, cancellationToken);
            return await ReadAsync(request, response, message.Headers.Authorization, cancellationToken);
        }
        catch (HttpRequestException failure)
            when (failure.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
            )
        {
            return new ConnectorResult.RetryLater(failure, RetryAfter: null, IsDown: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            if (request.MayBeRepeated)
                return new ConnectorResult.RetryLater(failure, RetryAfter: null, IsDown: true);
            ConnectorLog.AnswerLost(logger, failure);
            return new ConnectorResult.ResponseLost();
        }
    }

    private async ValueTask<ConnectorResult> ReadAsync(
        ConnectorRequest request,
        HttpResponseMessage response,
        AuthenticationHeaderValue? shown,
        CancellationToken cancellationToken
    )
    {
        switch (response.StatusCode)
        {
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                return new ConnectorResult.Accepted(await IdAsync(response, cancellationToken));
            case HttpStatusCode.Unauthorized when shown is not null:
                tokens.Forget(shown);
                return new ConnectorResult.RetryLater(Failure(response), RetryAfter: null, IsDown: false);
            case HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout:
                return new ConnectorResult.RetryLater(Failure(response), RetryAfter(response), IsDown: false);
            case HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout:
                return new ConnectorResult.RetryLater(Failure(response), RetryAfter(response), IsDown: true);
            case HttpStatusCode.Forbidden or HttpStatusCode.NotFound when request.Operation is Operation.Send:
                return new ConnectorResult.Unreachable(await ReasonAsync(response, cancellationToken));
            default:
                return new ConnectorResult.Rejected(response.StatusCode);
        }
    }

    /// <summary>Connectors respond with an id, without an id, or without a body.</summary>
    private static async ValueTask<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await ReadAsync(response, ActivityJsonContext.Wire.ConnectorResource, cancellationToken)
            is { Id: { Length: > 0 and <= MaxIdLength } id }
            ? id
            : null;

    /// <summary>The error code of the connector, which is stored and logged; the status if there is no code.</summary>
    private static async ValueTask<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await ReadAsync(response, ActivityJsonContext.Wire.ErrorResponse, cancellationToken)
            is { Error.Code: { Length: > 0 and <= MaxReasonLength } code }
        && code.All(char.IsAsciiLetterOrDigit)
            ? code
            : response.StatusCode.ToString();

    private static async ValueTask<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };

    private static HttpRequestException Failure(HttpResponseMessage response) =>
        new($"The connector answered {(int)response.StatusCode}.", inner: null, response.StatusCode);

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>Ids can contain <c>: @ ; /</c>.</summary>
    private static string ActivityPath(ConversationReference to, string? activityId)
    {
        string activities = $"conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return activityId is null ? activities : $"{activities}/{Uri.EscapeDataString(activityId)}";
    }

    private enum Operation
    {
        Send,
        Update,
        Delete,
        CreateConversation,
    }

    private sealed record ConnectorRequest(Operation Operation, string Path, byte[]? Body)
    {
        public HttpMethod Method { get; } =
            Operation switch
            {
                Operation.Update => HttpMethod.Put,
                Operation.Delete => HttpMethod.Delete,
                _ => HttpMethod.Post,
            };

        /// <summary>Creating a conversation again returns the same conversation.</summary>
        public bool MayBeRepeated => Operation is not Operation.Send;
    }
}
