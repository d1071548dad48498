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
/// Asks a channel's connector to show, replace or take back messages (docs/decisions/0012).
/// The protocol gives a message no key by which a connector could recognise it. So one that may have arrived (its answer was lost, or
/// was a plain 500) is never sent again: where it did not arrive after all, the person does not see it, and reads where they are with the
/// answer to what they say next. A gateway's 502 and 504 leave it as open, and Teams asks for the message again: there, rarely, a person
/// reads it twice.
/// </summary>
internal sealed class ConnectorClient(
    EntraTokenCache tokens,
    ConnectorResilience patience,
    TimeProvider time,
    ILogger<ConnectorClient> logger
) : IDisposable
{
    /// <summary>It is kept with the conversation. Longer than any channel's.</summary>
    private const int MaxIdLength = 500;

    private const int MaxReasonLength = 60;

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private readonly HttpClient http = ConnectorHttp.Create();

    /// <summary>Says something in a conversation, in answer to what <see cref="ConversationReference.ReplyToId"/> names.</summary>
    public ValueTask<ConnectorResult> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        AskAsync(to, new(Operation.Send, ActivityPath(to, to.ReplyToId), ActivityJsonContext.Write(activity)), cancellationToken);

    /// <summary>Puts an activity in the place of one that was sent before.</summary>
    public ValueTask<ConnectorResult> UpdateAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) => AskAsync(to, new(Operation.Update, ActivityPath(to, activityId), ActivityJsonContext.Write(activity)), cancellationToken);

    /// <summary>Takes an activity back that was sent before.</summary>
    public ValueTask<ConnectorResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        AskAsync(to, new(Operation.Delete, ActivityPath(to, activityId), Body: null), cancellationToken);

    /// <summary>Opens a conversation, e.g. with one person of a group alone; the answer's id is the conversation's.</summary>
    /// <param name="at">Any conversation at the same connector. Another <c>serviceUrl</c> in its answer is nothing that a token vouched for, and is not looked at.</param>
    public ValueTask<ConnectorResult> CreateConversationAsync(
        ConversationReference at,
        ConversationParameters conversation,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            at,
            new(Operation.CreateConversation, "conversations", Json(conversation, ActivityJsonContext.Wire.ConversationParameters)),
            cancellationToken
        );

    public void Dispose() => http.Dispose();

    private async ValueTask<ConnectorResult> AskAsync(
        ConversationReference to,
        ConnectorRequest question,
        CancellationToken cancellationToken
    )
    {
        if (!ServiceUrls.MayBeCalled(to))
        {
            ConnectorLog.NotAllowed(logger, to.ChannelId);
            return new ConnectorResult.Rejected(Status: null);
        }
        // A serviceUrl may have a path, and may end in a slash or not.
        var address = new Uri($"{to.ServiceUrl.TrimEnd('/')}/v3/{question.Path}");
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            Outcome<ConnectorResult> outcome = await patience
                .PipelineFor(address.Authority)
                .ExecuteOutcomeAsync(
                    static async (context, state) =>
                        Outcome.FromResult(
                            await state.Client.TryAsync(state.Question, state.Address, state.IsVouched, context.CancellationToken)
                        ),
                    context,
                    (Client: this, Question: question, Address: address, to.IsVouched)
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
        ConnectorRequest question,
        Uri address,
        bool isVouched,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(question.Method, address);
        if (question.Body is not null)
            request.Content = new ByteArrayContent(question.Body) { Headers = { ContentType = JsonType } };
        try
        {
            if (isVouched)
                request.Headers.Authorization = await tokens.GetAsync();
        }
        catch (AuthenticationFailedException failure)
        {
            return new ConnectorResult.RetryLater(failure, RetryAfter: null, IsDown: false);
        }
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            return await ReadAsync(question, response, request.Headers.Authorization, cancellationToken);
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
            if (question.MayBeRepeated)
                return new ConnectorResult.RetryLater(failure, RetryAfter: null, IsDown: true);
            ConnectorLog.AnswerLost(logger, failure);
            return new ConnectorResult.ResponseLost();
        }
    }

    private async ValueTask<ConnectorResult> ReadAsync(
        ConnectorRequest question,
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
            case HttpStatusCode.Forbidden or HttpStatusCode.NotFound when question.Operation is Operation.Send:
                return new ConnectorResult.Unreachable(await ReasonAsync(response, cancellationToken));
            default:
                return new ConnectorResult.Rejected(response.StatusCode);
        }
    }

    /// <summary>Connectors answer with an id, with none, or with no body at all.</summary>
    private static async ValueTask<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await ReadAsync(response, ActivityJsonContext.Wire.ConnectorResource, cancellationToken)
            is { Id: { Length: > 0 and <= MaxIdLength } id }
            ? id
            : null;

    /// <summary>The connector's code, which is kept and logged; where it gives none, the status.</summary>
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

    /// <summary>Ids may hold <c>: @ ; /</c>.</summary>
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

        /// <summary>A conversation that is opened twice is the same one.</summary>
        public bool MayBeRepeated => Operation is not Operation.Send;
    }
}
