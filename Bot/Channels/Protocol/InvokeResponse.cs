using System.Text.Json;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>
/// The response to an invoke <c>adaptiveCard/action</c>. It is the body of an HTTP 200 response, also for errors (universal action model,
/// "Response format").
/// </summary>
/// <param name="Value">A card, a text or an error, according to <paramref name="Type"/>.</param>
internal sealed record InvokeResponse(int StatusCode, string Type, RawJson Value)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>A card that replaces the pressed card.</summary>
    public static InvokeResponse Card(RawJson card) => new(StatusCodes.Status200OK, Attachment.AdaptiveCard, card);

    public static InvokeResponse Message(string text) =>
        new(StatusCodes.Status200OK, MessageType, new(JsonSerializer.SerializeToUtf8Bytes(text, ActivityJsonContext.Wire.String)));

    public static InvokeResponse Error(int status, string code, string message) =>
        new(
            status,
            ErrorType,
            new(JsonSerializer.SerializeToUtf8Bytes(new ErrorDetail(code, message), ActivityJsonContext.Wire.ErrorDetail))
        );
}
